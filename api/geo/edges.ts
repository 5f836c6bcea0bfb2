import type { Box } from '../contract/geo.ts';
import type { Ground } from './ground.ts';

/** From one corner to the next. */
export interface Edge {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  /** The corner it begins at, counted from 0 over the whole ground; the closing corner of a ring is its first. */
  corner: number;
}

/** Every edge, or those that reach into a box. */
export function edgesOf(ground: Ground, box?: Box): Edge[] {
  const edges: Edge[] = [];
  let corner = 0;
  for (const corners of ground.flat()) {
    for (let i = 0; i + 1 < corners.length; i++, corner++) {
      const [x1 = 0, y1 = 0] = corners[i] ?? [];
      const [x2 = 0, y2 = 0] = corners[i + 1] ?? [];
      const edge = { x1, y1, x2, y2, corner };
      if (!box || reaches(edge, box)) edges.push(edge);
    }
  }
  return edges;
}

const reaches = ({ x1, y1, x2, y2 }: Edge, { west, south, east, north }: Box) =>
  Math.max(x1, x2) >= west && Math.min(x1, x2) <= east && Math.max(y1, y2) >= south && Math.min(y1, y2) <= north;

/** Where two edges cross each other in their middles; null where they only touch, lie on each other or do not meet. */
export function crossing(one: Edge, other: Edge): { lng: number; lat: number } | null {
  if (
    Math.max(one.x1, one.x2) < Math.min(other.x1, other.x2) ||
    Math.max(other.x1, other.x2) < Math.min(one.x1, one.x2) ||
    Math.max(one.y1, one.y2) < Math.min(other.y1, other.y2) ||
    Math.max(other.y1, other.y2) < Math.min(one.y1, one.y2)
  )
    return null;
  const [a, b] = [side(one, other.x1, other.y1), side(one, other.x2, other.y2)];
  const [c, d] = [side(other, one.x1, one.y1), side(other, one.x2, one.y2)];
  if (a * b >= 0 || c * d >= 0) return null;
  const along = a / (a - b);
  return { lng: other.x1 + (other.x2 - other.x1) * along, lat: other.y1 + (other.y2 - other.y1) * along };
}

/** On which side of an edge a point lies, 0 on it. */
const side = ({ x1, y1, x2, y2 }: Edge, x: number, y: number) => (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
