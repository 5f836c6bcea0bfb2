import type { Hint } from '../contract/hint.ts';

/** As many as there is room for: what comes first stays, and of the rest the longest group gives way. */
export function mixHints(first: Hint[], groups: Hint[][], limit: number): Hint[] {
  const room = Math.max(0, limit - first.length);
  const kept = groups.map((group) => [...group]);
  while (kept.reduce((sum, group) => sum + group.length, 0) > room) {
    const longest = kept.reduce((one, other) => (other.length > one.length ? other : one));
    longest.pop();
  }
  return [...first, ...kept.flat()].slice(0, limit);
}
