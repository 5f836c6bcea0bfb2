import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A thumb's width; half a pixel is lost to rounding. */
const targetPixels = 43.5;
/** Dark changes colours and nothing else, so only what depends on colour is asked again. */
const colourRules = ['color-contrast', 'link-in-text-block'];

export interface Walk {
  origin(): string;
  /** A page of the sample for who is signed in as its steward, closed when `use` is done. */
  withPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void>;
}

/** For one test file: the sample's site on a port of its own, and a browser with the steward in it. */
export function prepareWalk(): Walk {
  let site: TestApp;
  let browser: Browser;
  let origin = '';
  let steward: TestSession;
  beforeAll(async () => {
    site = await createTestApp('sample');
    origin = await site.app.listen({ port: 0, host: '127.0.0.1' });
    browser = await launchBrowser();
    steward = await signIn(site, 'steward');
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  return {
    origin: () => origin,
    async withPage(options, use) {
      const context = await browser.newContext({ ...options, baseURL: origin });
      await steward.signInBrowser(context, origin);
      await use(await context.newPage()).finally(() => context.close());
    },
  };
}

/**
 * One page at every width, in light and dark: axe finds nothing, nothing runs over the edge, everything to press is as big as a thumb on a phone.
 * There it also fits with letters twice as large.
 * It is opened once and made wider, as a window is; but a page with a map, which is another thing where there is room, once more at its widest.
 * Answers what it said to the console and whom else it asked.
 */
export async function walkPage(walk: Walk, url: string): Promise<string[]> {
  const said: string[] = [];
  await walk.withPage({ reducedMotion: 'reduce', hasTouch: true, viewport: { width: 320, height: 900 } }, async (page) => {
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => !request.url().startsWith(walk.origin()) && said.push(request.url()));
    await page.addInitScript(axeSource);
    await open(page, url);
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      if (width === 1280 && (await page.locator('[data-island=asset-map]').count()) > 0) await open(page, url);
      if (width === 360) await expectItFitsAPhone(page, url);
      else await expectNoBarrier(page, `${url} at ${width} px`);
    }
  });
  return said;
}

async function expectItFitsAPhone(page: Page, url: string): Promise<void> {
  expect(await smallTargets(page, targetPixels), `${url} on a phone`).toEqual([]);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await runsOver(page), `${url} runs over with large letters`).toBeLessThanOrEqual(0);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}

/** Parts that are fetched after the page has loaded are waited for; the one that every page holds is there by then. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  if ((await page.locator('[data-island]:not([data-island=leave])').count()) > 0) await page.waitForLoadState('networkidle');
  await unfoldEverything(page);
}

async function expectNoBarrier(page: Page, where: string): Promise<void> {
  expect(await runsOver(page), `${where} runs over`).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await axeFindings(page), where).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFindings(page, colourRules), `${where} in dark`).toEqual([]);
}

/** By how many pixels. */
const runsOver = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

async function unfoldEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) {
      details.removeAttribute('name');
      details.open = true;
    }
  });
}

async function axeFindings(page: Page, rules?: string[]): Promise<string[]> {
  return page.evaluate(async (only) => {
    const axe = Reflect.get(window, 'axe');
    const { violations } = await axe.run(document, { resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) });
    return violations.map((found: { id: string; nodes: { html: string }[] }) => `${found.id}: ${found.nodes[0]?.html}`);
  }, rules);
}

/** A box to tick is as big as its label. */
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((pixels) => {
    const targets = [...document.querySelectorAll('a, button, summary, input:not([type=hidden])')].map(
      (target) => target.closest('label') ?? target,
    );
    return targets
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 1 && box.height > 1 && (box.height < pixels || box.width < 24))
      .map(({ target, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${target.outerHTML.slice(0, 90)}`);
  }, least);
}
