import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenDesk, openDesk } from './open-desk.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let desk: OpenDesk;
let open: OpenDesk['open'];
let browser: OpenDesk['browser'];
let origin: string;
beforeAll(async () => {
  desk = await openDesk();
  ({ open, browser, origin } = desk);
});
afterAll(() => desk?.close());

/** The coordinator makes a link on their phone and shows it. */
async function makeLink(): Promise<string> {
  const context = await browser.newContext({ baseURL: origin, bypassCSP: true, viewport: { width: 360, height: 780 } });
  await open.sian.signInBrowser(context, origin);
  const page = await context.newPage();
  await page.goto('/desk/assets/mend-and-natter');
  await page.getByRole('link', { name: 'Let them keep it themselves' }).click();
  await page.getByRole('button', { name: 'Show it, to hand over' }).click();
  const box = page.getByLabel('The link', { exact: true });
  const link = await box.inputValue();
  // All of it is seen, on a phone too.
  expect(await box.evaluate((shown) => [shown.scrollWidth <= shown.clientWidth, shown.scrollHeight <= shown.clientHeight])).toEqual([
    true,
    true,
  ]);
  await barriers(page);
  await context.close();
  return new URL(link).pathname;
}

/** Nothing that axe finds, and nothing wider than the page. */
async function barriers(page: Page) {
  await page.waitForLoadState();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.evaluate(axeSource);
  expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html].join()))')).toEqual(
    [],
  );
}

test.each([true, false])('a group keeps its own page on a phone (script: %s)', async (script) => {
  await open.query('delete from proposed_edits');
  const link = await makeLink();
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: script, viewport: { width: 360, height: 780 } });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  const pass = () => open.clock.pass(5_000);
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: 'Mend and Natter' }).waitFor();
  pass();
  await page.getByRole('button', { name: 'Yes, all right' }).click();
  await page.getByRole('status').getByText('Your page now says that you checked it today.').waitFor();
  await page.getByLabel('When it is', { exact: true }).fill('Fridays 1pm to 3pm');
  if (script)
    await page
      .getByText(/Fri 27 Nov|27 November/)
      .first()
      .waitFor();
  await page.getByLabel('A word about the cost').fill(`Tea ${script ? 20 : 30}p`);
  pass();
  await page.getByRole('button', { name: 'Save what I changed' }).click();
  await page.getByText('Saved. Everyone sees it now.').waitFor();
  expect((await open.state()).state.sessions[0]?.rule).toContain('BYDAY=FR');
  await page.getByLabel('4. How do people join in?').fill(`Ask for Dee ${script}`);
  pass();
  await page.getByRole('button', { name: 'Save what I changed' }).click();
  await page.getByText(/Somebody looks at it first/).waitFor();
  await page.getByText('looks at this first: How people join.').waitFor();
  pass();
  await page.getByText('It is having a rest').click();
  await page.getByLabel('What is the last day of the rest?').fill('2026-12-20');
  await page.getByRole('button', { name: 'Let it rest' }).click();
  await page.getByText('It rests now, and its page says until when.').waitFor();
  pass();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('Put it right yourselves').waitFor();
  if (script) expect(await page.evaluate(() => document.cookie + JSON.stringify({ ...localStorage }))).toBe('{}');
  expect(troubles).toEqual([]);
  await context.close();
});

test.each([320, 1280])('what a group finds behind its link has no barrier that axe finds, at %d px', async (width) => {
  const link = await makeLink();
  const context = await browser.newContext({ baseURL: origin, bypassCSP: true, viewport: { width, height: 900 } });
  const page = await context.newPage();
  for (const path of [link, `/cy${link}`]) {
    await page.goto(path);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    await barriers(page);
  }
  await open.press(open.sian, 'step', 'pause');
  await page.goto(link);
  await barriers(page);
  await open.press(open.sian, 'step', 'show');
  await context.close();
});
