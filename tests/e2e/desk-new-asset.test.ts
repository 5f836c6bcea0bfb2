import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../support/sign-in.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';

let desk: OpenDesk;
let open: OpenDesk['open'];
let browser: OpenDesk['browser'];
let origin: string;
beforeAll(async () => {
  desk = await openDesk();
  ({ open, browser, origin } = desk);
});
afterAll(() => desk?.close());

test.each([
  { script: true, width: 360 },
  { script: false, width: 360 },
])('a trusted builder adds something on a phone, and it is there at once (script: $script)', async ({ script, width }) => {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: script, viewport: { width, height: 780 } });
  const builder = await signIn(open.test, 'trusted-builder');
  await builder.signInBrowser(context, origin);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto('/desk/assets');
  await page.getByRole('link', { name: 'Add something new' }).click();
  await page.getByLabel('Name').fill(`Mend and Natters ${script}`);
  await page.getByLabel('Where is it?').fill('Riverside Hall');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page
    .getByRole('heading', { name: 'Is it one of these?' })
    .or(page.getByRole('heading', { name: /Is it/ }))
    .waitFor();
  await page
    .getByRole('link', { name: /Mend and Natter/ })
    .first()
    .waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  await page.getByRole('button', { name: 'No, it is something else' }).click();
  await page.getByRole('status').first().getByText('It is begun.').waitFor();
  await page.locator('#summary').fill('Socks by the river.');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Published. Everyone sees it now.').waitFor();
  await page.getByRole('link', { name: 'The page everyone sees' }).click();
  await page.getByRole('heading', { name: `Mend and Natters ${script}` }).waitFor();
  await page.getByText('Socks by the river.').first().waitFor();
  expect(troubles).toEqual([]);
  await context.close();
});
