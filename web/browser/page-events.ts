import type { AssetMapProps } from '../components/map-place/map-place.tsx';

/** What the map needs to know of a new list. */
export type ShownResults = Pick<AssetMapProps, 'points' | 'query' | 'bounds' | 'areas' | 'near'>;

const resultsEvent = 'od:results';
const askEvent = 'od:find';

/** A new list stands on the page. `null`: it says nothing about the map. */
export function announceResults(results: ShownResults | null): void {
  document.dispatchEvent(new CustomEvent(resultsEvent, { detail: results }));
}

export function onResults(listener: (results: ShownResults | null) => void): void {
  document.addEventListener(resultsEvent, (event) => {
    if (event instanceof CustomEvent) listener(event.detail);
  });
}

/** Asks for another search: the find page refreshes in place; anywhere else, and without its island, it is a plain visit. */
export function askForSearch(address: string): void {
  const isTaken = !document.dispatchEvent(new CustomEvent(askEvent, { detail: address, cancelable: true }));
  if (!isTaken) location.assign(address);
}

export function onSearchAsked(listener: (address: string) => void): void {
  document.addEventListener(askEvent, (event) => {
    if (!(event instanceof CustomEvent)) return;
    event.preventDefault();
    listener(event.detail);
  });
}
