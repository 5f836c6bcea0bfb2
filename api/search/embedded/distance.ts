import type { Point } from '../../contract/geo.ts';
import { metresBetween } from '../nearness.ts';
import type { Columns } from './columns.ts';

/** A degree of latitude is never less. */
const metresADegree = 111_000;

/**
 * Metres from there to a listing by its number, not a number when there is none; what is surely beyond `reach` is infinitely far, which is
 * seen without any sine. The last one is remembered: each is asked for in turn.
 */
export function metresFrom(columns: Columns, point: Point | null, reach = Number.POSITIVE_INFINITY): (number: number) => number {
  if (point === null) return () => Number.NaN;
  const mostDegrees = reach / metresADegree;
  let last = -1;
  let metres = Number.NaN;
  return (number) => {
    if (number === last) return metres;
    last = number;
    const [lat, lng] = [columns.lat[number] ?? Number.NaN, columns.lng[number] ?? Number.NaN];
    metres = Math.abs(lat - point.lat) > mostDegrees ? Number.POSITIVE_INFINITY : metresBetween(point, { lat, lng });
    return metres;
  };
}
