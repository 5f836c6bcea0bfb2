import type * as L from 'leaflet/dist/leaflet-src.esm.js';

/**
 * Keeps a map from sliding where it is moved to: Leaflet slides to make room for a card, by the arrow keys and by `setView`, whatever the
 * reader asked of movement, and has no setting against it.
 */
export function holdStill(map: L.Map): void {
  const panBy = map.panBy.bind(map);
  map.panBy = (offset, options) => panBy(offset, { ...options, animate: false });
}
