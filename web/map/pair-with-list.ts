import type { MapPoint } from '../components/map-place/map-place.tsx';

interface Pairing {
  points: MapPoint[];
  pin: HTMLElement;
  lightPin(lit: boolean): void;
  /** The pin is gone. */
  signal: AbortSignal;
}

/** A pin and its places in the list light up together, whichever the reader points at or tabs to. */
export function pairWithList({ points, pin, lightPin, signal }: Pairing): void {
  const items = points.flatMap((point) => listItem(point) ?? []);
  for (const element of [pin, ...items]) {
    const lights = element === pin ? items : [element];
    const light = (lit: boolean) => () => {
      lightPin(lit);
      for (const item of lights) item.classList.toggle('lit', lit);
    };
    for (const event of ['pointerenter', 'focusin']) element.addEventListener(event, light(true), { signal });
    for (const event of ['pointerleave', 'focusout']) element.addEventListener(event, light(false), { signal });
  }
  signal.addEventListener('abort', () => {
    for (const item of items) item.classList.remove('lit');
  });
}

/** When it is on, in the list's own words. */
export function whenInList(point: MapPoint): HTMLElement | null {
  return listItem(point)?.querySelector<HTMLElement>('.facts strong') ?? null;
}

const listItem = ({ n }: MapPoint): HTMLElement | null => document.getElementById(`found-${n}`);
