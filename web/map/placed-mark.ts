import * as L from 'leaflet/dist/leaflet-src.esm.js';

/**
 * Puts a real button or link on the map. Leaflet moves an empty holder; what is pressed inside it is ours, so that it has its own name,
 * works by Enter and Space, and a press on it does not drag the map.
 */
export function placeMark(map: L.Map, at: L.LatLngExpression, mark: HTMLElement, layer: 'pin' | 'dot'): L.Marker {
  L.DomEvent.disableClickPropagation(mark);
  const marker = L.marker(at, {
    icon: L.divIcon({ html: mark, className: `mark-holder ${layer}`, iconSize: [0, 0] }),
    keyboard: false,
    interactive: false,
    zIndexOffset: layer === 'pin' ? 10_000 : 0,
  });
  // Reached by Tab while out of view: the map follows the focus.
  mark.addEventListener('focus', () => mark.matches(':focus-visible') && map.panInside(at, { padding: [64, 64] }));
  return marker.addTo(map);
}
