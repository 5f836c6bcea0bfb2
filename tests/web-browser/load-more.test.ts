import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../e2e/open-site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const phone = { viewport: { width: 360, height: 760 } };
const wide = { viewport: { width: 1280, height: 900 } };
const around = '/find?near=QX3+2AB';
const results = (page: Page) => page.locator('#results li.result');
const names = (page: Page) => results(page).locator('h3 a').allInnerTexts();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('li')?.id);

async function showMore(page: Page, length: number): Promise<void> {
  await page.getByRole('link', { name: 'Show 20 more' }).click();
  await results(page)
    .nth(length - 1)
    .waitFor();
}

describe('a list that grows', () => {
  it('keeps what stands there, gives the focus to the first new one, and says how far it has come', async () => {
    const { page, troubles } = await site.open(around, phone);
    const first = await names(page);
    await showMore(page, 40);
    expect((await names(page)).slice(0, 20)).toEqual(first);
    expect(await focused(page)).toBe('found-21');
    expect(await page.locator('#result-count').innerText()).toMatch(/^\d+ around here, shown up to number 40$/);
    await showMore(page, 60);
    expect([await focused(page), await results(page).count()]).toEqual(['found-41', 60]);
    expect(new Set(await names(page)).size).toBeGreaterThan(50);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('has an address that shows the same list to anyone, in the same order and number', async () => {
    const { page } = await site.open(around, phone);
    await showMore(page, 40);
    expect(new URL(page.url()).searchParams.get('per_page')).toBe('40');
    const grown = await names(page);
    await page.reload();
    expect(await names(page)).toEqual(grown);
    const { page: other } = await site.open(page.url().replace(site.address, ''), { ...phone, javaScriptEnabled: false });
    expect(await names(other)).toEqual(grown);
    expect(await other.getByRole('link', { name: 'Show 20 more' }).getAttribute('href')).toBe('/find?near=QX3+2AB&page=3');
    await other.context().close();
    await page.context().close();
  });

  it('is no step in the history: Back leads to where the reader came from', async () => {
    const { page } = await site.open('/about', phone);
    await page.goto(`${site.address}${around}`);
    await showMore(page, 40);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/about');
    await page.context().close();
  });

  it('is come back to at the same spot, with the focus on what was opened', async () => {
    const { page } = await site.open(around, phone);
    await showMore(page, 40);
    const link = page.locator('#found-33 h3 a');
    await link.scrollIntoViewIfNeeded();
    const [spot, name] = [await page.evaluate(() => scrollY), await link.innerText()];
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/around/**');
    expect(await page.locator('h1').innerText()).toBe(name);
    await page.goBack();
    await page.waitForFunction(() => document.activeElement?.closest('li')?.id === 'found-33');
    expect(await results(page).count()).toBe(40);
    await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - spot)).toBeLessThan(100);
    await page.context().close();
  });

  it('has a pin of its number for each that is new', async () => {
    const { page } = await site.open(`${around}&kind=group`, wide);
    await page.locator('.map-pin').first().waitFor();
    await showMore(page, 40);
    const numbered = (n: number) => page.locator('.map-pin').filter({ hasText: new RegExp(`\\b${n}\\b|…|–`) });
    await numbered(40).first().waitFor();
    await page.locator('#found-21').hover();
    await page.locator('.map-pin.lit').waitFor();
    const [lit = ''] = (await page.locator('.map-pin.lit').getAttribute('aria-label'))?.split('. ') ?? [];
    expect(lit).toMatch(/\b21\b|–|…/);
    await page.context().close();
  });

  it('begins anew with a new search', async () => {
    const { page } = await site.open(around, phone);
    await showMore(page, 40);
    await page.getByRole('link', { name: 'Soonest' }).click();
    await page.waitForFunction(() => location.search.includes('sort=soonest') && !document.querySelector('#results[aria-busy]'));
    expect(new URL(page.url()).searchParams.get('per_page')).toBeNull();
    expect(await results(page).count()).toBe(20);
    await page.context().close();
  });

  it('goes on page by page once it is as long as one address can hold, and from a page in the middle', async () => {
    for (const [start, next] of [
      ['/find?per_page=100', '6'],
      ['/find?page=3', '4'],
    ] as const) {
      const { page } = await site.open(start, phone);
      await page.getByRole('link', { name: 'Show 20 more' }).click();
      await page.waitForFunction((wanted) => new URLSearchParams(location.search).get('page') === wanted, next);
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('results');
      expect(await results(page).count()).toBe(20);
      expect(await results(page).first().getAttribute('id')).toBe(`found-${(Number(next) - 1) * 20 + 1}`);
      await page.context().close();
    }
  });

  it('ends with the signposts, and without a way on', async () => {
    const { page } = await site.open('/find?topic=music&kind=group', phone);
    const total = Number.parseInt(await page.locator('#result-count').innerText(), 10);
    while (await page.locator('#results a[rel=next]').count()) {
      const length = await results(page).count();
      await page.locator('#results a[rel=next]').click();
      await page.waitForFunction((was) => document.querySelectorAll('#results li.result').length > was, length);
    }
    expect(await results(page).count()).toBe(total);
    await page.context().close();
  });

  it('is a plain link without script', async () => {
    const { page } = await site.open(around, { ...phone, javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Show 20 more' }).click();
    await page.waitForURL('**/find?near=QX3+2AB&page=2');
    expect(await results(page).first().getAttribute('id')).toBe('found-21');
    await page.context().close();
  });
});
