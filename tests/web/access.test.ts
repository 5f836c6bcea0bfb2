import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { everyDeskPage, everyPage, refusedPages } from './every-page.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = [
  ...everyPage,
  ...refusedPages,
  '/cy/',
  '/cy/find?near=QX3+2AB',
  '/cy/around/mend-and-natter',
  ...everyDeskPage,
  '/cy/desk/me',
  '/cy/desk/people',
];
/** A thumb's width; half a pixel is lost to rounding. */
const targetPixels = 43.5;

let site: TestApp;
let browser: Browser;
let origin: string;
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

async function withPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>) {
  const context = await browser.newContext({ ...options, baseURL: origin });
  await steward.signInBrowser(context, origin);
  await use(await context.newPage()).finally(() => context.close());
}

/** Dark changes colours and nothing else, so only what depends on colour is asked again. */
const colourRules = ['color-contrast', 'link-in-text-block'];

test.each([320, 768, 1280])(
  'at %d px axe finds nothing, in light or dark, and nothing runs over the edge',
  async (width) => {
    await withPage({ reducedMotion: 'reduce', viewport: { width, height: 900 }, bypassCSP: true }, async (page) => {
      for (const url of pages) {
        await page.emulateMedia({ colorScheme: 'light' });
        await page.goto(url, { waitUntil: 'networkidle' });
        await unfoldEverything(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), `${url} runs over`).toBeLessThanOrEqual(0);
        await page.evaluate(axeSource);
        expect(await axeFindings(page), url).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect(await axeFindings(page, colourRules), `${url} in dark`).toEqual([]);
      }
    });
  },
  300_000,
);

describe('on a phone', () => {
  const phone = { viewport: { width: 360, height: 780 }, hasTouch: true };

  test('everything to press is as big as a thumb', async () => {
    await withPage(phone, async (page) => {
      for (const url of pages) {
        await page.goto(url);
        await unfoldEverything(page);
        expect(await smallTargets(page, targetPixels), url).toEqual([]);
      }
    });
  });

  test('the filters fold behind one button that counts what is chosen', async () => {
    await withPage(phone, async (page) => {
      await page.goto('/find?kind=group&topic=music');
      expect(await page.locator('.menus').isVisible()).toBe(false);
      expect(await page.locator('.filters > summary').innerText()).toMatch(/^Filters\s*2/);
    });
  });
});

describe('without script', () => {
  const still = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } };

  test('there is no map and no gap where it would be', async () => {
    await withPage(still, async (page) => {
      await page.goto('/find');
      expect(await page.locator('#map').isVisible()).toBe(false);
      expect(await page.locator('.to-map').isVisible()).toBe(false);
    });
  });

  test('a filter is ticked, shown, and taken off again', async () => {
    await withPage(still, async (page) => {
      await page.goto('/find?near=QX3+2AB');
      const before = await page.locator('#result-count').innerText();
      const menu = page.locator('.menu', { hasText: 'Kind' });
      await menu.locator('summary').click();
      await menu.getByLabel('Places').check();
      await menu.getByRole('button', { name: 'Show these' }).click();
      expect(new URL(page.url()).searchParams.get('kind')).toBe('place');
      expect(await page.locator('#result-count').innerText()).not.toBe(before);
      await page.getByRole('link', { name: 'Remove Places' }).click();
      expect(await page.locator('#result-count').innerText()).toBe(before);
    });
  });

  test('from the front door to a group by keyboard alone', async () => {
    await withPage(still, async (page) => {
      await page.goto('/');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the main part');
      await page.locator('#q').focus();
      await page.keyboard.type('choir near QX3 2AB');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/find\?/);
      await page.locator('.result a').first().focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/around\//);
      expect(await page.locator('h1').innerText()).toContain('Côr y Bont');
    });
  });
});

test('pages say nothing to the console and ask nobody else for anything', async () => {
  await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('request', (request) => !request.url().startsWith(origin) && said.push(request.url()));
    for (const url of everyPage) await page.goto(url, { waitUntil: 'networkidle' });
    expect(said).toEqual([]);
  });
});

async function unfoldEverything(page: Page) {
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
    const { violations } = await axe.run(document, only ? { runOnly: only } : {});
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
