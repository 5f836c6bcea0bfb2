import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

let site: TestApp;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  site = await createTestApp('sample');
  const baseURL = await site.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const pixelsAMillimetre = 96 / 25.4;
const pointsAMillimetre = 72 / 25.4;

/** What goes to the printer: width and height of each page, in millimetres. */
async function printed(): Promise<[number, number][]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
    Math.round(Number(width) / pointsAMillimetre),
    Math.round(Number(height) / pointsAMillimetre),
  ]);
}

/** Everything that stands outside of its paper, as it is laid out for printing. */
async function cut(paper: '.sheet.a4' | '.side', widthMillimetres: number): Promise<string[]> {
  await page.setViewportSize({ width: Math.round(widthMillimetres * pixelsAMillimetre), height: 1100 });
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate((selector) => {
    const outside: string[] = [];
    for (const sheet of document.querySelectorAll(selector)) {
      const edge = sheet.getBoundingClientRect();
      for (const part of sheet.querySelectorAll('h1, h2, p, li, svg')) {
        const box = part.getBoundingClientRect();
        if (box.right > edge.right + 1 || box.bottom > edge.bottom + 1 || box.left < edge.left - 1)
          outside.push(part.textContent ?? part.tagName);
      }
      const [days, end] = [sheet.querySelector('.sheet-days'), sheet.querySelector('.sheet-days ~ .sheet-end')];
      if (days && end && days.getBoundingClientRect().bottom > end.getBoundingClientRect().top) outside.push('the end runs into the days');
    }
    return outside;
  }, paper);
  await page.emulateMedia({ media: null });
  return found;
}

const areas = ['abbey-and-riverside', 'bryn-melyn', 'castle-and-market', 'cwm-derw', 'long-meadow', 'marches'];
const weeks = [
  ...areas.flatMap((area) => [`/print/week?area=${area}`, `/cy/print/week?area=${area}`]),
  '/print/week',
  '/print/week?q=something+to+do+with+my+hands+and+a+cup+of+tea&near=QX3+2AB',
  '/print/week?near=QX3+2AB&within=1200',
  '/print/week?q=choir',
  '/print/week?day=sunday',
  '/print/week?q=underwater+chess',
  '/print/week?ids=cor-y-bont,mend-and-natter',
];

describe('a week on one page', () => {
  it.each(weeks)('%s is one A4 with nothing cut off', async (url) => {
    await page.goto(url);
    expect(await printed()).toEqual([[210, 297]]);
    expect(await cut('.sheet.a4', 190)).toEqual([]);
  });

  it('is printed large', async () => {
    await page.goto('/print/week?area=abbey-and-riverside');
    await page.emulateMedia({ media: 'print' });
    const sizes = await page.evaluate(() =>
      [...document.querySelectorAll('.sheet *')]
        .filter(({ childNodes }) => [...childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
        .map((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    );
    await page.emulateMedia({ media: null });
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual((14 / 72) * 96 - 0.01);
  });

  it('says whose door is open and the number to ring, each thing once with its days, and when it was checked', async () => {
    await page.goto('/print/week?area=abbey-and-riverside');
    const text = (await page.locator('.sheet').innerText()).replaceAll('\u00a0', ' ');
    expect(text).toContain('This week in Abbey and Riverside');
    expect(text).toContain('Monday 23 to Sunday 29 November 2026');
    expect(text).toMatch(/Siân Prosser 01632 960\d{3}/);
    expect(text).toMatch(/10am Mend and Natter Riverside Hall · free · Dee 01632 960114 ✓ 2 Nov/);
    expect(text).toMatch(/also \w{3}/);
    expect(text).toMatch(/And \d+ more, at localhost:3000\/areas\/abbey-and-riverside/);
    const names = await page.locator('.sheet-days li b:nth-of-type(2)').allInnerTexts();
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives each day its share, when there is more than fits', async () => {
    await page.goto('/print/week');
    expect(await page.locator('.sheet-days h2').allInnerTexts()).toEqual([
      'Monday 23',
      'Tuesday 24',
      'Wednesday 25',
      'Thursday 26',
      'Friday 27',
      'Saturday 28',
      'Sunday 29',
    ]);
  });

  it('of nothing is still a page with someone on it', async () => {
    await page.goto('/print/week?near=QX3+2AB&q=xylophone+quartz');
    expect(await page.locator('.sheet').innerText()).toMatch(/Siân Prosser[\s\S]*Nothing with a fixed time/);
  });

  it('keeps a gift’s phone to itself', async () => {
    const { items } = (await site.app.inject('/api/v1/assets?kind=people')).json<{ items: { slug: string }[] }>();
    await page.goto(`/print/week?ids=${items.map(({ slug }) => slug).join(',')}`);
    const text = await page.locator('.sheet').innerText();
    const [coordinator] = await page.locator('.sheet-people').allInnerTexts();
    expect(text.replace(coordinator ?? '', '')).not.toMatch(/0\d{3,4}\s\d{6}/);
  });
});

describe('a week to fold', () => {
  it.each(weeks.filter((_, at) => at % 2 === 0))('%s is both sides of one A4 with nothing cut off', async (url) => {
    await page.goto(`${url}${url.includes('?') ? '&' : '?'}fold=a5`);
    expect(await printed()).toEqual([
      [297, 210],
      [297, 210],
    ]);
    expect(await cut('.side', 297)).toEqual([]);
  });
});
