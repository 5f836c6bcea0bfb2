import { leave } from '../islands/leave.ts';

/** Takes over one `[data-island]` element; reads its own props from it. */
type Island = (element: HTMLElement) => void | Promise<void>;
export type Islands = Record<string, () => Promise<Island> | Island>;

/** `leave` is on every page, tiny and urgent; the others are fetched by the pages that hold them. */
const islands: Islands = {
  desk: async () => (await import('./desk-islands.ts')).startDeskIslands,
  keep: async () => (await import('../islands/keep.ts')).keep,
  leave: () => leave,
  'plain-times': async () => (await import('../islands/plain-times.ts')).plainTimes,
  'print-page': async () => (await import('../islands/print-page.ts')).printPage,
  'search-box': async () => (await import('../islands/search-box.ts')).searchBox,
  suggestions: async () => (await import('../islands/suggestions.ts')).suggestions,
  'sign-in-passkey': async () => (await import('../islands/sign-in-passkey.ts')).signInPasskey,
  'location-picker': async () => (await import('../islands/location-picker.ts')).locationPicker,
  'share-page': async () => (await import('../islands/share-page.ts')).sharePage,
  'asset-map': async () => (await import('../islands/asset-map.ts')).assetMap,
};

const started = new WeakSet<Element>();

/** Starts what is not started yet, each on its own: one that fails leaves its HTML as it stood and the others alone. */
export function startIslands(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
    if (!started.has(element)) void start(element);
    started.add(element);
  }
}

const start = (element: HTMLElement) => startIsland(element, element.dataset.island ?? '', islands);

export async function startIsland(element: HTMLElement, name: string, among: Islands): Promise<void> {
  try {
    const island = await among[name]?.();
    await island?.(element);
    // Tells tests, and whoever looks into a page, that presses are its own from now on.
    element.dataset.started = '';
  } catch (error) {
    console.warn(`The part "${name}" could not start; the page works without it.`, error);
  }
}
