import type { AreaGeometry, Box, Point } from '../contract/geo.ts';

type Ring = number[][];
type Polygon = Ring[];
export type Shape = { type: 'Polygon'; coordinates: Polygon } | { type: 'MultiPolygon'; coordinates: Polygon[] };

export const asMultiPolygon = (shape: Shape): AreaGeometry =>
  shape.type === 'MultiPolygon'
    ? { type: 'MultiPolygon', coordinates: shape.coordinates }
    : { type: 'MultiPolygon', coordinates: [shape.coordinates] };

export function boundsOf(geometry: AreaGeometry): Box {
  const box: Box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lng = 0, lat = 0] of geometry.coordinates.flat(2)) {
    box.west = Math.min(box.west, lng);
    box.east = Math.max(box.east, lng);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/**
 * A point that surely lies in the shape, to stand for it: the centre of its largest part when that is inside, else the middle of the widest
 * stretch of a line drawn across it.
 */
export function pointInside(shape: Shape): Point | null {
  const parts = asMultiPolygon(shape).coordinates;
  const largest = parts.reduce<Polygon | null>((best, part) => (!best || area(part[0]) > area(best[0]) ? part : best), null);
  if (!largest?.[0] || largest[0].length < 4) return null;
  const centre = centroid(largest[0]);
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

const area = (ring: Ring | undefined) => Math.abs(signedArea(ring ?? []));

function signedArea(ring: Ring): number {
  let sum = 0;
  eachEdge(ring, (x1, y1, x2, y2) => {
    sum += x1 * y2 - x2 * y1;
  });
  return sum / 2;
}

function centroid(ring: Ring): Point | null {
  const twice = 2 * signedArea(ring);
  if (twice === 0) return null;
  const [lng0 = 0, lat0 = 0] = ring[0] ?? [];
  let x = 0;
  let y = 0;
  eachEdge(ring, (x1, y1, x2, y2) => {
    const cross = x1 * y2 - x2 * y1;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  return { lng: lng0 + x / (3 * twice), lat: lat0 + y / (3 * twice) };
}

/** Seen from the ring's first corner: degrees to the sixth place times themselves would lose the digits that matter. */
function eachEdge(ring: Ring, visit: (x1: number, y1: number, x2: number, y2: number) => void): void {
  const [lng0 = 0, lat0 = 0] = ring[0] ?? [];
  for (let i = 0; i < ring.length - 1; i++) {
    const [lng1 = 0, lat1 = 0] = ring[i] ?? [];
    const [lng2 = 0, lat2 = 0] = ring[i + 1] ?? [];
    visit(lng1 - lng0, lat1 - lat0, lng2 - lng0, lat2 - lat0);
  }
}
