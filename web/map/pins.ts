import type * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { MapPoint } from '../components/map-place/map-place.tsx';
import { openCard } from './card.ts';
import { fanOut } from './fan-out.ts';
import { drawPin } from './kind-marks.ts';
import { kindWord, type MapWords } from './map-words.ts';
import { pairWithList } from './pair-with-list.ts';
import { placeMark } from './placed-mark.ts';

/** The page's listed points as numbered pins. */
export interface Pins {
  show(points: MapPoint[]): void;
}

export function createPins(map: L.Map, words: MapWords): Pins {
  let markers: L.Marker[] = [];
  return {
    show(points) {
      map.closePopup();
      for (const marker of markers) marker.remove();
      const offsets = fanOut(points);
      markers = points.map((point, i) => {
        const button = pinButton(point, words);
        button.style.setProperty('--aside', `${offsets[i]?.aside ?? 0}px`);
        button.style.setProperty('--above', `${offsets[i]?.above ?? 0}px`);
        const marker = placeMark(map, point, button, 'pin');
        const light = (lit: boolean) => {
          button.classList.toggle('lit', lit);
          marker.setZIndexOffset(lit ? 20_000 : 10_000);
        };
        pairWithList(point, button, light);
        button.addEventListener('click', () => openCard(map, point, { words, opener: button }));
        return marker;
      });
    },
  };
}

function pinButton(point: MapPoint, words: MapWords): HTMLButtonElement {
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
function pinName({ n, name, kind, venue }: MapPoint, words: MapWords): string {
  return `${n}. ${[name, kindWord(words, kind), venue].filter(Boolean).join(', ')}`;
}
