import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { neutralSite } from '../../web/urls.ts';
import { openSite, type Site } from '../e2e/open-site.ts';
import { around, drawn, isFocused, openMap, phone, pin } from './open-map.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const opened = (page: Page) => page.locator('.map-screen[open]');
const steps = (page: Page) => page.evaluate(() => history.length);
const isShut = (page: Page) => page.waitForFunction(() => !document.querySelector('.map-screen[open]') && !history.state?.map);

describe('the map on a phone', () => {
  it('costs nothing until it is asked for', async () => {
    const { page, asked } = await openMap(site, around, phone);
    await page.locator('footer').scrollIntoViewIfNeeded();
    // By then a watcher of what comes into view would have spoken.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await page.waitForLoadState('networkidle');
    expect(asked.filter((path) => /create-map|basemap|clusters/.test(path))).toEqual([]);
    await page.context().close();
  });

  it('opens over the list and closes back to the same spot and focus', async () => {
    const { page, troubles } = await openMap(site, around, phone);
    const opener = page.getByRole('link', { name: 'See the map' });
    await opener.scrollIntoViewIfNeeded();
    const spot = await page.evaluate(() => scrollY);
    await opener.click();
    await pin(page, 1).waitFor();
    await drawn(page);
    expect(await page.locator('.map-screen').evaluate((screen) => screen.getBoundingClientRect().height)).toBe(740);
    expect(await page.getByRole('button', { name: 'Look in this part' }).isVisible()).toBe(false);
    await pin(page, 1).focus();
    await page.keyboard.press('Enter');
    await page.locator('.map-card-body').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.map-card-body').waitFor({ state: 'detached' });
    expect(await opened(page).count()).toBe(1);
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await isShut(page);
    await expect.poll(() => opener.evaluate(isFocused)).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(spot);
    await opener.click();
    await opened(page).waitFor();
    await page.keyboard.press('Escape');
    await isShut(page);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('says so when it cannot come, and the list stays', async () => {
    const { page } = await openMap(site, around, phone);
    await page.route('**/basemap/style.json', (route) => route.abort());
    await page.getByRole('link', { name: 'See the map' }).click();
    await page.getByText('The map would not load.').first().waitFor();
    expect(await page.locator('#results h3').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('has a button in its place on an asset’s page', async () => {
    const { page } = await openMap(site, '/around/mend-and-natter', phone);
    await page.getByRole('button', { name: 'See the map' }).click();
    await page.locator('.map-pin').waitFor();
    const [only, ...others] = await page.locator('.map-pin').all();
    expect([await only?.innerText(), await only?.getAttribute('aria-label'), others]).toEqual(['G', 'Mend and Natter, group', []]);
    await page.keyboard.press('Escape');
    await isShut(page);
    await page.context().close();
  });
});

describe('Back on a phone', () => {
  it('shuts the map and stays on the page, at the same spot and focus', async () => {
    const { page } = await openMap(site, '/about', phone);
    await page.goto(`${site.address}${around}`);
    const opener = page.getByRole('link', { name: 'See the map' });
    await opener.click();
    await pin(page, 1).waitFor();
    await page.goBack();
    await isShut(page);
    expect(new URL(page.url()).pathname).toBe('/find');
    await expect.poll(() => opener.evaluate(isFocused)).toBe(true);
    await page.goForward();
    await opened(page).waitFor();
    await page.goBack();
    await isShut(page);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/about');
    await page.context().close();
  });

  it('finds no step of the map’s left over, however it was closed', async () => {
    const { page } = await openMap(site, '/about', phone);
    await page.goto(`${site.address}${around}`);
    const opener = page.getByRole('link', { name: 'See the map' });
    for (const close of [() => page.getByRole('button', { name: 'Back to the list' }).click(), () => page.keyboard.press('Escape')]) {
      await opener.click();
      await pin(page, 1).waitFor();
      await close();
      await isShut(page);
    }
    expect(await steps(page)).toBe(4);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/about');
    await page.context().close();
  });

  it('keeps what was looked for on the map, and undoes it only then', async () => {
    for (const close of ['button', 'back']) {
      const { page } = await openMap(site, `${around}&kind=group`, phone);
      const before = await page.locator('#result-count').innerText();
      await page.getByRole('link', { name: 'See the map' }).click();
      await pin(page, 1).waitFor();
      await page.getByRole('button', { name: 'Closer', exact: true }).click();
      await page.getByRole('button', { name: 'Look in this part' }).click();
      await page.waitForFunction(() => location.search.includes('bbox') && !document.querySelector('#results[aria-busy]'));
      const found = await page.locator('#result-count').innerText();
      if (close === 'back') await page.goBack();
      else await page.getByRole('button', { name: 'Back to the list' }).click();
      await isShut(page);
      expect([new URL(page.url()).searchParams.has('bbox'), await page.locator('#result-count').innerText()]).toEqual([true, found]);
      await page.goBack();
      await page.waitForFunction((words) => document.getElementById('result-count')?.innerText === words, before);
      expect(new URL(page.url()).searchParams.has('bbox')).toBe(false);
      await page.context().close();
    }
  });

  it('finds the map again behind a page that it led to', async () => {
    const { page } = await openMap(site, around, phone);
    await page.getByRole('link', { name: 'See the map' }).click();
    // Until then pins may still be put elsewhere, and the key that was meant for one goes to the map.
    await drawn(page);
    await pin(page, 1).press('Enter');
    await page.locator('.map-card-body a').first().click();
    await page.waitForURL('**/around/**');
    await page.goBack();
    await opened(page).waitFor();
    await drawn(page);
    await page.context().close();
  });

  it('does not find this page after three presses of Shift on the map', async () => {
    const { page } = await openMap(site, '/about', phone);
    await page.route(`${neutralSite}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
    await page.goto(`${site.address}${around}`);
    await page.getByRole('link', { name: 'See the map' }).click();
    await pin(page, 1).waitFor();
    await page.evaluate(() => {
      for (let press = 0; press < 3; press++) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    });
    await page.waitForURL(`${neutralSite}**`);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/about');
    await page.context().close();
  });
});
