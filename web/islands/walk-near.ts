import { ownPlaceDigits, spotDigits } from '../i18n/say-place.ts';
import type { WalkWords } from './walk-rows.ts';

interface Spot {
  lat: number;
  lng: number;
}

/** Asks the phone where it is, once it is pressed; without a signal the list that lies here is put in order from there. */
export function walkNear(element: HTMLElement, { page, words, say }: { page: string; words: WalkWords; say(text: string): void }): void {
  const address = new URLSearchParams(location.search).get('near') ?? '';
  // The list was loaded for another place, and this is all there is without a signal.
  if (address !== '' && readSpot(address) && !isAbout(element.dataset.near, address)) sortFrom(element, address, words);

  element.querySelector('[data-near-me]')?.addEventListener('click', () => {
    say(words.asking ?? '');
    askPhone(words, say, (spot) => location.assign(`${page}?near=${inDigits(spot, ownPlaceDigits)}`));
  });
  const stand = element.querySelector<HTMLElement>('[data-stand]');
  const [box, status] = [element.querySelector<HTMLInputElement>('input[name=at]'), stand?.querySelector('[role=status]')];
  stand?.querySelector('button')?.addEventListener('click', () => {
    if (!box || !status) return;
    status.textContent = words.asking ?? '';
    askPhone(
      words,
      (text) => (status.textContent = text),
      (spot) => {
        box.value = inDigits(spot, spotDigits + 1);
        status.textContent = words['stands-here'] ?? '';
      },
    );
  });
}

function askPhone(words: WalkWords, say: (text: string) => void, then: (spot: Spot) => void): void {
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => then({ lat: coords.latitude, lng: coords.longitude }),
    ({ code, PERMISSION_DENIED: refused }) => say((code === refused ? words.refused : words.failed) ?? ''),
    { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
  );
}

function sortFrom(element: HTMLElement, address: string, words: WalkWords): void {
  const [list, from] = [element.querySelector('[data-walk-list]'), readSpot(address)];
  if (!list || !from) return;
  const cards = [...list.querySelectorAll<HTMLElement>('[data-asset]')].map((card) => {
    const spot = readSpot(card.dataset.at ?? '');
    return { card, metres: spot ? metresBetween(from, spot) : Number.POSITIVE_INFINITY };
  });
  for (const { card, metres } of cards.sort((one, other) => one.metres - other.metres)) {
    list.append(card);
    const far = card.querySelector('[data-far]');
    if (far)
      far.textContent = Number.isFinite(metres) ? `${(words.away ?? '').replace('{count}', String(Math.round(metres / 10) * 10))} · ` : '';
  }
}

const inDigits = ({ lat, lng }: Spot, digits: number) => `${lat.toFixed(digits)},${lng.toFixed(digits)}`;

function readSpot(text: string): Spot | null {
  const [, lat, lng] = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  return lat && lng ? { lat: Number(lat), lng: Number(lng) } : null;
}

const isAbout = (one: string | undefined, other: string) => {
  const [from, to] = [readSpot(one ?? ''), readSpot(other)];
  return from !== null && to !== null && metresBetween(from, to) < 1;
};

/** Flat earth: right to a metre as far as anyone walks. */
function metresBetween(one: Spot, other: Spot): number {
  const metresADegree = 111_195;
  const across = (other.lng - one.lng) * Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(other.lat - one.lat, across) * metresADegree;
}
