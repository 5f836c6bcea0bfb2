import type { Point } from '../contract/geo.ts';
import { metresAMinute } from '../contract/walks.ts';
import { metresBetween } from '../geo/metres-between.ts';

/** Farther than half an hour nobody is told how to walk. */
export const longestWalkMetres = 30 * metresAMinute;
/** A detour that nobody notices. */
const mostDetour = 1.1;
/** Closer to either end it is no help on the way. */
const leastFromEndsMetres = 100;

export const walkMinutes = (metres: number) => Math.max(1, Math.round(metres / metresAMinute));

/** What one passes when walking straight there: the landmark that is least out of the way. Null: none is. */
export function landmarkOnWay<Landmark extends Point>(from: Point, to: Point, landmarks: Landmark[]): Landmark | null {
  const straight = metresBetween(from, to);
  let best: { landmark: Landmark; detour: number } | null = null;
  for (const landmark of landmarks) {
    const [before, after] = [metresBetween(from, landmark), metresBetween(landmark, to)];
    if (Math.min(before, after) < leastFromEndsMetres) continue;
    const detour = (before + after) / straight;
    if (detour <= mostDetour && (!best || detour < best.detour)) best = { landmark, detour };
  }
  return best?.landmark ?? null;
}
