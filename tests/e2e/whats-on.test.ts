import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './open-site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const narrow = { viewport: { width: 320, height: 720 } };

/** From home to tomorrow evening: the same for everyone. */
async function toTomorrowEvening(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'What’s on', exact: true }).click();
  await page.waitForURL(/\/whats-on$/);
  expect(await page.locator('h1').innerText()).toBe('What’s on today');
  await page.getByRole('link', { name: /^Tuesday 24 November/ }).click();
  await page.waitForURL(/on=2026-11-24/);
  expect(await page.locator('h2').first().innerText()).toBe('Tomorrow, Tuesday 24 November');
  await page.getByRole('link', { name: /^Evening/ }).click();
  await page.waitForURL(/time=evening/);
}

const times = (page: Page) => page.locator('.when time').evaluateAll((all) => all.map((each) => each.getAttribute('datetime') ?? ''));

describe.each([
  ['with script', {}],
  ['without script', { javaScriptEnabled: false }],
])('someone who asks what is on tomorrow evening within a walk, at 320 px, %s', (_how, options) => {
  it('finds it from home, sees how far each thing is, and opens one', async () => {
    const { page, troubles } = await site.open('/', { ...narrow, ...options });
    await toTomorrowEvening(page);
    const everywhere = (await times(page)).length;
    await page.getByLabel('Where?').fill('QX3 2AB');
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    await page.waitForURL(/near=QX3\+2AB/);

    expect(await page.locator('h1').innerText()).toBe('What’s on tomorrow, in the evening');
    const near = await times(page);
    expect(near.length).toBeGreaterThan(0);
    expect(near.length).toBeLessThan(everywhere);
    for (const time of near) expect(time).toMatch(/^2026-11-24T(1[7-9]|2\d):/);
    const facts = await page.locator('.when .facts').allInnerTexts();
    for (const fact of facts) expect(fact).toMatch(/right here|walk/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

    const first = page.locator('.when h3 a').first();
    const [name = ''] = (await first.innerText()).split('\u00a0·');
    await first.click();
    await page.waitForURL(/\/around\//);
    expect(await page.locator('h1').innerText()).toContain(name);
    await page.goBack();
    expect(await page.locator('h1').innerText()).toBe('What’s on tomorrow, in the evening');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('chooses another day, where a moved date says where it went', async () => {
    const { page } = await site.open('/whats-on?area=abbey-and-riverside&time=evening', { ...narrow, ...options });
    await page.getByText('A day, an area, free').click();
    await page.getByLabel('Which day?').fill('2026-12-08');
    await page.getByRole('button', { name: 'Show these' }).click();
    await page.waitForURL(/on=2026-12-08/);
    const choir = page.locator('.when.cancelled').filter({ hasText: 'Côr y Bont' });
    expect(await choir.innerText()).toContain('Moved to Wednesday 9 December: the chapel has a concert that night.');
    await page.goto(`${site.address}/whats-on?area=abbey-and-riverside&on=2026-12-09`);
    const moved = page.locator('.when.moved').filter({ hasText: 'Côr y Bont' });
    expect(await moved.innerText()).toContain('Moved from Tuesday 8 December: the chapel has a concert that night.');
    await page.context().close();
  });

  it('on a quiet evening is shown the next day that has something, and whom to ask', async () => {
    const { page } = await site.open('/whats-on?on=2026-11-24&q=handbells&near=QX3+2AB', { ...narrow, ...options });
    expect(await page.locator('.when').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('Say hello to Siân');
    await page.getByRole('link', { name: /^Next: / }).click();
    await page.waitForURL(/on=2026-11-26/);
    expect(await page.locator('.when').first().innerText()).toContain('andbell');
    await page.context().close();
  });
});

it('all of it can be done by keyboard alone', async () => {
  const { page } = await site.open('/whats-on', narrow);
  const focused = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText ?? '');
  const tabTo = async (wanted: RegExp) => {
    for (let presses = 0; presses < 60 && !wanted.test(await focused()); presses += 1) await page.keyboard.press('Tab');
    expect(await focused()).toMatch(wanted);
  };
  await tabTo(/^Tuesday 24|^Tomorrow/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/on=2026-11-24/);
  await tabTo(/^Evening/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/time=evening/);
  await page.getByLabel('Where?').focus();
  await page.keyboard.type('QX3 2AB');
  await page.keyboard.press('Enter');
  await page.waitForURL(/near=QX3\+2AB/);
  const name = await page.locator('.when h3 a').first().innerText();
  await page.locator('.chosen a').first().focus();
  await tabTo(new RegExp(name.replaceAll(/[^\p{L}]+/gu, '.+'), 'u'));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/around\//);
  await page.context().close();
});

it('find’s choices come along to the days, and go back to the map', async () => {
  const { page } = await site.open('/find?topic=music&area=abbey-and-riverside&day=tuesday', { ...narrow, javaScriptEnabled: false });
  await page.locator('main').getByRole('link', { name: 'What’s on' }).click();
  await page.waitForURL(/\/whats-on\?/);
  expect(await page.locator('h1').innerText()).toBe('What’s on this week');
  expect(await page.locator('section.day h2').allInnerTexts()).toEqual(['Tomorrow, Tuesday 24 November']);
  expect(await page.locator('.chosen').innerText()).toMatch(/Music.*Tuesday.*Abbey and Riverside/s);
  await page.getByRole('link', { name: /on the map$/ }).click();
  await page.waitForURL(/\/find\?/);
  for (const part of ['topic=music', 'area=abbey-and-riverside', 'day=tuesday', 'from=2026-11-23', 'to=2026-11-29'])
    expect(page.url()).toContain(part);
  await page.context().close();
});

it('the week shows its days with how much is on, and each part of a day one press away', async () => {
  const { page } = await site.open('/whats-on', { viewport: { width: 1280, height: 900 } });
  await page.getByRole('link', { name: 'All week' }).click();
  await page.waitForURL(/from=2026-11-23&to=2026-11-29/);
  expect(await page.locator('h1').innerText()).toBe('What’s on this week');
  expect(await page.locator('section.day h2').count()).toBe(7);
  await page.getByRole('link', { name: /^Evening.*Wednesday 25 November/ }).click();
  await page.waitForURL(/time=evening&on=2026-11-25/);
  expect(await page.locator('h1').innerText()).toBe('What’s on Wednesday, in the evening');
  await page.context().close();
});
