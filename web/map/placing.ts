import type * as L from 'leaflet/dist/leaflet-src.esm.js';
import { type Bounds, centreOf, keepFilled, showPlace, type Wanted } from './viewport.ts';

/** Keeps the map filling its element, and shows places in it. */
export interface Placing {
  show(wanted: Wanted): void;
  onPlaced(listener: () => void): void;
}

/**
 * What was shown is fitted anew when the element changes its size, until the reader moves the map. While it has none (a phone's map that is
 * shut), the map only waits: nothing fits into nothing.
 */
export function createPlacing(map: L.Map, wholeMap: Bounds | null): Placing {
  let shown: Wanted = { bounds: null, points: [], near: null };
  let rest = '';
  let placed = () => {};
  const position = () => `${map.getCenter()} ${map.getZoom()}`;

  function show(wanted: Wanted) {
    shown = wanted;
    const { x, y } = map.getSize();
    if (x > 0 && y > 0) {
      keepFilled(map, wanted, wholeMap);
      showPlace(map, wanted, wholeMap);
    } else map.setView(centreOf(wanted, wholeMap), 13, { animate: false });
    rest = position();
    placed();
  }

  new ResizeObserver(() => {
    const isAtRest = position() === rest;
    map.invalidateSize({ animate: false });
    if (isAtRest) show(shown);
    else if (map.getSize().y > 0) keepFilled(map, shown, wholeMap);
  }).observe(map.getContainer());

  return {
    show,
    onPlaced(listener) {
      placed = listener;
    },
  };
}
