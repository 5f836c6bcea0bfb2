import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askGroups } from '../../api/confirm/ask-groups.ts';
import { launchBrowser } from '../support/browser.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';

const clock = movingClock();
let site: TestApp;
let browser: Browser;
let address: string;
beforeAll(async () => {
  site = await createTestApp('sample', { SMTP_URL: 'smtp://127.0.0.1:9' }, { clock });
  address = await site.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
  // From nine, when nobody is written to, to eleven.
  clock.pass(2 * 3_600_000);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** As it stands in the letter, which waits: there is no post office. */
async function linkFor(slug: string): Promise<string> {
  const { db } = site.deps;
  await db.query('empty-outbox', 'delete from mail_outbox');
  await db.query('forget-requests', 'delete from confirm_requests');
  await db.query('all-fresh', `update assets set last_checked_at = $1::timestamptz, last_checked_by = 'group'`, [clock.now()]);
  await db.query('one-aged', `update assets set last_checked_at = $2::timestamptz - interval '130 days' where slug = $1::text`, [
    slug,
    clock.now(),
  ]);
  await askGroups({ ...site.deps, clock }, address);
  const [letter] = await db.query<{ text: string }>('letter', 'select text from mail_outbox');
  return /http\S+\/confirm\/\S+/.exec(letter?.text ?? '')?.[0] ?? 'there is no letter';
}

test.each([
  ['on a phone, without script', { viewport: { width: 360, height: 740 }, javaScriptEnabled: false }],
  ['on a desk', { viewport: { width: 1280, height: 900 } }],
])('a group answers the link in its letter with one press %s, and takes it back', async (_, options) => {
  const link = await linkFor('mend-and-natter');
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(link);
  expect(await page.textContent('h1')).toBe('Is this still right?');
  await page.getByRole('button', { name: 'Yes, all right' }).click();
  await page.getByRole('heading', { level: 1, name: 'Thank you' }).waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByRole('heading', { level: 1, name: 'Is this still right?' }).waitFor();
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test('by keyboard alone a group says that it rests, and reads on its page until when', async () => {
  const link = await linkFor('mend-and-natter');
  const page = await browser.newPage();
  await page.goto(link);
  await page.getByText('It is having a rest').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('until');
  await page.fill('#until', '2027-01-15');
  await page.getByRole('button', { name: 'Let it rest' }).press('Enter');
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await page.goto(`${address}/around/mend-and-natter`);
  expect(await page.textContent('article')).toContain('Having a rest until 15 January 2027');
  await page.close();
});
