import { boundsOf } from './bounds-of.ts';
import { type Ground, inBoth, squareMetres, without } from './ground.ts';

/** Corners of a drawn line, longitude first. */
export type Line = number[][];

/**
 * The ground on either side of a line, the larger part first; null when the line leaves it whole. Where the line ends inside the ground, it
 * goes straight on.
 */
export function cutGround(ground: Ground, line: Line): [Ground, Ground] | null {
  const side = sideOf(ground, line);
  if (!side) return null;
  const parts: [Ground, Ground] = [inBoth(ground, side), without(ground, [side])];
  if (parts.some((part) => part.length === 0)) return null;
  return squareMetres(parts[0]) >= squareMetres(parts[1]) ? parts : [parts[1], parts[0]];
}

/** Everything left of the line, as far as far beyond the ground: along the line, then round a circle back to where it began. */
function sideOf(ground: Ground, line: Line): Ground | null {
  const corners = line.filter((corner, at) => at === 0 || String(corner) !== String(line[at - 1]));
  const [first, second] = corners;
  const [last, beforeLast] = [corners.at(-1), corners.at(-2)];
  if (!first || !second || !last || !beforeLast) return null;
  const { west, south, east, north } = boundsOf([ground, corners]);
  const middle = [(west + east) / 2, (south + north) / 2];
  const radius = 4 * Math.hypot(east - west, north - south);
  const start = goneOn(second, first, radius);
  const end = goneOn(beforeLast, last, radius);
  const from = angleOf(middle, end);
  const to = angleOf(middle, start);
  const sweep = to > from ? to - from : to - from + 2 * Math.PI;
  const round = Array.from({ length: 33 }, (_, step) => {
    const angle = from + (sweep * step) / 32;
    return [(middle[0] ?? 0) + 2 * radius * Math.cos(angle), (middle[1] ?? 0) + 2 * radius * Math.sin(angle)];
  });
  return [[[start, ...corners, end, ...round, start]]];
}

function goneOn([x1 = 0, y1 = 0]: number[], [x2 = 0, y2 = 0]: number[], by: number): number[] {
  const length = Math.hypot(x2 - x1, y2 - y1);
  return [x2 + ((x2 - x1) / length) * by, y2 + ((y2 - y1) / length) * by];
}

const angleOf = ([x0 = 0, y0 = 0]: number[], [x = 0, y = 0]: number[]) => Math.atan2(y - y0, x - x0);
