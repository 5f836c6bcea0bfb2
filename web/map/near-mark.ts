import type * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { AssetMapProps, MapStrings } from '../components/map-place/map-place.tsx';
import { placeMark } from './placed-mark.ts';

/** A lamp where the reader looks from: nothing to press. */
export function createNearMark(map: L.Map, words: MapStrings) {
  let marker: L.Marker | null = null;
  return {
    show(near: AssetMapProps['near']) {
      marker?.remove();
      marker = null;
      if (!near) return;
      const mark = document.createElement('div');
      mark.className = 'map-near';
      mark.setAttribute('role', 'img');
      mark.title = `${words.fromHere}: ${near.label}`;
      mark.setAttribute('aria-label', mark.title);
      mark.dataset.label = near.label;
      marker = placeMark(map, near, mark, 'dot');
    },
  };
}
