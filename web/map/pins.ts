import type * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { MapPoint, MapStrings } from '../components/map-place/map-place.tsx';
import { openCard } from './card.ts';
import { drawPin, kindLetters } from './kind-marks.ts';
import { pairWithList } from './pair-with-list.ts';
import { placeMark } from './placed-mark.ts';
import { pinsOf, type ShownPin } from './spots.ts';

/** The page's listed points as pins. */
export interface Pins {
  show(points: MapPoint[]): void;
}

/** `numbered`: there is a list with the same numbers. */
export function createPins(map: L.Map, words: MapStrings, { numbered }: { numbered: boolean }): Pins {
  let points: MapPoint[] = [];
  let placed = new Map<string, () => void>();
  map.on('zoomend', arrange);

  return {
    show(newPoints) {
      map.closePopup();
      for (const remove of placed.values()) remove();
      placed = new Map();
      points = newPoints;
      arrange();
    },
  };

  /** Pins that stay are left alone, and with them the reader's focus. */
  function arrange() {
    const old = placed;
    const hadFocus = document.activeElement;
    placed = new Map();
    for (const pin of pinsOf(map, points)) {
      const key = [pin.at.n, pin.aside, ...pin.points.map(({ n }) => n)].join();
      placed.set(key, old.get(key) ?? place(pin));
      old.delete(key);
    }
    for (const remove of old.values()) remove();
    if (hadFocus && !hadFocus.isConnected) map.getContainer().focus();
  }

  function place(pin: ShownPin): () => void {
    const button = pinButton(pin);
    button.style.setProperty('--aside', `${pin.aside}px`);
    const marker = placeMark(map, pin.at, button, 'pin');
    // The better match in front; Leaflet's own order, by the pixel, is far below these steps.
    const restingDepth = (points.length - points.indexOf(pin.points[0])) * 10_000;
    const lightPin = (lit: boolean) => {
      button.classList.toggle('lit', lit);
      marker.setZIndexOffset(lit ? 10_000_000 : restingDepth);
    };
    lightPin(false);
    const gone = new AbortController();
    if (numbered) pairWithList({ points: pin.points, pin: button, lightPin, signal: gone.signal });
    button.addEventListener('click', () => openCard(map, pin, { words, opener: button }));
    return () => {
      gone.abort();
      marker.remove();
    };
  }

  function pinButton({ points: all }: ShownPin): HTMLButtonElement {
    const [{ kind }, ...others] = all;
    const isSeveral = others.length > 0;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = isSeveral ? 'map-pin several' : 'map-pin';
    if (others.every((other) => other.kind === kind)) button.classList.add(`kind-${kind}`);
    const mark = document.createElement('span');
    mark.textContent = numbered ? numbersOf(all) : kindLetters[kind];
    const name = isSeveral ? all.map((point) => point.name).join('; ') : nameOf(all[0], words);
    button.setAttribute('aria-label', numbered ? `${mark.textContent}. ${name}` : name);
    button.append(drawPin(isSeveral ? 'several' : kind), mark);
    return button;
  }
}

/** "1–4"; "2, 6…" when the list has others between them. */
function numbersOf(points: MapPoint[]): string {
  const [first = 0, second, ...others] = points.map(({ n }) => n);
  if (second === undefined) return `${first}`;
  const last = others.at(-1) ?? second;
  return last - first === points.length - 1 ? `${first}–${last}` : `${first}, ${second}…`;
}

/** "Mend and Natter, group, Riverside Hall". */
function nameOf({ name, kind, venue }: MapPoint, words: MapStrings): string {
  return [name, words.kinds[kind], venue === name ? '' : venue].filter(Boolean).join(', ');
}
