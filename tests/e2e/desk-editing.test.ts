import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { started } from '../support/browser.ts';
import { signIn } from '../support/sign-in.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phone = { viewport: { width: 360, height: 780 } };

let desk: OpenDesk;
let open: OpenDesk['open'];
let browser: OpenDesk['browser'];
let origin: string;
beforeAll(async () => {
  desk = await openDesk();
  ({ open, browser, origin } = desk);
});
afterAll(() => desk?.close());

async function signedIn(options: BrowserContextOptions): Promise<{ page: Page; context: BrowserContext; troubles: string[] }> {
  const context = await browser.newContext({ baseURL: origin, ...options });
  await open.sian.signInBrowser(context, origin);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  return { page, context, troubles };
}

test('on a phone without script, by keyboard: from Today to a changed time, and back by Undo', async () => {
  const { page, context } = await signedIn({ ...phone, javaScriptEnabled: false });
  await page.goto('/desk');
  await page.getByRole('link', { name: 'My patch' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Name').focus();
  await page.keyboard.type('mend nat');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=mend/);
  await page.getByRole('link', { name: /Mend and Natter/ }).focus();
  await page.keyboard.press('Enter');
  const box = page.getByLabel('When it is', { exact: true });
  await box.fill('second Tuesday 2pm to 4pm, not in August');
  await page.getByRole('button', { name: 'Show me the dates' }).press('Enter');
  await page.getByText('Next: Tue 8 Dec, 2pm to 4pm').waitFor();
  await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
  await page.getByRole('status').getByText('Published. Everyone sees it now.').waitFor();
  expect((await open.state()).state.sessions[0]?.rule).toContain('BYDAY=2TU');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await page.getByText('Undone. It is as it was.').waitFor();
  expect((await open.state()).state.sessions[0]?.rule).not.toContain('2TU');
  await context.close();
});

test('with script the dates show as one types, plainer words are one press away, and a draft keeps itself', async () => {
  const { page, context, troubles } = await signedIn(phone);
  await page.goto('/desk/assets/mend-and-natter');
  await started(page);
  await page.getByLabel('When it is', { exact: true }).fill('first Monday 10am to noon');
  await page.getByText('Next: Mon 7 Dec, 10am to noon').waitFor();
  await page.locator('#summary').fill('For the elderly of Mill Lane.');
  // What was typed before may be kept first.
  const kept = page.waitForResponse((answer) => answer.request().postData()?.includes('For+older+people') ?? false);
  await page.getByRole('button', { name: 'Say “older people”' }).click();
  expect(await page.inputValue('#summary')).toBe('For older people of Mill Lane.');
  expect(await page.getByRole('button', { name: /^Say “/ }).count()).toBe(0);
  await kept;
  await page.getByText(/^Saved for later at \d\d:\d\d$/).waitFor();
  await page.reload();
  expect(await page.inputValue('#summary')).toBe('For older people of Mill Lane.');
  expect((await open.state()).state.summary).not.toContain('older people');
  await page.getByRole('button', { name: 'Throw my draft away' }).click();
  await page.getByText('Your draft is gone. This is what everyone sees.').waitFor();
  expect(await page.inputValue('#summary')).not.toContain('older people');
  expect(troubles).toEqual([]);
  await context.close();
});

test('a spot is chosen on the map by keyboard alone', async () => {
  const { page, context, troubles } = await signedIn({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.goto('/desk/assets/mend-and-natter');
  await started(page);
  await page.getByRole('button', { name: 'Choose on the map' }).press('Enter');
  const map = page.getByRole('region', { name: /Map to choose a spot/ });
  await map.focus();
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('+');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Take the middle of the map' }).press('Enter');
  expect(await page.getByRole('radio', { name: 'The spot on the map is chosen.' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
  const published = page.getByText('Published. Everyone sees it now.');
  const allTheSame = page.getByRole('button', { name: 'Publish all the same' });
  await published.or(allTheSame).first().waitFor();
  if (await allTheSame.isVisible()) await allTheSame.press('Enter');
  await published.waitFor();
  expect((await open.state()).state).toMatchObject({ venue_id: null, lat: expect.any(Number) });
  expect(troubles).toEqual([]);
  await context.close();
});

test.each([320, 1280])('what two wrote, what waits and a long history have no barrier that axe finds, at %d px', async (width) => {
  const { steward, id, edit, query } = open;
  await edit(steward, { feel: `Warm ${width}` });
  await query(
    `insert into suggestions (id, type, asset_id, text, created_at, delete_on) values (gen_random_uuid(), 'closed', $1::uuid, 'Shut.', $2::timestamptz, '2027-01-01')`,
    [id, open.clock.now()],
  );
  await edit(await signIn(open.test, 'builder'), { feel: 'A builder’s', name_cy: '' });
  const { page, context } = await signedIn({ viewport: { width, height: 900 }, bypassCSP: true });
  const findings = async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.evaluate(axeSource);
    return page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html].join()))');
  };
  for (const url of ['/desk/review', '/desk/assets/mend-and-natter/history']) {
    await page.goto(url);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await findings(), url).toEqual([]);
  }
  await page.goto('/desk/assets/mend-and-natter');
  await started(page);
  await edit(steward, { feel: `Warmer ${width}` });
  await page.locator('#feel').fill('Quiet');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Two of you wrote at the same time').waitFor();
  await page.waitForLoadState();
  expect(await findings(), 'both').toEqual([]);
  await context.close();
});
