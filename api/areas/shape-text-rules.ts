import { z } from 'zod';
import type { EditFault } from '../contract/recut.ts';
import type { Line } from '../geo/cut-ground.ts';
import { crossing, type Edge, edgesOf } from '../geo/edges.ts';
import { type Ground, squareMetres } from '../geo/ground.ts';

const mostCorners = 20_000;
const leastSquareMetres = 10_000;
const mostSquareMetres = 20_000_000_000;

type Fault = Pick<EditFault, 'fault' | 'values'>;
const faulty = (fault: EditFault['fault'], values: EditFault['values'] = {}): Fault => ({ fault, values });
export const isFault = (read: object): read is Fault => 'fault' in read;

/** The ground that a text means: GeoJSON with a polygon or several, or corners, one a line, latitude first as maps tell them. */
export function readGround(text: string): Ground | Fault {
  if (text.trim() === '') return faulty('missing');
  const polygons = /^\s*[[{]/.test(text) ? polygonsIn(text) : polygonOfLines(text);
  if (isFault(polygons)) return polygons;
  const ground = polygons.map((polygon) => polygon.map(closed));
  return findFault(ground) ?? ground;
}

/** The corners of a line, two at least, written as those of a shape are. */
export function readLine(text: string): Line | Fault {
  if (text.trim() === '') return faulty('missing');
  const corners = cornersOfLines(text);
  if (isFault(corners)) return corners;
  if (new Set(corners.map(String)).size < 2) return faulty('corners-few', { count: corners.length });
  return corners.some(isNoPlace) ? faulty('not-degrees') : corners;
}

const Position = z.array(z.number()).min(2);
const Polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)).min(1) });
const MultiPolygon = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(Position)).min(1)) });
const Geometry = z.union([Polygon, MultiPolygon]);
const Feature = z.object({ type: z.literal('Feature'), geometry: Geometry });
const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature).min(1) });

/** Heights and the like beside a corner are left out. */
function polygonsIn(text: string): Ground | Fault {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return faulty('unreadable');
  }
  const read = z.union([Geometry, Feature, Collection]).safeParse(json);
  if (!read.success) return faulty('no-polygon');
  const { data } = read;
  const shapes =
    data.type === 'FeatureCollection' ? data.features.map((each) => each.geometry) : [data.type === 'Feature' ? data.geometry : data];
  return shapes
    .flatMap((shape) => (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates))
    .map((polygon) => polygon.map((ring) => ring.map(([lng = 0, lat = 0]) => [lng, lat])));
}

function polygonOfLines(text: string): Ground | Fault {
  const corners = cornersOfLines(text);
  return isFault(corners) ? corners : [[corners]];
}

function cornersOfLines(text: string): Line | Fault {
  const lines = text.split(/[\n;]+/).map((line) => line.trim());
  const corners: Line = [];
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    const [first, second, ...more] = line.split(/[\s,]+/).map(Number);
    if (first === undefined || second === undefined || more.length > 0 || !Number.isFinite(first + second))
      return faulty('unreadable', { line: at + 1 });
    corners.push([second, first]);
  }
  return corners;
}

function closed(ring: number[][]): number[][] {
  const corners = ring.filter((corner, at) => at === 0 || String(corner) !== String(ring[at - 1]));
  const [first] = corners;
  return first && String(first) !== String(corners.at(-1)) ? [...corners, first] : corners;
}

function findFault(ground: Ground): Fault | null {
  const rings = ground.flat();
  const count = rings.reduce((sum, ring) => sum + ring.length, 0);
  if (rings.length === 0 || rings.some((ring) => ring.length < 4)) return faulty('corners-few', { count });
  if (count > mostCorners) return faulty('corners-many', { count, most: mostCorners });
  if (rings.flat().some(isNoPlace)) return faulty('not-degrees');
  const crossed = findCrossing(ground);
  if (crossed) return crossed;
  const size = squareMetres(ground);
  if (size < leastSquareMetres) return faulty('too-small');
  return size > mostSquareMetres ? faulty('too-large') : null;
}

const isNoPlace = ([lng = 181, lat = 91]: number[]) => Math.abs(lng) > 180 || Math.abs(lat) > 90;

/** From west to east, so that each edge meets only those that reach as far. Corners are counted from 1, as they are numbered on the map. */
function findCrossing(ground: Ground): Fault | null {
  const edges = edgesOf(ground).sort((one, other) => west(one) - west(other));
  for (const [at, edge] of edges.entries()) {
    const east = Math.max(edge.x1, edge.x2);
    for (let next = at + 1; next < edges.length; next++) {
      const other = edges[next];
      if (!other || west(other) > east) break;
      const where = crossing(edge, other);
      if (where)
        return faulty('crosses', {
          lat: where.lat.toFixed(4),
          lng: where.lng.toFixed(4),
          one: Math.min(edge.corner, other.corner) + 1,
          other: Math.max(edge.corner, other.corner) + 1,
        });
    }
  }
  return null;
}

const west = ({ x1, x2 }: Edge) => Math.min(x1, x2);
