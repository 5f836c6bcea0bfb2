import type { Translate } from './translate.ts';

const point = /^-?\d{1,3}(?:\.(\d+))?\s*[,; ]\s*-?\d{1,3}(?:\.\d+)?$/;

/** Digits behind the point that a phone's own place is cut to, a hundred metres; with one more it is a spot chosen on the map. */
export const ownPlaceDigits = 3;
export const spotDigits = 4;

/** Whether a place is told by latitude and longitude, which nobody should have to read. */
export const isPoint = (near: string): boolean => point.test(near.trim());

/** "QX3 2AB", "Llanderw"; for a point "where you are" or "the spot you chose". */
export function sayPlace(t: Translate, near: string): string {
  const digits = point.exec(near.trim());
  if (!digits) return near;
  return t((digits[1] ?? '').length > ownPlaceDigits ? 'place.spot' : 'place.here');
}
