import { edgesOf } from './edges.ts';
import { type Ground, squareMetres } from './ground.ts';
import { type Ring, ringMiddle, signedSize } from './ring-middle.ts';

/**
 * The ground that several grounds enclose and none of them has, for grounds that do not overlap: a line that two neighbours share is no boundary of
 * the whole, and what remains of all lines runs round it, or round a hole. Joining all of them to see the same takes seconds.
 */
export function holesBetween(grounds: Ground[]): Ground {
  return ringsOf(outerEdges(grounds))
    .filter((ring) => signedSize(ring) < 0 && ringMiddle(ring) !== null)
    .map((ring) => [ring])
    .filter((polygon) => squareMetres([polygon]) > 0);
}

type Corner = [lng: number, lat: number];

/** From one corner to the next with the ground on the left, but for those that a neighbour goes the other way. */
function outerEdges(grounds: Ground[]): Map<string, [from: Corner, to: Corner]> {
  const left = new Map<string, [Corner, Corner]>();
  for (const { x1, y1, x2, y2 } of grounds.flatMap((ground) => edgesOf(turned(ground)))) {
    if (x1 === x2 && y1 === y2) continue;
    if (!left.delete(`${x2} ${y2} ${x1} ${y1}`))
      left.set(`${x1} ${y1} ${x2} ${y2}`, [
        [x1, y1],
        [x2, y2],
      ]);
  }
  return left;
}

/** Outer rings against the clock and holes with it. */
const turned = (ground: Ground): Ground =>
  ground.map((rings) => rings.map((ring, at) => (signedSize(ring) > 0 === (at === 0) ? ring : ring.toReversed())));

/** Walks on from edge to edge; whenever a corner is met again, what lies between is a ring of its own. */
function ringsOf(edges: Map<string, [Corner, Corner]>): Ring[] {
  const next = new Map<string, Corner[]>();
  for (const [from, to] of edges.values()) next.set(String(from), [...(next.get(String(from)) ?? []), to]);
  const rings: Ring[] = [];
  for (const [start] of edges.values()) {
    const path: Corner[] = [start];
    const places = new Map([[String(start), 0]]);
    for (let to = next.get(String(start))?.pop(); to; to = next.get(String(to))?.pop()) {
      const met = places.get(String(to));
      if (met === undefined) {
        places.set(String(to), path.push(to) - 1);
        continue;
      }
      rings.push([...path.slice(met), to]);
      for (const corner of path.splice(met + 1)) places.delete(String(corner));
    }
  }
  return rings;
}
