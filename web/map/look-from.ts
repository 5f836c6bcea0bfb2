import * as L from 'leaflet/dist/leaflet-src.esm.js';
import { askForSearch } from '../browser/page-events.ts';
import type { MapStrings } from '../components/map-place/map-place.tsx';
import { spotDigits } from '../i18n/say-place.ts';
import { searchFrom } from './search-in.ts';

/** A long press, or the other mouse button, offers to look from that spot. The keyboard has a button for the map's middle. */
export function offerToLookFrom(map: L.Map, words: MapStrings): void {
  map.on('contextmenu', ({ latlng }: L.LeafletMouseEvent) => {
    const press = document.createElement('button');
    press.type = 'button';
    press.className = 'button';
    press.textContent = words.lookFrom;
    const popup = L.popup({ closeButton: false, className: 'map-card' }).setLatLng(latlng).setContent(press).openOn(map);
    press.addEventListener('click', () => {
      map.closePopup(popup);
      lookFrom(latlng);
    });
    press.focus({ preventScroll: true });
  });
}

export const lookFrom = ({ lat, lng }: L.LatLng): void => askForSearch(searchFrom(`${lat.toFixed(spotDigits)},${lng.toFixed(spotDigits)}`));
