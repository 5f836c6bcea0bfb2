import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../e2e/open-site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const wide = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const around = '/find?near=QX3+2AB';

async function openMap(path: string, options: BrowserContextOptions = wide) {
  const opened = await site.open(path, options);
  const asked: string[] = [];
  opened.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  if (options !== phone) await showMap(opened.page);
  return { ...opened, asked };
}

/** Brings the list and the map beside it to the top of the window. */
async function showMap(page: Page): Promise<void> {
  await page.locator('.map-place').evaluate((element) => element.scrollIntoView());
  await page.locator('.od-map canvas.leaflet-tile-loaded').first().waitFor();
}

const pin = (page: Page, n: number) => page.locator(`.map-pin[aria-label^="${n}. "]`);
const centreOf = (page: Page) => page.locator('.leaflet-map-pane').evaluate((pane) => getComputedStyle(pane).transform);

describe('the map beside the list', () => {
  it('stands under the page’s policy, talks to nobody else, and complains of nothing', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, troubles } = await openMap(around, { ...wide, colorScheme });
      await pin(page, 1).waitFor();
      await page.locator('.map-bundle').first().waitFor();
      expect(troubles).toEqual([]);
      await page.context().close();
    }
  });

  it('names each pin with its number, what it is and where', async () => {
    const { page } = await openMap('/find?q=mend+and+natter');
    await pin(page, 1).waitFor();
    expect(await pin(page, 1).getAttribute('aria-label')).toBe('1. Mend and Natter, group, Riverside Hall');
    await page.context().close();
  });

  it('speaks Welsh on Welsh pages, its links too', async () => {
    const { page } = await openMap('/cy/find?q=trwsio');
    await pin(page, 1).waitFor();
    expect(await pin(page, 1).getAttribute('aria-label')).toContain(', grŵp');
    await pin(page, 1).press('Enter');
    expect(await page.locator('.map-card-body a').getAttribute('href')).toMatch(/^\/cy\/around\//);
    await page.context().close();
  });

  it('lights up a pin and its place in the list together', async () => {
    const { page } = await openMap(around);
    await pin(page, 2).waitFor();
    await page.locator('#found-2').hover();
    expect(await page.locator('.map-pin.lit').getAttribute('aria-label')).toMatch(/^2\. /);
    await page.mouse.move(5, 5);
    await pin(page, 3).focus();
    expect(await page.locator('#results .lit').getAttribute('id')).toBe('found-3');
    await page.context().close();
  });

  it('opens a card by Enter, closes it by Escape, and gives the focus back', async () => {
    const { page } = await openMap(around);
    await pin(page, 1).focus();
    await page.keyboard.press('Enter');
    const title = page.locator('.map-card-body a');
    expect(await title.getAttribute('href')).toBe(await page.locator('#found-1 h3 a').getAttribute('href'));
    expect(await title.evaluate((link) => link === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await title.waitFor({ state: 'detached' });
    expect(await pin(page, 1).evaluate((button) => button === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('moves by arrow keys, by buttons, and never needs a drag', async () => {
    const { page } = await openMap(around, { ...wide, reducedMotion: 'reduce' });
    const places = [await centreOf(page)];
    await page.locator('.od-map').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      (old) => getComputedStyle(document.querySelector('.leaflet-map-pane') ?? document.body).transform !== old,
      places[0],
    );
    places.push(await centreOf(page));
    await page.getByRole('button', { name: 'Move the map' }).click();
    await page.getByRole('button', { name: 'Move down' }).click();
    await page.waitForFunction(
      (old) => getComputedStyle(document.querySelector('.leaflet-map-pane') ?? document.body).transform !== old,
      places[1],
    );
    const zoomAfter = async (name: string) => {
      const asked = page.waitForRequest('**/api/v1/map/clusters?**');
      await page.getByRole('button', { name, exact: true }).click();
      return Number(new URL((await asked).url()).searchParams.get('zoom'));
    };
    await page.waitForLoadState('networkidle');
    const closer = await zoomAfter('Closer');
    expect(await zoomAfter('Further out')).toBe(closer - 1);
    await page.context().close();
  });

  it('has targets of 44 pixels or more', async () => {
    const { page } = await openMap(around);
    await page.locator('.map-bundle').first().waitFor();
    const small = await page
      .locator('.od-map :is(button, a):visible')
      .evaluateAll((elements) =>
        elements
          .filter((element) => element.getBoundingClientRect().width < 43.9 || element.getBoundingClientRect().height < 43.9)
          .map((element) => element.outerHTML),
      );
    expect(small).toEqual([]);
    await page.context().close();
  });

  it('offers to search where the reader went, and the list follows', async () => {
    const { page, troubles } = await openMap(`${around}&within=1200&kind=group`, { ...wide, reducedMotion: 'reduce' });
    await pin(page, 1).waitFor();
    const offer = page.getByRole('button', { name: 'Look in this part' });
    expect(await offer.isVisible()).toBe(false);
    await page.locator('.od-map').focus();
    for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowUp');
    await offer.click();
    await page.waitForFunction(() => new URLSearchParams(location.search).has('bbox') && !document.querySelector('#results[aria-busy]'));
    const query = new URL(page.url()).searchParams;
    expect([query.get('kind'), query.get('near'), query.get('within')]).toEqual(['group', 'QX3 2AB', null]);
    const [west = 0, south = 0, east = 0, north = 0] = (query.get('bbox') ?? '').split(',').map(Number);
    const answer = await page.request.get(`${site.address}/api/v1/assets?kind=group&bbox=${[west, south, east, north]}`);
    expect(await page.locator('#result-count').innerText()).toContain(String((await answer.json()).total));
    expect(await offer.isVisible()).toBe(false);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('puts a new list’s pins in place of the old ones', async () => {
    const { page } = await openMap('/find?q=choir');
    const before = await pin(page, 1).getAttribute('aria-label');
    await page.locator('#q').fill('allotment');
    await page.waitForFunction((old) => document.querySelector('.map-pin[aria-label^="1. "]')?.getAttribute('aria-label') !== old, before);
    const name = await page.locator('#found-1 h3 a').innerText();
    expect(await pin(page, 1).getAttribute('aria-label')).toContain(name);
    await page.context().close();
  });

  it('bundles what has no pin, and comes closer when a bundle is pressed', async () => {
    const { page } = await openMap('/find', { ...wide, reducedMotion: 'reduce' });
    const zooms: number[] = [];
    const readZoom = (url: string) => url.includes('/map/clusters') && zooms.push(Number(new URL(url).searchParams.get('zoom')));
    page.on('request', (request) => readZoom(request.url()));
    await page.waitForLoadState('networkidle');
    const bundle = page.locator('.map-bundle').first();
    expect(await bundle.getAttribute('aria-label')).toMatch(/^\d+ things here/);
    await page.getByRole('button', { name: 'Further out', exact: true }).click();
    await page.waitForLoadState('networkidle');
    await expect.poll(() => zooms.length).toBeGreaterThan(0);
    const far = zooms.at(-1) ?? 0;
    await bundle.press('Enter');
    await expect.poll(() => zooms.at(-1)).toBeGreaterThan(far);
    await page.context().close();
  });

  it('draws other colours in the dark', async () => {
    const { page } = await openMap(around);
    const brightness = () =>
      page
        .locator('.od-map canvas.leaflet-tile-loaded')
        .first()
        .evaluate((canvas: HTMLCanvasElement) => {
          const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
          const colours = pixels.filter((_, i) => i % 4 !== 3);
          return colours.reduce((sum, value) => sum + value, 0) / colours.length;
        });
    const day = await brightness();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForTimeout(300);
    await page.locator('.od-map canvas.leaflet-tile-loaded').first().waitFor();
    expect(day).toBeGreaterThan(200);
    expect(await brightness()).toBeLessThan(90);
    await page.context().close();
  });

  it('outlines the area on its page', async () => {
    const { page, troubles } = await openMap('/areas/abbey-and-riverside');
    await page.locator('path.area-outline').waitFor({ state: 'attached' });
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

describe('the map on a phone', () => {
  it('costs nothing until it is asked for', async () => {
    const { page, asked } = await openMap(around, phone);
    await page.mouse.wheel(0, 4000);
    await page.waitForTimeout(300);
    expect(asked.filter((path) => /create-map|basemap|clusters/.test(path))).toEqual([]);
    await page.context().close();
  });

  it('opens over the list and closes back to the same spot and focus', async () => {
    const { page, troubles } = await openMap(around, phone);
    const opener = page.getByRole('link', { name: 'See the map' });
    await opener.scrollIntoViewIfNeeded();
    const spot = await page.evaluate(() => scrollY);
    await opener.click();
    await pin(page, 1).waitFor();
    expect(await page.locator('.map-screen').evaluate((screen) => screen.getBoundingClientRect().height)).toBe(740);
    expect(await page.getByRole('button', { name: 'Look in this part' }).isVisible()).toBe(false);
    await pin(page, 1).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await page.locator('.map-screen[open]').count()).toBe(1);
    await page.getByRole('button', { name: 'Back to the list' }).click();
    expect(await page.locator('.map-screen[open]').count()).toBe(0);
    expect(await opener.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(spot);
    await opener.click();
    await page.keyboard.press('Escape');
    expect(await page.locator('.map-screen[open]').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('says so when it cannot come, and the list stays', async () => {
    const { page } = await openMap(around, phone);
    await page.route('**/basemap/style.json', (route) => route.abort());
    await page.getByRole('link', { name: 'See the map' }).click();
    await page.getByText('The map would not load.').first().waitFor();
    expect(await page.locator('#results h3').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('has a button in its place on an asset’s page', async () => {
    const { page } = await openMap('/around/mend-and-natter', phone);
    await page.getByRole('button', { name: 'See the map' }).click();
    await pin(page, 1).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('.map-screen[open]').count()).toBe(0);
    await page.context().close();
  });
});
