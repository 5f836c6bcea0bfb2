import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../e2e/open-site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const wide = { viewport: { width: 1280, height: 900 } };
const box = (page: Page) => page.locator('#q');
const choice = (page: Page, name: string, value: string) => page.locator(`#filters input[name=${name}][value=${value}]`);

/** The whole query of the address, once the list has followed it. */
async function settled(page: Page, query: Record<string, string>): Promise<void> {
  const wanted = JSON.stringify(Object.entries(query).sort());
  await page.waitForFunction((text) => JSON.stringify([...new URLSearchParams(location.search)].sort()) === text, wanted);
  await page.waitForFunction(() => !document.querySelector('#results[aria-busy]'));
}

async function openMenu(page: Page, title: string): Promise<void> {
  await page.locator('#filters summary', { hasText: title }).click();
}

describe('a day said in the box', () => {
  it('is chosen while it stands there, and no longer', async () => {
    const { page, troubles } = await site.open('/find', wide);
    await box(page).pressSequentially('choir sunday');
    await settled(page, { q: 'choir sunday' });
    expect(await choice(page, 'day', 'sunday').isChecked()).toBe(true);
    expect(await page.locator('#understood').innerText()).toContain('Looking for choir, on Sundays.');

    await box(page).fill('choir tuesday');
    await settled(page, { q: 'choir tuesday' });
    expect(await choice(page, 'day', 'tuesday').isChecked()).toBe(true);
    expect(await page.locator('#understood .chosen a').count()).toBe(2);

    await box(page).fill('choir');
    await settled(page, { q: 'choir' });
    expect(await page.locator('#filters input[name=day]:checked').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('stays chosen when something else is chosen, and leaves the box', async () => {
    const { page } = await site.open('/find', wide);
    await box(page).fill('choir on sunday near QX3 2AB');
    await settled(page, { q: 'choir on sunday near QX3 2AB' });
    await openMenu(page, 'Kind');
    await choice(page, 'kind', 'group').check();
    await settled(page, { q: 'choir', near: 'QX3 2AB', day: 'sunday', kind: 'group' });
    expect([await box(page).inputValue(), await page.locator('#near').inputValue()]).toEqual(['choir', 'QX3 2AB']);

    await box(page).press('End');
    await box(page).pressSequentially('s');
    await settled(page, { q: 'choirs', near: 'QX3 2AB', day: 'sunday', kind: 'group' });
    await page.context().close();
  });

  it('is taken off by its own box, or with one press', async () => {
    const { page } = await site.open('/find', wide);
    await box(page).fill('choir sunday');
    await settled(page, { q: 'choir sunday' });
    await openMenu(page, 'When');
    await choice(page, 'day', 'sunday').uncheck();
    await settled(page, { q: 'choir' });

    await box(page).fill('choir free');
    await settled(page, { q: 'choir free' });
    await page.locator('#understood .chosen a', { hasText: 'Free' }).click();
    await settled(page, { q: 'choir' });
    expect(await box(page).inputValue()).toBe('choir');
    await page.context().close();
  });

  it('is looked for as it stands with one press', async () => {
    const { page } = await site.open('/find?q=choir+sunday', wide);
    expect(await box(page).inputValue()).toBe('choir');
    await page.locator('#understood a', { hasText: 'Just these words' }).click();
    await settled(page, { q: '“choir sunday”' });
    expect(await page.locator('#filters input[name=day]:checked').count()).toBe(0);
    await page.context().close();
  });

  it('is there again after Back', async () => {
    const { page } = await site.open('/find', wide);
    await box(page).fill('choir sunday');
    await settled(page, { q: 'choir sunday' });
    await openMenu(page, 'Kind');
    await choice(page, 'kind', 'group').check();
    await settled(page, { q: 'choir', day: 'sunday', kind: 'group' });
    await page.goBack();
    await settled(page, { q: 'choir sunday' });
    await choice(page, 'day', 'sunday').and(page.locator(':checked')).waitFor({ state: 'attached' });
    await box(page).fill('choir');
    await settled(page, { q: 'choir' });
    await page.context().close();
  });
});
