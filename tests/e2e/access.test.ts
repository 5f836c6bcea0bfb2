import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site } from './open-site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const pages = [
  '/',
  '/cy/',
  '/find',
  '/find?q=choir&near=QX3+2AB',
  '/find?q=zzzzqqqq',
  '/find?kind=group&day=tuesday&cost=free&access=step-free',
  '/find?near=Atlantis',
  '/cy/find?q=canu',
  '/whats-on',
  '/around/mend-and-natter',
  '/cy/around/mend-and-natter',
  '/areas',
  '/areas/abbey-and-riverside',
  '/coordinators/sian-prosser',
  '/help-now',
  '/about',
  '/privacy',
  '/accessibility',
  '/no-such-page',
];
const looks = [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 768 },
] as const;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** axe's own rules for WCAG 2.2 A and AA, and its best practices. `bypassCSP`: the page's policy rightly refuses our probe. */
async function violations(page: Page): Promise<string[]> {
  await page.addScriptTag({ content: axeSource });
  const results = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return results.violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
}

describe.each(looks)('in $colorScheme at $width px', ({ colorScheme, width }) => {
  it.each(pages)('%s has nothing that axe objects to, no sideways scroll and a quiet console', async (path) => {
    const { page, troubles } = await site.open(path, {
      colorScheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
      bypassCSP: true,
    });
    await page.waitForLoadState('networkidle');
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBeLessThanOrEqual(0);
    // The not-found page is a 404, which the browser notes by itself.
    const unexpected = troubles.filter((trouble) => !/status of (404|400)/.test(trouble));
    expect(unexpected).toEqual([]);
    await page.context().close();
  });
});

describe('what one presses', () => {
  it.each(['/', '/find?near=QX3+2AB', '/around/mend-and-natter', '/areas/abbey-and-riverside'])(
    'on %s is at least 24 px, and 44 px for buttons and fields',
    async (path) => {
      const { page } = await site.open(path, { viewport: { width: 360, height: 800 } });
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll<HTMLElement>(
            'button, input:not([type=hidden], [type=checkbox], [type=radio]), select, summary, .button, nav a',
          ),
        ]
          .filter((element) => element.checkVisibility() && element.closest('.leaflet-container') === null)
          .map((element) => ({ name: element.outerHTML.slice(0, 80), box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height > 0 && box.height < 43.5)
          .map(({ name, box }) => `${name} is ${Math.round(box.height)} px high`),
      );
      expect(small).toEqual([]);
      await page.context().close();
    },
  );
});
