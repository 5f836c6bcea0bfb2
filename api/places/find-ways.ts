import type { Point } from '../contract/geo.ts';
import type { Way } from '../contract/listing.ts';
import type { Deps } from '../deps.ts';
import { boxAround } from '../geo/box-around.ts';
import { metresBetween } from '../geo/metres-between.ts';
import { landmarksInBox } from './place-queries.ts';
import { landmarksOnWay, longestWalkMetres, walkMinutes } from './way-rules.ts';

/** How one walks to a point; null: too far, or no place to walk to. */
export type WayTo = (to: Point | null) => Way | null;

/** What is passed on the way is asked for once, before it is known where to: beside whatever tells that. */
export async function findWays({ db, clock }: Pick<Deps, 'db' | 'clock'>, from: Point): Promise<WayTo> {
  const landmarkOnWay = landmarksOnWay(from, await landmarksInBox(db, boxAround(from, longestWalkMetres), clock.now()));
  return (to) => {
    if (to === null) return null;
    // Whole metres, as listings tell them: both must come to the same minute.
    const metres = Math.round(metresBetween(from, to));
    if (metres > longestWalkMetres) return null;
    const landmark = landmarkOnWay(to);
    return { minutes: walkMinutes(metres), past: landmark && { name: landmark.name, name_cy: landmark.name_cy } };
  };
}
