import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Site } from '../e2e/open-site.ts';

export const wide = { viewport: { width: 1280, height: 900 } };
export const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
export const around = '/find?near=QX3+2AB';

/** A page with its map in view, or on a phone the page with the button to it; `asked` gathers the paths it fetches. */
export async function openMap(site: Site, path: string, options: BrowserContextOptions = wide) {
  const opened = await site.open(path, { reducedMotion: 'reduce', ...options });
  const asked: string[] = [];
  opened.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  if (options.viewport?.width !== phone.viewport.width) await showMap(opened.page);
  return { ...opened, asked };
}

/** Brings the list and the map beside it to the top of the window, and waits until the map is drawn. */
async function showMap(page: Page): Promise<void> {
  await page.locator('.map-place').evaluate((element) => element.scrollIntoView());
  await drawn(page);
}

export const drawn = (page: Page) => page.locator('.od-map canvas.leaflet-tile-loaded').first().waitFor();

/** The pin of one thing, or of several that share a spot ("1. …", "1–4. …"). */
export const pin = (page: Page, n: number) =>
  page.locator(`.map-pin:is([aria-label^="${n}. "], [aria-label^="${n}–"], [aria-label^="${n}, "])`);

export const isFocused = (element: Element) => element === document.activeElement;
