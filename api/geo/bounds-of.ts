import type { Box } from '../contract/geo.ts';

/** The box round everything that nested GeoJSON coordinates name, however deep they lie; inside out when they name nothing. */
export function boundsOf(coordinates: unknown): Box {
  const box: Box = { west: 180, south: 90, east: -180, north: -90 };
  widen(box, coordinates);
  return box;
}

function widen(box: Box, part: unknown): void {
  if (!Array.isArray(part)) return;
  const [lng, lat] = part;
  if (typeof lng !== 'number' || typeof lat !== 'number') {
    for (const inner of part) widen(box, inner);
    return;
  }
  box.west = Math.min(box.west, lng);
  box.south = Math.min(box.south, lat);
  box.east = Math.max(box.east, lng);
  box.north = Math.max(box.north, lat);
}
