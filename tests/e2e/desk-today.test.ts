import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { signIn } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { twelveThings } from '../today/waiting-things.ts';

let test: TestApp;
let browser: Browser;
let address: string;
beforeAll(async () => {
  test = await createTestApp('sample');
  address = await test.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await test.close();
});

const openDesk = async (options: { javaScriptEnabled: boolean }): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, ...options });
  await (await signIn(test, 'coordinator')).signInBrowser(context, address);
  const page = await context.newPage();
  await page.goto(`${address}/desk`);
  return page;
};

it.each([true, false])('a coordinator clears twelve things of all sorts on a phone in under forty taps (script: %s)', async (script) => {
  await twelveThings(test);
  const page = await openDesk({ javaScriptEnabled: script });
  const things = await page.locator('.today-card').count();
  expect(things).toBeGreaterThanOrEqual(12);
  expect(await page.locator('.lead').first().textContent()).toBe(`${things} things would like you today`);
  let taps = 0;
  const first = () => page.locator('.today-card').first();
  while ((await first().count()) > 0) {
    await Promise.all([page.waitForEvent('load'), first().locator('button[name=act]').first().tap()]);
    taps += 1;
    expect(taps).toBeLessThan(40);
    expect(await page.locator('.done-bar').innerText()).toContain('Undo');
  }
  // What is published may look like what stands, and is asked about then.
  expect(taps).toBeGreaterThanOrEqual(things);
  expect(await page.locator('.lead').first().textContent()).toContain('Put the kettle on');
  await Promise.all([page.waitForEvent('load'), page.locator('.done-bar button').tap()]);
  expect(await page.locator('.today-card').count()).toBe(1);
  await page.context().close();
});

it('after a card the next one has the keyboard, and nothing is too small for a thumb', async () => {
  await twelveThings(test);
  const page = await openDesk({ javaScriptEnabled: true });
  const names = await page.locator('.today-card h2').allTextContents();
  await page.locator('.today-card').nth(1).locator('button[name=act]').first().tap();
  await page.waitForURL(/done=/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.querySelector('h2')?.textContent)).toBe(names[2]);
  const small = await page
    .locator('.today-card :is(button, a.button, summary):visible, .done-bar button')
    .evaluateAll((all) => all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.textContent));
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.context().close();
});
