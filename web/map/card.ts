import * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { MapPoint, MapStrings } from '../components/map-place/map-place.tsx';
import { whenInList } from './pair-with-list.ts';
import type { ShownPin } from './spots.ts';

interface CardSetting {
  words: MapStrings;
  /** Where the focus goes back to. */
  opener: HTMLElement;
}

/** The buttons' and the arrows' height: a card comes to stand above them. */
const buttonsPixels = 156;

/** A small card over a pin: what it is, when it is on, and the way to its page; or all that share the spot. */
export function openCard(map: L.Map, { points, at, aside }: ShownPin, { words, opener }: CardSetting): void {
  const card = document.createElement('div');
  const several = points.length > 1;
  card.className = several ? 'map-card-body several' : `map-card-body kind-${points[0]?.kind}`;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'map-card-close';
  close.setAttribute('aria-label', words.close);
  close.textContent = '✕';
  card.append(...(several ? [listOf(points)] : points.flatMap((point) => factsOf(point, words))), close);

  const popup = L.popup({
    closeButton: false,
    className: 'map-card',
    offset: [aside, -44],
    maxWidth: 264,
    minWidth: several ? 264 : 200,
    maxHeight: 280,
    autoPanPaddingTopLeft: [16, 64],
    autoPanPaddingBottomRight: [16, Math.min(buttonsPixels, map.getSize().y / 3)],
  });
  const shut = () => {
    map.closePopup(popup);
    (opener.isConnected ? opener : map.getContainer()).focus();
  };
  close.addEventListener('click', shut);
  card.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // Only the card closes, not the screen that the map may fill.
    event.preventDefault();
    event.stopPropagation();
    shut();
  });
  popup.setLatLng(at).setContent(card).openOn(map);
  card.querySelector('a')?.focus({ preventScroll: true });
}

function factsOf(point: MapPoint, words: MapStrings): HTMLElement[] {
  const kind = [words.kinds[point.kind], point.venue === point.name ? '' : point.venue].filter(Boolean).join(' · ');
  return [linkTo(point), ...whenOf(point), line(kind)];
}

function listOf(points: MapPoint[]): HTMLElement {
  const list = document.createElement('ul');
  for (const point of points) {
    const number = document.createElement('span');
    number.className = `kind-${point.kind}`;
    number.textContent = String(point.n);
    const item = document.createElement('li');
    item.append(number, linkTo(point), ...whenOf(point));
    list.append(item);
  }
  return list;
}

function linkTo({ href, name }: MapPoint): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = name;
  return link;
}

function whenOf(point: MapPoint): HTMLElement[] {
  const when = whenInList(point);
  if (!when) return [];
  const words = line(when.textContent ?? '');
  words.className = 'map-card-when';
  words.lang = when.closest<HTMLElement>('[lang]')?.lang ?? '';
  return [words];
}

function line(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  return paragraph;
}
