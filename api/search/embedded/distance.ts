import type { Point } from '../../contract/geo.ts';
import { metresBetween } from '../nearness.ts';
import type { Columns } from './columns.ts';

/** Metres from there to a listing by its number, not a number when there is none. The last one is remembered: each is asked for in turn. */
export function metresFrom(columns: Columns, point: Point | null): (number: number) => number {
  if (point === null) return () => Number.NaN;
  let last = -1;
  let metres = Number.NaN;
  return (number) => {
    if (number === last) return metres;
    last = number;
    metres = metresBetween(point, { lat: columns.lat[number] ?? Number.NaN, lng: columns.lng[number] ?? Number.NaN });
    return metres;
  };
}
