import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './open-site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const smallest = { viewport: { width: 320, height: 640 } };

/** Tab by Tab, as somebody without a mouse goes. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let press = 0; press < 200; press++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`No Tab comes to ${selector}.`);
}

async function ask(page: Page, words: string): Promise<void> {
  await tabTo(page, '#q');
  await page.keyboard.type(words);
  await tabTo(page, '#near');
  await page.keyboard.type('QX3 2AB');
  await page.keyboard.press('Enter');
  await page.waitForURL(/near=QX3\+2AB/);
  await page.waitForFunction(
    () => document.querySelector('h1')?.textContent?.includes('QX3 2AB') && !document.querySelector('#results[aria-busy]'),
  );
}

describe.each([
  ['with script', true],
  ['without script', false],
])('by keyboard alone, on 320 pixels, %s', (_how, javaScriptEnabled) => {
  it('someone lonely finds company near a postcode, opens it, and comes back to the same spot', async () => {
    const { page, troubles } = await site.open('/find', { ...smallest, javaScriptEnabled });
    await ask(page, 'lonely');
    expect(await page.locator('#results').innerText()).toMatch(/minutes?’ walk/);
    await tabTo(page, '#found-9 h3 a');
    const spot = await page.evaluate(() => scrollY);
    const name = await page.locator('#found-9 h3 a').innerText();
    expect(spot).toBeGreaterThan(640);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/around/**');
    expect(await page.locator('h1').innerText()).toBe(name);
    await page.goBack();
    await page.waitForURL(/near=QX3\+2AB/);
    await expect.poll(async () => Math.abs((await page.evaluate(() => scrollY)) - spot)).toBeLessThan(100);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('someone who finds nothing is with the coordinator in one more step', async () => {
    const { page, troubles } = await site.open('/find', { ...smallest, javaScriptEnabled });
    await ask(page, 'zorbing');
    expect(await page.locator('#result-count').innerText()).toBe('Nothing found here yet');
    await tabTo(page, '.start-it a');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('what you have in mind');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/coordinators/sian-prosser');
    expect(await page.locator('main').innerText()).toContain('Siân');
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
