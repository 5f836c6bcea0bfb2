import type * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { MapPoint, MapStrings } from '../components/map-place/map-place.tsx';
import { openCard } from './card.ts';
import { fanOut } from './fan-out.ts';
import { drawPin } from './kind-marks.ts';

import { pairWithList } from './pair-with-list.ts';
import { placeMark } from './placed-mark.ts';

/** The page's listed points as numbered pins. */
export interface Pins {
  show(points: MapPoint[]): void;
}

export function createPins(map: L.Map, words: MapStrings): Pins {
  let markers: L.Marker[] = [];
  return {
    show(points) {
      map.closePopup();
      for (const marker of markers) marker.remove();
      const offsets = fanOut(points);
      markers = points.map((point, i) => {
        const offset = offsets[i] ?? { aside: 0, above: 0 };
        const button = pinButton(point, words);
        button.style.setProperty('--aside', `${offset.aside}px`);
        button.style.setProperty('--above', `${offset.above}px`);
        const marker = placeMark(map, point, button, 'pin');
        // The better match in front; Leaflet's own order, by the pixel, is far below these steps.
        const restingDepth = (points.length - i) * 10_000;
        const light = (lit: boolean) => {
          button.classList.toggle('lit', lit);
          marker.setZIndexOffset(lit ? 10_000_000 : restingDepth);
        };
        light(false);
        pairWithList(point, button, light);
        button.addEventListener('click', () => openCard(map, point, { words, opener: button, offset }));
        return marker;
      });
    },
  };
}

function pinButton(point: MapPoint, words: MapStrings): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `map-pin kind-${point.kind}`;
  button.setAttribute('aria-label', pinName(point, words));
  const number = document.createElement('span');
  number.textContent = String(point.n);
  button.append(drawPin(point.kind), number);
  return button;
}

/** "3. Mend and Natter, group, Riverside Hall". */
function pinName({ n, name, kind, venue }: MapPoint, words: MapStrings): string {
  return `${n}. ${[name, words.kinds[kind], venue === name ? '' : venue].filter(Boolean).join(', ')}`;
}
