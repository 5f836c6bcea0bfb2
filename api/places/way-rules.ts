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
export function landmarksOnWay<Landmark extends Point>(from: Point, landmarks: Landmark[]): (to: Point) => Landmark | null {
  const passed = landmarks
    .map((landmark) => ({ landmark, before: metresBetween(from, landmark) }))
    .filter(({ before }) => before >= leastFromEndsMetres);
  return (to) => {
    const straight = metresBetween(from, to);
    let best: { landmark: Landmark; detour: number } | null = null;
    for (const { landmark, before } of passed) {
      // Farther than the goal it is not on the way, nor is what lies behind.
      if (before >= straight) continue;
      const after = metresBetween(landmark, to);
      const detour = (before + after) / straight;
      if (after >= leastFromEndsMetres && after < straight && detour <= mostDetour && (!best || detour < best.detour))
        best = { landmark, detour };
    }
    return best?.landmark ?? null;
  };
}
