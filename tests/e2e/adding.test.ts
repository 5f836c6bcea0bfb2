import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { movingClock } from '../support/test-clock.ts';
import { openSite, type Site } from './open-site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const clock = movingClock();
let site: Site;
beforeAll(async () => {
  site = await openSite({ clock });
});
afterAll(() => site.close());

test.each([
  ['with script', 360, true],
  ['without script', 1280, false],
])('a neighbour adds something by keyboard alone, %s at %d px', async (_how, width, javaScriptEnabled) => {
  const { page, troubles } = await site.open('/add', { viewport: { width, height: 800 }, javaScriptEnabled });
  const type = async (words: string) => {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  };
  await page.focus('#name');
  await type(`Kite Makers ${width}`);
  await type('We make kites from old curtains.');
  await page.keyboard.type('every other Tuesday 10am to noon');
  if (javaScriptEnabled) {
    await page.waitForSelector('[role=status] >> text=Every other Tuesday, 10am to noon');
    expect(await page.locator('[role=status] ol li').count()).toBe(5);
  }
  await page.keyboard.press('Tab');
  await type('QX3 2AB');
  await page.keyboard.press('Tab');
  await type('Just turn up');
  await type('Mo');
  await type('01632 960555');
  await page.keyboard.press('Space');
  clock.pass(10_000);
  await page.focus('button[value=preview]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('h1 >> text=Does this look right?');
  expect(await page.textContent('main')).toContain(`Kite Makers ${width}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.goBack();
  // Browsers empty boxes that must not be filled in for people; none of ours may be one.
  const backAgain = ['name', 'happens', 'when', 'contact'].map((box) => page.inputValue(`#${box}`));
  expect(await Promise.all(backAgain)).toEqual([
    `Kite Makers ${width}`,
    'We make kites from old curtains.',
    'every other Tuesday 10am to noon',
    '01632 960555',
  ]);
  clock.pass(10_000);
  await page.click('button[value=preview]');
  await page.waitForSelector('h1 >> text=Does this look right?');
  clock.pass(10_000);
  await page.focus('button[value=send]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('h1 >> text=on its way');
  expect(troubles).toEqual([]);
});

test.each([
  [320, 'light'],
  [1280, 'dark'],
] as const)('what is wrong and how it will look have no barrier that axe finds, at %d px in the %s', async (width, colorScheme) => {
  const { page } = await site.open('/add', { viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
  const findings = async () => {
    await page.evaluate(axeSource);
    return page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html].join()))');
  };
  clock.pass(10_000);
  await page.fill('#contact', '01632 960555');
  await page.click('button[value=preview]');
  await page.waitForSelector('[role=alert]');
  expect(await findings()).toEqual([]);
  await page.fill('#name', 'Mend & Natter');
  await page.fill('#happens', 'For patients, by referral.');
  await page.fill('#when', 'every other Tuesday 10am');
  await page.check('[name=may_show][value=no]');
  clock.pass(10_000);
  await page.click('button[value=preview]');
  await page.waitForSelector('h2 >> text=Is it this one?');
  expect(await findings()).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
