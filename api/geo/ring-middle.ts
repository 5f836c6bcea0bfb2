import type { Point } from '../contract/geo.ts';

/** Corners as GeoJSON has them, longitude first; closed or not. */
export type Ring = number[][];

/** In square degrees, whichever way round the ring runs: for telling the larger of two. */
export const ringSize = (ring: Ring) => Math.abs(signedSize(ring));

/** The ring's centre of gravity, which may lie outside it; null when it has no area. */
export function ringMiddle(ring: Ring): Point | null {
  const sixfold = 6 * signedSize(ring);
  if (sixfold === 0) return null;
  const [lng0 = 0, lat0 = 0] = ring[0] ?? [];
  let x = 0;
  let y = 0;
  eachEdge(ring, (x1, y1, x2, y2) => {
    const cross = x1 * y2 - x2 * y1;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  });
  return { lng: lng0 + x / sixfold, lat: lat0 + y / sixfold };
}

/** In square degrees; below nought where the ring runs with the clock. */
export function signedSize(ring: Ring): number {
  let sum = 0;
  eachEdge(ring, (x1, y1, x2, y2) => {
    sum += x1 * y2 - x2 * y1;
  });
  return sum / 2;
}

/** Seen from the ring's first corner: degrees to the sixth place times themselves would lose the digits that matter. */
function eachEdge(ring: Ring, visit: (x1: number, y1: number, x2: number, y2: number) => void): void {
  const [lng0 = 0, lat0 = 0] = ring[0] ?? [];
  for (const [i, [lng1 = 0, lat1 = 0]] of ring.entries()) {
    const [lng2 = 0, lat2 = 0] = ring[(i + 1) % ring.length] ?? [];
    visit(lng1 - lng0, lat1 - lat0, lng2 - lng0, lat2 - lat0);
  }
}
