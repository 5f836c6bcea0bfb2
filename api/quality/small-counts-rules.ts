import { fewestTold } from '../contract/quality.ts';

/** Null for what is too few to tell; nothing at all is no secret. */
export const toldCount = (count: number): number | null => (count > 0 && count < fewestTold ? null : count);

/** The same for the parts of a sum that is told: where one part alone is hidden, the next smallest hides with it, or it could be worked out. */
export function toldParts<Name extends string>(parts: Record<Name, number>): Record<Name, number | null> {
  const names = Object.keys(parts) as Name[];
  const told = Object.fromEntries(names.map((name) => [name, toldCount(parts[name])])) as Record<Name, number | null>;
  const hidden = names.filter((name) => told[name] === null);
  if (hidden.length !== 1) return told;
  const [next] = names.filter((name) => told[name] !== null && parts[name] > 0).sort((one, other) => parts[one] - parts[other]);
  return next ? { ...told, [next]: null } : told;
}

/** In percent; null where the part or the rest of the whole is too few to tell. */
export function toldShare(part: number, whole: number): number | null {
  if (whole < fewestTold || toldCount(part) === null) return null;
  return Math.round((100 * part) / whole);
}
