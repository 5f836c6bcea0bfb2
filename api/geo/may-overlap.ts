import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { Box } from '../contract/geo.ts';
import { boundsOf } from './bounds-of.ts';
import { crossing, type Edge, edgesOf } from './edges.ts';
import type { Ground } from './ground.ts';

/**
 * Whether two grounds may share more than an edge. Neighbours mostly do not, and this is a hundred times quicker than working out what
 * they share; a yes is to be looked into.
 */
export function mayOverlap(one: Ground, other: Ground): boolean {
  const box = inBothBoxes(boundsOf(one), boundsOf(other));
  if (box.west >= box.east || box.south >= box.north) return false;
  const [ones, others] = [edgesOf(one, box), edgesOf(other, box)];
  if (ones.some((edge) => others.some((each) => crossing(edge, each)))) return true;
  return isInside(ones, other, others) || isInside(others, one, ones) || isSame(one, other);
}

/** A corner or the middle of an edge that lies inside. What both have is left out: rounding would put half of it a hair inside. */
function isInside(edges: Edge[], ground: Ground, itsEdges: Edge[]): boolean {
  const shared = new Set(itsEdges.flatMap(({ x1, y1, x2, y2 }) => [`${x1} ${y1}`, `${x1} ${y1} ${x2} ${y2}`, `${x2} ${y2} ${x1} ${y1}`]));
  const within = (lng: number, lat: number) =>
    booleanPointInPolygon([lng, lat], { type: 'MultiPolygon', coordinates: ground }, { ignoreBoundary: true });
  return edges.some(
    ({ x1, y1, x2, y2 }) =>
      (!shared.has(`${x1} ${y1}`) && within(x1, y1)) || (!shared.has(`${x1} ${y1} ${x2} ${y2}`) && within((x1 + x2) / 2, (y1 + y2) / 2)),
  );
}

/** Drawn along the very same corners: nothing crosses and nothing is inside. */
function isSame(one: Ground, other: Ground): boolean {
  const corners = new Set(other.flat(2).map(String));
  return one.flat(2).every((corner) => corners.has(String(corner)));
}

const inBothBoxes = (one: Box, other: Box): Box => ({
  west: Math.max(one.west, other.west),
  south: Math.max(one.south, other.south),
  east: Math.min(one.east, other.east),
  north: Math.min(one.north, other.north),
});
