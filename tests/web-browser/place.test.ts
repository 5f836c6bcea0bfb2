import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../e2e/open-site.ts';
import { openMap, pin } from './open-map.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const wide = { viewport: { width: 1280, height: 900 } };
const button = (page: Page) => page.getByRole('button', { name: 'Use my location' });
const near = (page: Page) => new URL(page.url()).searchParams.get('near');
const said = (page: Page) => page.locator('.my-place [role=status]');

async function settle(page: Page, place: string): Promise<void> {
  await page.waitForFunction((wanted) => new URLSearchParams(location.search).get('near') === wanted, place);
  await page.waitForFunction(() => !document.querySelector('#results[aria-busy]'));
}

/** The find page on a device that stands there and may tell. */
async function openAt(latitude: number, longitude: number, options: BrowserContextOptions = {}) {
  return site.open('/find?kind=group', {
    ...wide,
    geolocation: { latitude, longitude },
    permissions: ['geolocation'],
    ...options,
  });
}

describe('“Use my location”', () => {
  it('looks from there, cut to a hundred metres, and never shows a number', async () => {
    const { page, troubles } = await openAt(52.2513377, -3.0124999);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await button(page).click();
    await settle(page, '52.251,-3.012');
    expect(await page.locator('h1').innerText()).toBe('Around where you are');
    expect(await page.locator('#near').inputValue()).toBe('');
    expect(await page.locator('#near').getAttribute('placeholder')).toBe('where you are');
    expect(await page.locator('main').innerText()).not.toContain('52.25');
    expect(asked.filter((url) => /52\.2513|3\.0124/.test(decodeURIComponent(url)))).toEqual([]);
    expect(new URL(page.url()).searchParams.get('kind')).toBe('group');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('stays with the search that follows, until another place is typed', async () => {
    const { page } = await openAt(52.2513377, -3.0124999);
    await button(page).click();
    await settle(page, '52.251,-3.012');
    await page.locator('#q').fill('choir');
    await page.waitForFunction(() => new URLSearchParams(location.search).get('q') === 'choir');
    expect(near(page)).toBe('52.251,-3.012');
    await page.locator('#near').fill('QX3 2AB');
    await settle(page, 'QX3 2AB');
    expect(new URL(page.url()).searchParams.getAll('near')).toEqual(['QX3 2AB']);
    expect(await page.locator('#near').getAttribute('placeholder')).toBe('postcode or place');
    await page.context().close();
  });

  it('takes no for an answer, politely', async () => {
    const { page } = await site.open('/find', { ...wide, permissions: [] });
    await button(page).click();
    await said(page).filter({ hasText: 'type a postcode or a place instead' }).waitFor();
    expect(near(page)).toBeNull();
    await page.context().close();
  });

  it('says kindly when someone is far away, and shows what is nearest', async () => {
    const { page } = await openAt(52.45, -3);
    await button(page).click();
    await settle(page, '52.450,-3.000');
    const text = await page.locator('#understood').innerText();
    expect(text).toContain('Where you are is outside Aberhaven and the Marches; here is what is nearest.');
    expect(text).toContain('The closest patch is');
    await page.context().close();
  });

  it('is not there without script', async () => {
    const { page } = await site.open('/find?near=52.251,-3.012', { ...wide, javaScriptEnabled: false });
    expect(await button(page).isVisible()).toBe(false);
    expect(await page.locator('h1').innerText()).toBe('Around where you are');
    await page.locator('#q').fill('choir');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/find?q=choir**');
    expect(new URL(page.url()).searchParams.getAll('near').filter(Boolean)).toEqual(['52.251,-3.012']);
    await page.context().close();
  });
});

describe('looking from a spot on the map', () => {
  it('is offered where it is pressed long, or with the other button', async () => {
    const { page, troubles } = await openMap(site, '/find?near=QX3+2AB&kind=group');
    await pin(page, 1).waitFor();
    await page.locator('.od-map').click({ button: 'right', position: { x: 300, y: 500 } });
    const offer = page.getByRole('button', { name: 'Look from here' });
    await expect.poll(() => offer.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => /^\d+\.\d{4},-\d\.\d{4}$/.test(new URLSearchParams(location.search).get('near') ?? ''));
    await page.waitForFunction(() => !document.querySelector('#results[aria-busy]'));
    expect(await page.locator('h1').innerText()).toBe('Around the spot you chose');
    expect(new URL(page.url()).searchParams.get('kind')).toBe('group');
    expect(await page.locator('.map-near').getAttribute('data-label')).toBe('the spot you chose');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('is there for the keyboard: from the middle of the map', async () => {
    const { page } = await openMap(site, '/find?near=QX3+2AB');
    await pin(page, 1).waitFor();
    await page.getByRole('button', { name: 'Move the map' }).press('Enter');
    await page.getByRole('button', { name: 'Look from the middle of the map' }).press('Enter');
    await page.waitForFunction(() => /^\d+\.\d{4},-\d\.\d{4}$/.test(new URLSearchParams(location.search).get('near') ?? ''));
    await page.context().close();
  });
});
