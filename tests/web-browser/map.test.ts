import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../e2e/open-site.ts';
import { around, drawn, isFocused, openMap, phone, pin, wide } from './open-map.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const centreOf = (page: Page) => page.locator('.leaflet-map-pane').evaluate((pane) => getComputedStyle(pane).transform);

describe('the map beside the list', () => {
  it('stands under the page’s policy, talks to nobody else, and complains of nothing', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, troubles } = await openMap(site, around, { ...wide, colorScheme });
      await pin(page, 1).waitFor();
      await page.locator('.map-bundle').first().waitFor();
      expect(troubles).toEqual([]);
      await page.context().close();
    }
  });

  it('names each pin with its number, what it is and where', async () => {
    const { page } = await openMap(site, '/find?q=mend+and+natter');
    await pin(page, 1).waitFor();
    expect(await pin(page, 1).getAttribute('aria-label')).toBe('1. Mend and Natter, group, Riverside Hall');
    await page.context().close();
  });

  it('speaks Welsh on Welsh pages, its links too', async () => {
    const { page } = await openMap(site, '/cy/find?q=cor+y+bont');
    await pin(page, 1).waitFor();
    expect(await pin(page, 1).getAttribute('aria-label')).toContain(', grŵp');
    await pin(page, 1).press('Enter');
    expect(await page.locator('.map-card-body a').getAttribute('href')).toMatch(/^\/cy\/around\//);
    await page.context().close();
  });

  it('lights up a pin and its place in the list together', async () => {
    const { page } = await openMap(site, around);
    await pin(page, 2).waitFor();
    await page.locator('#found-2').hover();
    await expect.poll(() => page.locator('.map-pin.lit').getAttribute('aria-label')).toMatch(/^2\. /);
    await page.mouse.move(5, 5);
    await page.locator('.lit').first().waitFor({ state: 'detached' });
    await pin(page, 3).focus();
    await expect.poll(() => page.locator('#results .lit').getAttribute('id')).toBe('found-3');
    await page.context().close();
  });

  it('opens a card by Enter, closes it by Escape, and gives the focus back', async () => {
    const { page } = await openMap(site, around);
    await pin(page, 1).focus();
    await page.keyboard.press('Enter');
    const title = page.locator('.map-card-body a');
    expect(await title.getAttribute('href')).toBe(await page.locator('#found-1 h3 a').getAttribute('href'));
    await expect.poll(() => title.evaluate(isFocused)).toBe(true);
    await page.keyboard.press('Escape');
    await title.waitFor({ state: 'detached' });
    await expect.poll(() => pin(page, 1).evaluate(isFocused)).toBe(true);
    await page.context().close();
  });

  it('stands still under an opening card for readers who asked for less movement', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      const { page } = await openMap(site, around, { ...phone, reducedMotion });
      await page.getByRole('link', { name: 'See the map' }).click();
      await drawn(page);
      // The pin that is highest has no room above it for its card.
      const isSliding = await page.locator('.map-pin').evaluateAll((pins) => {
        const top = (pin: Element) => pin.getBoundingClientRect().top;
        const [highest] = pins.sort((one, other) => top(one) - top(other));
        if (highest instanceof HTMLElement) highest.click();
        return document.querySelector('.leaflet-pan-anim') !== null;
      });
      expect([reducedMotion, isSliding]).toEqual([reducedMotion, reducedMotion === 'no-preference']);
      await page.context().close();
    }
  });

  it('moves by arrow keys, by buttons, and never needs a drag', async () => {
    const { page } = await openMap(site, around);
    const zooms: number[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/map/clusters')) zooms.push(Number(new URL(request.url()).searchParams.get('zoom')));
    });
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
    await expect.poll(() => zooms.length).toBeGreaterThan(0);
    const before = zooms.at(-1) ?? Number.NaN;
    await page.getByRole('button', { name: 'Closer', exact: true }).click();
    await expect.poll(() => zooms.at(-1)).toBe(before + 1);
    await page.getByRole('button', { name: 'Further out', exact: true }).click();
    await expect.poll(() => zooms.at(-1)).toBe(before);
    await page.context().close();
  });

  it('has targets of 44 pixels or more', async () => {
    const { page } = await openMap(site, around);
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
    const { page, troubles } = await openMap(site, `${around}&within=1200&kind=group`);
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
    const { page } = await openMap(site, '/find?q=choir');
    const before = await pin(page, 1).getAttribute('aria-label');
    await page.locator('#q').fill('allotment');
    await page.waitForFunction((old) => document.querySelector('.map-pin[aria-label^="1. "]')?.getAttribute('aria-label') !== old, before);
    const name = await page.locator('#found-1 h3 a').innerText();
    expect(await pin(page, 1).getAttribute('aria-label')).toContain(name);
    await page.context().close();
  });

  it('bundles what has no pin, and comes closer when a bundle is pressed', async () => {
    const { page } = await openMap(site, '/find');
    const bundle = page.locator('.map-bundle').first();
    await bundle.waitFor();
    expect(await bundle.getAttribute('aria-label')).toMatch(/^\d+ things here/);
    expect(await bundle.innerText()).toMatch(/^\+\d+$/);
    const further = page.getByRole('button', { name: 'Further out', exact: true });
    expect(await further.getAttribute('aria-disabled')).toBe('true');
    await bundle.press('Enter');
    await page.locator('.map-button[aria-label="Further out"][aria-disabled="false"]').waitFor();
    await page.context().close();
  });

  it('draws other colours in the dark', async () => {
    const { page } = await openMap(site, around);
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
    expect(day).toBeGreaterThan(200);
    await drawn(page);
    await expect.poll(brightness).toBeLessThan(90);
    await page.context().close();
  });

  it('outlines the area on its page', async () => {
    const { page, troubles } = await openMap(site, '/areas/abbey-and-riverside');
    await page.locator('path.area-outline').waitFor({ state: 'attached' });
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
