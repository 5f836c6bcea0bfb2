import type { Point } from '../contract/geo.ts';
import type { Way } from '../contract/listing.ts';
import type { Deps } from '../deps.ts';
import { boundsOf } from '../geo/bounds-of.ts';
import { metresBetween } from '../geo/metres-between.ts';
import { landmarksInBox } from './place-queries.ts';
import { landmarkOnWay, longestWalkMetres, walkMinutes } from './way-rules.ts';

/** How one walks to each of these points, in their order; null: too far, or no place to walk to. One query for all. */
export async function findWays({ db, clock }: Pick<Deps, 'db' | 'clock'>, from: Point, points: (Point | null)[]): Promise<(Way | null)[]> {
  // Whole metres, as listings tell them: both must come to the same minute.
  const metresTo = (to: Point) => Math.round(metresBetween(from, to));
  const isNear = (to: Point | null): to is Point => to !== null && metresTo(to) <= longestWalkMetres;
  const near = points.filter(isNear);
  if (near.length === 0) return points.map(() => null);
  const landmarks = await landmarksInBox(db, boundsOf([from, ...near].map(({ lat, lng }) => [lng, lat])), clock.now());
  return points.map((to) => {
    if (!isNear(to)) return null;
    const landmark = landmarkOnWay(from, to, landmarks);
    return { minutes: walkMinutes(metresTo(to)), past: landmark && { name: landmark.name, name_cy: landmark.name_cy } };
  });
}
