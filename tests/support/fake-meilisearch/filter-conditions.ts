/** A document as it was sent. */
export type Held = Record<string, unknown>;
export type Condition = (held: Held) => boolean;

/** By which attributes one may filter, and how. */
export type Allowed = ReadonlyMap<string, { equality: boolean; comparison: boolean }>;

/** Whatever the case; one value of a list is enough. */
export function isEqual(held: unknown, value: string): boolean {
  if (Array.isArray(held)) return held.some((each) => isEqual(each, value));
  if (held === null || held === undefined) return false;
  return String(held).toLowerCase() === value.toLowerCase();
}

/** Of numbers; what has none lies nowhere. */
export function liesBetween(held: unknown, from: number, to: number): boolean {
  return [held].flat().some((each) => typeof each === 'number' && each >= from && each <= to);
}
