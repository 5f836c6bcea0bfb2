import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../e2e/open-site.ts';
import { started } from '../support/browser.ts';
import { holdAnswers } from './hold-answers.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const wide = { viewport: { width: 1280, height: 900 } };
const items = [
  { type: 'topic', label: 'Music', label_cy: 'Cerddoriaeth', detail: 'make music', detail_cy: 'creu cerddoriaeth', slug: 'music' },
  { type: 'asset', label: 'Mend and Natter', label_cy: null, detail: 'Riverside Hall', detail_cy: null, slug: 'mend-and-natter' },
  { type: 'place', label: 'Abbey', label_cy: 'Yr Abaty', detail: 'district', detail_cy: null, slug: 'Abbey' },
];

/** A page whose suggestions are these; `asked` gathers what was asked for. */
async function openWith(path: string, answer: (q: string) => typeof items = () => items, options: BrowserContextOptions = wide) {
  const opened = await site.open('/about', options);
  const asked: URLSearchParams[] = [];
  await opened.page.route('**/api/v1/suggestions?*', async (route) => {
    const query = new URL(route.request().url()).searchParams;
    asked.push(query);
    await route.fulfill({ json: { items: answer(query.get('q') ?? '') } });
  });
  await opened.page.goto(`${site.address}${path}`, { waitUntil: 'load' });
  await started(opened.page);
  return { ...opened, asked };
}

const box = (page: Page) => page.locator('#q');
const options = (page: Page) => page.getByRole('option');
const current = (page: Page) => page.locator('[role=option][aria-selected=true]');

async function typeAndWait(page: Page, words = 'mu'): Promise<void> {
  await box(page).pressSequentially(words);
  await options(page).first().waitFor();
}

describe('what the site itself suggests', () => {
  it('leads from a few letters to a page of the district, by keyboard alone and in 320 pixels', async () => {
    const { page, troubles } = await site.open('/', { viewport: { width: 320, height: 700 } });
    await box(page).focus();
    // At once: what is answered to half of it would take the place of a list in which the arrows are.
    await page.keyboard.insertText('mend and na');
    const wanted = options(page).filter({ hasText: 'Mend and Natter' });
    await wanted.waitFor();
    while (!(await wanted.getAttribute('aria-selected'))?.includes('true')) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/around/mend-and-natter');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('is help first for somebody in need', async () => {
    const { page } = await site.open('/', wide);
    await box(page).fill('eviction');
    await page.locator('[role=option].help').click();
    await page.waitForURL('**/help-now');
    await page.context().close();
  });
});

describe('suggestions while typing', () => {
  it('are a list that the box controls, how many said, and nothing chosen by itself', async () => {
    const { page, troubles } = await openWith('/');
    expect(await box(page).getAttribute('aria-expanded')).toBe('false');
    await typeAndWait(page);
    expect(await box(page).getAttribute('aria-expanded')).toBe('true');
    expect(await box(page).getAttribute('aria-activedescendant')).toBeNull();
    expect(await current(page).count()).toBe(0);
    expect(await page.locator('.ask [role=status]').innerText()).toContain('Suggestions: 3');
    expect(await options(page).allInnerTexts()).toEqual([
      expect.stringMatching(/Music\s+make music/),
      expect.stringMatching(/Mend and Natter\s+Riverside Hall/),
      expect.stringMatching(/Near Abbey\s+district/),
    ]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('move under the arrows and back into the box at either end; Home and letters go back to the box too', async () => {
    const { page } = await openWith('/');
    await typeAndWait(page);
    const at = async () => [await current(page).allInnerTexts(), await box(page).getAttribute('aria-activedescendant')];
    await page.keyboard.press('ArrowDown');
    expect(await at()).toEqual([[expect.stringContaining('Music')], 'q-suggestions-0']);
    await page.keyboard.press('ArrowUp');
    expect(await at()).toEqual([[], null]);
    await page.keyboard.press('ArrowUp');
    expect(await at()).toEqual([[expect.stringContaining('Near Abbey')], 'q-suggestions-2']);
    await page.keyboard.press('ArrowDown');
    expect(await at()).toEqual([[], null]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    expect(await at()).toEqual([[], null]);
    expect(await box(page).inputValue()).toBe('mu');
    await page.context().close();
  });

  it('leave Enter to what was typed', async () => {
    const { page } = await openWith('/');
    await typeAndWait(page);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/find?q=mu');
    await page.context().close();
  });

  it('lead to a topic, to a thing’s own page, or to what is near a place', async () => {
    for (const [presses, where] of [
      [1, '/find?topic=music'],
      [2, '/around/mend-and-natter'],
      [3, '/find?near=Abbey'],
    ] as const) {
      const { page } = await openWith('/');
      await typeAndWait(page);
      for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${where}`);
      await page.context().close();
    }
  });

  it('keep the place on the find page, refresh the list in place, and take a press of the mouse', async () => {
    const { page, asked } = await openWith('/find?near=QX3+2AB');
    let visits = 0;
    page.on('request', (request) => {
      if (request.isNavigationRequest()) visits++;
    });
    await typeAndWait(page);
    expect(asked.at(-1)?.get('near')).toBe('QX3 2AB');
    await options(page).first().click();
    await page.waitForFunction(() => location.search === '?near=QX3+2AB&topic=music' && !document.querySelector('#results[aria-busy]'));
    expect(await page.locator('#understood .chosen').innerText()).toContain('Music');
    expect([visits, await options(page).count(), await box(page).inputValue()]).toEqual([0, 0, '']);
    expect(await box(page).evaluate((input) => input === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('go at the first Escape, and what was typed at the second', async () => {
    const { page } = await openWith('/find');
    await typeAndWait(page);
    await page.keyboard.press('Escape');
    expect([await options(page).count(), await box(page).inputValue()]).toEqual([0, 'mu']);
    await page.keyboard.press('Escape');
    expect(await box(page).inputValue()).toBe('');
    await page.waitForFunction(() => location.search === '');
    await page.context().close();
  });

  it('go when the reader goes on', async () => {
    const { page } = await openWith('/');
    await typeAndWait(page);
    await page.keyboard.press('Tab');
    await options(page).first().waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('are those for the last letters, however late an earlier answer comes', async () => {
    const { page } = await openWith('/', (q) => items.slice(q === 'mus' ? 2 : 0));
    const late = await holdAnswers(page, '**/api/v1/suggestions?q=mu');
    const first = page.waitForRequest('**/api/v1/suggestions?q=mu');
    await box(page).fill('mu');
    await first;
    await box(page).fill('mus');
    await options(page).first().waitFor();
    late.letGo();
    await late.wereGiven;
    expect(await options(page).count()).toBe(1);
    await page.context().close();
  });

  it('stay away without a word when the line is down', async () => {
    const { page } = await openWith('/');
    await page.route('**/api/v1/suggestions?*', (route) => route.abort());
    const failed = page.waitForEvent('requestfailed');
    await box(page).fill('music');
    await failed;
    expect([await options(page).count(), await page.locator('.ask [role=status]').innerText()]).toEqual([0, '']);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/find?q=music');
    await page.context().close();
  });

  it('are Welsh on Welsh pages', async () => {
    const { page } = await openWith('/cy/');
    await typeAndWait(page);
    expect((await options(page).allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
      'Cerddoriaeth',
      'Mend and Natter',
      'Ger Yr Abaty',
    ]);
    await options(page).first().click();
    await page.waitForURL('**/cy/find?topic=music');
    await page.context().close();
  });

  it('hold nothing that axe would complain of, and fit a narrow phone', async () => {
    const { page } = await openWith('/find?near=QX3+2AB', undefined, { viewport: { width: 320, height: 700 }, bypassCSP: true });
    await typeAndWait(page);
    await page.keyboard.press('ArrowDown');
    const { left, right } = await page.locator('.suggestions').evaluate((list) => list.getBoundingClientRect());
    expect([left >= 0, right <= 320]).toEqual([true, true]);
    await page.evaluate(axeSource);
    expect(
      await page.evaluate('axe.run("#find-form").then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))'),
    ).toEqual([]);
    await page.context().close();
  });
});
