import { describe, expect, test } from 'vitest';
import { prepareWalk } from './walk-pages.ts';

const walk = prepareWalk();

/** Words of the header that stand where the way out is; told by the words themselves, for boxes have empty corners. */
function linksUnderLeave(): string[] {
  const leave = document.querySelector('.leave')?.getBoundingClientRect();
  return [...document.querySelectorAll('.top .wrap > a span, .top nav a, .language')]
    .filter((link) => {
      const words = document.createRange();
      words.selectNodeContents(link);
      return [...words.getClientRects()].some(
        (box) =>
          leave && box.width > 0 && box.right > leave.left && box.left < leave.right && box.bottom > leave.top && box.top < leave.bottom,
      );
    })
    .map((link) => link.textContent ?? '');
}

describe('on a phone', () => {
  const phone = { viewport: { width: 360, height: 780 }, hasTouch: true };

  test('the front page begins below what is said of the place, however many lines that takes', async () => {
    await walk.withPage(phone, async (page) => {
      for (const url of ['/', '/cy/']) {
        await page.goto(url);
        const [notice, hero] = await Promise.all(['.sample', '.hero'].map((part) => page.locator(part).boundingBox()));
        expect((hero?.y ?? 0) - (notice ? notice.y + notice.height : 1_000), url).toBeGreaterThanOrEqual(0);
      }
    });
  });

  test('the way out, which stays in its corner, covers nothing of the header, with letters twice as large either', async () => {
    for (const [width, letters] of [
      [320, '100%'],
      [360, '200%'],
    ] as const) {
      await walk.withPage({ ...phone, viewport: { width, height: 780 } }, async (page) => {
        for (const url of ['/', '/cy/']) {
          await page.goto(url);
          await page.evaluate((size) => document.documentElement.style.setProperty('font-size', size), letters);
          expect(await page.evaluate(linksUnderLeave), `${url} at ${width} px, letters at ${letters}`).toEqual([]);
        }
      });
    }
  });

  test('the filters fold behind one button that counts what is chosen', async () => {
    await walk.withPage(phone, async (page) => {
      await page.goto('/find?kind=group&topic=music');
      expect(await page.locator('.menus').isVisible()).toBe(false);
      expect(await page.locator('.filters > summary').innerText()).toMatch(/^Filters\s*2/);
    });
  });
});

describe('without script', () => {
  const still = { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } };

  test('there is no map and no gap where it would be', async () => {
    await walk.withPage(still, async (page) => {
      await page.goto('/find');
      expect(await page.locator('#map').isVisible()).toBe(false);
      expect(await page.locator('.to-map').isVisible()).toBe(false);
    });
  });

  test('a filter is ticked, shown, and taken off again', async () => {
    await walk.withPage(still, async (page) => {
      await page.goto('/find?near=QX3+2AB');
      const before = await page.locator('#result-count').innerText();
      const menu = page.locator('.menu', { hasText: 'Kind' });
      await menu.locator('summary').click();
      await menu.getByLabel('Places').check();
      await menu.getByRole('button', { name: 'Show these' }).click();
      await page.waitForURL(/[?&]kind=place(&|$)/);
      expect(await page.locator('#result-count').innerText()).not.toBe(before);
      await page.getByRole('link', { name: 'Remove Places' }).click();
      await page.waitForURL((url) => !url.searchParams.has('kind'));
      expect(await page.locator('#result-count').innerText()).toBe(before);
    });
  });

  test('from the front door to a group by keyboard alone', async () => {
    await walk.withPage(still, async (page) => {
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
