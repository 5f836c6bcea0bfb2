import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from '../e2e/open-site.ts';
import { holdAnswers } from './hold-answers.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const wide = { viewport: { width: 1280, height: 900 } };
const count = (page: Page) => page.locator('#result-count').innerText();
const queryOf = (page: Page) => new URL(page.url()).searchParams;

/** Documents loaded by the page itself: one, as long as it refreshes in place. */
function countVisits(page: Page): () => number {
  let visits = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) visits++;
  });
  return () => visits;
}

async function waitForQuery(page: Page, name: string, value: string | null): Promise<void> {
  await page.waitForFunction(([key, wanted]) => new URLSearchParams(location.search).get(key ?? '') === wanted, [name, value] as const);
  await page.waitForFunction(() => !document.querySelector('#results[aria-busy]'));
}

describe('finding as you type', () => {
  it('refreshes the list, the count and the address from the first letters, and keeps what is being typed', async () => {
    const { page, troubles } = await site.open('/find', wide);
    const [visits, everything] = [countVisits(page), await count(page)];
    await page.locator('#q').click();
    await page.keyboard.type('choi', { delay: 30 });
    await waitForQuery(page, 'q', 'choi');
    expect(await count(page)).not.toBe(everything);
    expect(await page.locator('#results').innerText()).toContain('choir');
    expect(await page.title()).toContain('choi');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('x');
    expect(await page.locator('#q').inputValue()).toBe('choxi');
    expect(visits()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('offers other ways once someone has stopped typing what finds nothing', async () => {
    const { page } = await site.open('/find', wide);
    const sent: (string | undefined)[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/find?q=sailing')) sent.push(request.headers()['x-still-typing']);
    });
    await page.locator('#q').pressSequentially('sailing');
    await page.locator('#results .nothing a.chip', { hasText: 'canoe' }).waitFor();
    expect(sent.slice(-2)).toEqual(['yes', undefined]);
    expect(await page.locator('#q').inputValue()).toBe('sailing');
    await page.context().close();
  });

  it('offers other ways also when the answer to the words comes late', async () => {
    const { page } = await site.open('/find', wide);
    await page.clock.install();
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/[?&]q=sailing/, async (route) => {
      if (route.request().headers()['x-still-typing'] === 'yes') await released;
      await route.continue();
    });
    const asked = page.waitForRequest(/[?&]q=sailing/);
    // All at once: half of the word finds nothing either.
    await page.locator('#q').fill('sailing');
    await asked;
    await page.clock.runFor(5_000);
    release();
    await page.locator('#results .nothing a.chip', { hasText: 'canoe' }).waitFor();
    await page.context().close();
  });

  it('makes no step in the history for letters, and one for each choice', async () => {
    const { page } = await site.open('/find', wide);
    await page.locator('#q').pressSequentially('choir');
    await waitForQuery(page, 'q', 'choir');
    // Without a list to shut, Escape would empty the box.
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    const found = await count(page);
    await page.locator('#filters summary', { hasText: 'Kind' }).click();
    await page.locator('input[name=kind][value=group]').check();
    await waitForQuery(page, 'kind', 'group');
    expect(await count(page)).not.toBe(found);
    await page.goBack();
    await waitForQuery(page, 'kind', null);
    await page.waitForFunction((words) => document.getElementById('result-count')?.innerText === words, found);
    expect(await page.locator('input[name=kind][value=group]').isChecked()).toBe(false);
    await page.goForward();
    await waitForQuery(page, 'kind', 'group');
    await page.locator('input[name=kind][value=group]:checked').waitFor({ state: 'attached' });
    await page.context().close();
  });

  it('keeps the menu open and the focus on the choice just made', async () => {
    const { page } = await site.open('/find?q=choir', wide);
    await page.locator('#filters summary', { hasText: 'Kind' }).click();
    const choice = page.locator('input[name=kind][value=group]');
    await choice.focus();
    await page.keyboard.press('Space');
    await waitForQuery(page, 'kind', 'group');
    expect(await choice.isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('group');
    await page.context().close();
  });

  it('takes off a choice by its chip without a visit, and the form follows', async () => {
    const { page } = await site.open('/find?q=choir&kind=group&cost=free', wide);
    const visits = countVisits(page);
    await page.locator('#understood .chosen a', { hasText: 'Groups' }).click();
    await waitForQuery(page, 'kind', null);
    expect(queryOf(page).get('cost')).toBe('free');
    expect(await page.locator('input[name=kind][value=group]').isChecked()).toBe(false);
    expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
    expect(visits()).toBe(0);
    await page.context().close();
  });

  it('shows the answer to the last letters, however late an earlier one comes', async () => {
    const { page } = await site.open('/find', wide);
    const late = await holdAnswers(page, '**/find?q=cho');
    await page.locator('#q').fill('cho');
    await page.waitForRequest('**/find?q=cho');
    await page.locator('#q').fill('knit');
    await waitForQuery(page, 'q', 'knit');
    const found = await count(page);
    late.letGo();
    await late.wereGiven;
    await page.locator('#q').fill('knitting');
    await waitForQuery(page, 'q', 'knitting');
    await page.locator('#q').fill('knit');
    await waitForQuery(page, 'q', 'knit');
    expect([queryOf(page).get('q'), await count(page)]).toEqual(['knit', found]);
    await page.context().close();
  });

  it('is an ordinary form again when the line fails', async () => {
    const { page } = await site.open('/find', wide);
    const visits = countVisits(page);
    await page.route('**/find?q=choir', (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
    const failed = page.waitForEvent('requestfailed');
    await page.locator('#q').fill('choir');
    await failed;
    expect(await page.locator('#results li').count()).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/find?q=choir');
    expect(visits()).toBe(1);
    await page.context().close();
  });

  it('keeps the box of the map, and the order, in searches that follow', async () => {
    const { page } = await site.open('/find?bbox=-3.02,52.24,-2.98,52.27&sort=name', wide);
    await page.locator('#q').fill('choir');
    await waitForQuery(page, 'q', 'choir');
    expect([queryOf(page).get('bbox'), queryOf(page).get('sort')]).toEqual(['-3.02,52.24,-2.98,52.27', 'name']);
    await page.context().close();
  });

  it('takes a date by keyboard, without a search for the year 2', async () => {
    const { page } = await site.open('/find', wide);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.locator('#filters summary', { hasText: 'When' }).click();
    const date = page.locator('input[name=on]');
    await date.focus();
    await page.keyboard.type('11302026');
    await page.waitForFunction(() => new URLSearchParams(location.search).has('on'));
    await waitForQuery(page, 'on', await date.inputValue());
    expect(asked.filter((url) => /on=0/.test(url))).toEqual([]);
    expect(await date.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await page.locator('#understood .chosen').innerText()).toContain('On ');
    await page.context().close();
  });

  it('treats what others wrote as words, never as markup', async () => {
    const { page, troubles } = await site.open('/find', wide);
    await page.locator('#q').fill('<img src=x onerror=alert(1)>');
    await waitForQuery(page, 'q', '<img src=x onerror=alert(1)>');
    expect(await page.locator('img[src=x]').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('finds what was typed before the script was there', async () => {
    const { page } = await site.open('/about', wide);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/assets/search-box-*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${site.address}/find`, { waitUntil: 'domcontentloaded' });
    await page.locator('#q').fill('choir');
    letGo();
    await waitForQuery(page, 'q', 'choir');
    expect(await page.locator('#results').innerText()).toContain('choir');
    await page.context().close();
  });

  it('works by itself, without script', async () => {
    const { page } = await site.open('/find', { ...wide, javaScriptEnabled: false });
    await page.locator('#q').fill('choir');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/find?q=choir**');
    expect(await page.locator('#results').innerText()).toContain('choir');
    expect(await page.locator('.map').isVisible()).toBe(false);
    await page.context().close();
  });
});

describe('a menu of filters over the list', () => {
  const openMenus = (page: Page) => page.locator('.menu[open] > summary').allInnerTexts();

  it('shuts at Escape and gives the focus back, at a press beside it, and when another opens', async () => {
    const { page } = await site.open('/find', wide);
    const [first, second] = await page.locator('.menu > summary').all();
    await first?.click();
    await page.locator('.menu[open] input').first().focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => openMenus(page)).toEqual([]);
    expect(await first?.evaluate((summary) => summary === document.activeElement)).toBe(true);

    await first?.click();
    await second?.click();
    await expect.poll(() => openMenus(page)).toEqual([await second?.innerText()]);
    await page.locator('h1').click();
    await expect.poll(() => openMenus(page)).toEqual([]);
  });

  it('stays open while its choices are made, and shuts when the focus goes on', async () => {
    const { page } = await site.open('/find', wide);
    await page.locator('.menu > summary').nth(3).click();
    await page.locator('.menu[open] label').first().click();
    await page.waitForFunction(() => location.search.includes('cost=free'));
    expect(await openMenus(page)).toHaveLength(1);
    await page.locator('#results h3 a').first().focus();
    await expect.poll(() => openMenus(page)).toEqual([]);
  });
});

describe('on a phone', () => {
  it.each(['', '/cy'])(
    'the list begins on the first screen in English, and the filters stand clear of one’s own place (%s)',
    async (language) => {
      const { page } = await site.open(`${language}/find?q=choir&near=QX3+2AB`, { viewport: { width: 360, height: 740 }, isMobile: true });
      if (!language) expect((await page.locator('.result').first().boundingBox())?.y).toBeLessThan(740);
      await page.locator('.filters > summary').click();
      expect(await page.locator('.menus').isVisible()).toBe(true);
      await page.getByRole('button', { name: language ? 'Defnyddio fy lleoliad' : 'Use my location' }).click({ trial: true });
      await page.context().close();
    },
  );
});
