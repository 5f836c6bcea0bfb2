import type * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { MapPoint } from '../components/map-place/map-place.tsx';

/** A pin as it stands on the map: one point, or all of a crowded spot. */
export interface ShownPin {
  /** In the order of the list; one at least. */
  points: [MapPoint, ...MapPoint[]];
  at: MapPoint;
  /** Pixels to the right of `at`. */
  aside: number;
}

/** Pins whose tips are closer than this, both across and down, hide one another's numbers. */
const oneSpotPixels = 36;
/** So many are stacked behind the first, each a number's width further; more become one pin. */
const mostStacked = 3;
const stackPixels = 25;

/** Pins at one spot (a hall with six groups; when far out, a street) can all be read and pressed. Depends on the map's zoom. */
export function pinsOf(map: L.Map, points: MapPoint[]): ShownPin[] {
  const isNear = (a: L.Point, b: L.Point) => Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) < oneSpotPixels;
  const spots: { tip: L.Point; points: [MapPoint, ...MapPoint[]] }[] = [];
  for (const point of points) {
    const tip = map.project(point);
    const spot = spots.find((each) => isNear(each.tip, tip));
    if (spot) spot.points.push(point);
    else spots.push({ tip, points: [point] });
  }
  return spots.flatMap(({ points: [at, ...others] }) =>
    others.length < mostStacked
      ? [at, ...others].map((point, i) => ({ points: [point], at, aside: i * stackPixels }))
      : [{ points: [at, ...others], at, aside: 0 }],
  );
}
