import type { AreaGeometry } from '../../api/contract/geo.ts';

type Point = [x: number, y: number];

/** Of one shape; more lines find hardly better places. */
const lines = 15;
/** A name is about so much wider than high. */
const nameShape = 4;

/**
 * Where a name has most room inside a shape: the middle of its widest part that is not too flat. The middle of the box round a shape that
 * bends, or goes round another, lies in its neighbour. Degrees in and out; on a map of a district they are straight enough.
 */
export function innerPoint(geometry: AreaGeometry): Point {
  const edges = edgesOf(geometry);
  const heights = edges.flatMap(([[, one], [, other]]) => [one, other]);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  let best = { room: -1, at: [0, 0] as Point };
  for (let line = 0; line < lines; line++) {
    const y = low + ((line + 0.5) / lines) * (high - low);
    for (const [from, to] of runsAlong(edges, y)) {
      const x = (from + to) / 2;
      const [bottom, top] = runsAlong(turned(edges), x).find(([start, end]) => start <= y && y <= end) ?? [y, y];
      const clear = Math.min(top - y, y - bottom);
      // Of places that are as wide, the one furthest from the edge.
      const room = Math.min(to - from, nameShape * 2 * clear) + clear / 10;
      if (room > best.room) best = { room, at: [x, y] };
    }
  }
  return best.at;
}

function edgesOf({ coordinates }: AreaGeometry): [Point, Point][] {
  return coordinates.flat().flatMap((ring) =>
    ring.flatMap(([x = 0, y = 0], at): [Point, Point][] => {
      const [nextX = 0, nextY = 0] = ring[at + 1] ?? [];
      return at + 1 < ring.length
        ? [
            [
              [x, y],
              [nextX, nextY],
            ],
          ]
        : [];
    }),
  );
}

/** Where a level line lies inside. */
function runsAlong(edges: [Point, Point][], y: number): [from: number, to: number][] {
  const crossed = edges
    .filter(([[, one], [, other]]) => one > y !== other > y)
    .map(([[fromX, fromY], [toX, toY]]) => fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX))
    .toSorted((one, other) => one - other);
  return crossed.flatMap((from, at): [number, number][] => (at % 2 === 0 ? [[from, crossed[at + 1] ?? from]] : []));
}

const turned = (edges: [Point, Point][]) =>
  edges.map(([[fromX, fromY], [toX, toY]]): [Point, Point] => [
    [fromY, fromX],
    [toY, toX],
  ]);
