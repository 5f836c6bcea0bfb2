import type { AreaGeometry, Point } from '../contract/geo.ts';
import { type Ring, ringMiddle, ringSize } from '../geo/ring-middle.ts';

type Polygon = Ring[];
export type Shape = { type: 'Polygon'; coordinates: Polygon } | { type: 'MultiPolygon'; coordinates: Polygon[] };

export const asMultiPolygon = (shape: Shape): AreaGeometry =>
  shape.type === 'MultiPolygon'
    ? { type: 'MultiPolygon', coordinates: shape.coordinates }
    : { type: 'MultiPolygon', coordinates: [shape.coordinates] };

/**
 * A point that surely lies in the shape, to stand for it: the centre of its largest part when that is inside, else the middle of the widest
 * stretch of a line drawn across it.
 */
export function pointInside(shape: Shape): Point | null {
  const parts = asMultiPolygon(shape).coordinates;
  const largest = parts.reduce<Polygon | null>(
    (best, part) => (!best || ringSize(part[0] ?? []) > ringSize(best[0] ?? []) ? part : best),
    null,
  );
  if (!largest?.[0] || largest[0].length < 4) return null;
  const centre = ringMiddle(largest[0]);
  if (centre && crossings(largest, centre.lat).some(([from, to]) => centre.lng > from && centre.lng < to)) return centre;
  return widestStretch(largest);
}

/** Several heights are tried, because a line through a corner may only touch the shape. */
function widestStretch(polygon: Polygon): Point | null {
  const heights = (polygon[0] ?? []).map((corner) => corner[1] ?? 0);
  const south = Math.min(...heights);
  const north = Math.max(...heights);
  let best: { width: number; point: Point } | null = null;
  for (const share of [0.5, 0.43, 0.57, 0.31, 0.69, 0.17, 0.83]) {
    const lat = south + (north - south) * share;
    for (const [from, to] of crossings(polygon, lat)) {
      if (!best || to - from > best.width) best = { width: to - from, point: { lat, lng: (from + to) / 2 } };
    }
  }
  return best?.point ?? null;
}

/** Where a line of latitude runs inside the polygon, holes left out: pairs of longitudes from west to east. */
function crossings(polygon: Polygon, lat: number): [number, number][] {
  const found: number[] = [];
  for (const ring of polygon) {
    for (let i = 0; i < ring.length - 1; i++) {
      const [lng1 = 0, lat1 = 0] = ring[i] ?? [];
      const [lng2 = 0, lat2 = 0] = ring[i + 1] ?? [];
      if (lat1 > lat !== lat2 > lat) found.push(lng1 + ((lat - lat1) / (lat2 - lat1)) * (lng2 - lng1));
    }
  }
  found.sort((one, other) => one - other);
  const pairs: [number, number][] = [];
  for (let i = 0; i + 1 < found.length; i += 2) pairs.push([found[i] ?? 0, found[i + 1] ?? 0]);
  return pairs;
}
