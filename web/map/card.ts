import * as L from 'leaflet/dist/leaflet-src.esm.js';
import type { MapPoint, MapStrings } from '../components/map-place/map-place.tsx';

interface CardSetting {
  words: MapStrings;
  /** Where the focus goes back to. */
  opener: HTMLElement;
  /** Pixels from the point to the tip of its pin. */
  offset: { aside: number; above: number };
}

/** A small card over a pin: what it is, and the way to its page. */
export function openCard(map: L.Map, point: MapPoint, { words, opener, offset }: CardSetting): void {
  const title = document.createElement('a');
  title.href = point.href;
  title.textContent = point.name;
  const kind = document.createElement('p');
  kind.textContent = [words.kinds[point.kind], point.venue === point.name ? '' : point.venue].filter(Boolean).join(' · ');
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'map-card-close';
  close.setAttribute('aria-label', words.close);
  close.textContent = '✕';
  const card = document.createElement('div');
  card.className = `map-card-body kind-${point.kind}`;
  card.append(title, kind, close);

  const popup = L.popup({
    closeButton: false,
    className: 'map-card',
    offset: [offset.aside, -44 - offset.above],
    maxWidth: 280,
    minWidth: 200,
    autoPanPadding: [16, 64],
  });
  const shut = () => {
    map.closePopup(popup);
    opener.focus();
  };
  close.addEventListener('click', shut);
  card.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // Only the card closes, not the screen that the map may fill.
    event.preventDefault();
    event.stopPropagation();
    shut();
  });
  popup.setLatLng(point).setContent(card).openOn(map);
  title.focus({ preventScroll: true });
}
