import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { neutralSite } from '../../web/urls.ts';
import { openSite, type Site } from '../e2e/open-site.ts';
import { pressShiftThrice } from './press-shift.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** The page after another of ours; the neutral site is answered here, so that nothing is asked of the internet. */
async function openSecondPage(): Promise<Page> {
  const { page } = await site.open('/about');
  await page.route(`${neutralSite}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
  await page.goto(`${site.address}/find`);
  return page;
}

describe('leaving this page', () => {
  it('goes to a neutral page and leaves nothing behind the back button', async () => {
    const page = await openSecondPage();
    await page.getByRole('link', { name: /^Leave/ }).click();
    await page.waitForURL(`${neutralSite}**`);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/about');
    await page.context().close();
  });

  it('happens by three presses of Shift', async () => {
    const page = await openSecondPage();
    await pressShiftThrice(page);
    await page.waitForURL(`${neutralSite}**`);
    await page.context().close();
  });

  it('blanks the page at once, before the neutral one is there', async () => {
    const page = await openSecondPage();
    await page.evaluate(() => {
      // After our own listener, still within the same press.
      addEventListener('keydown', () => sessionStorage.setItem('seen', `${document.body.childElementCount} ${document.title.trim()}`));
    });
    await page.keyboard.press('Control');
    expect(await page.evaluate(() => sessionStorage.getItem('seen'))).toMatch(/^\d+ \S/);
    await pressShiftThrice(page);
    await page.waitForURL(`${neutralSite}**`);
    await page.goBack();
    expect(await page.evaluate(() => sessionStorage.getItem('seen'))).toBe('0 ');
    await page.context().close();
  });

  it('does not happen to somebody who types capital letters, or holds Shift down', async () => {
    const page = await openSecondPage();
    await page.locator('#q').focus();
    for (const letter of 'CHOIR') {
      await page.keyboard.down('Shift');
      await page.keyboard.press(letter);
      await page.keyboard.up('Shift');
    }
    await page.keyboard.press('Shift');
    await page.keyboard.press('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift');
    expect(await page.locator('#q').inputValue()).toBe('CHOIR');
    expect(new URL(page.url()).pathname).toBe('/find');
    await page.context().close();
  });
});

describe('on a phone, which has no Shift', () => {
  const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

  it('stays in reach however far the page is read, over nothing else in the header', async () => {
    for (const path of ['/find', '/cy/find?near=QX3+2AB', '/around/mend-and-natter']) {
      const { page } = await site.open(path, phone);
      const leave = page.locator('.top .leave');
      const overlaps = await leave.evaluate((link) => {
        const own = link.getBoundingClientRect();
        const others = [...document.querySelectorAll('.top a:not(.leave)')].map((other) => other.getBoundingClientRect());
        return others.some((other) => other.right > own.left && other.left < own.right && other.bottom > own.top && other.top < own.bottom);
      });
      expect(overlaps, path).toBe(false);
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      expect(await page.locator('.brand').evaluate((brand) => brand.getBoundingClientRect().bottom)).toBeLessThan(0);
      const box = await leave.boundingBox();
      expect([box?.y, (box?.x ?? 0) + (box?.width ?? 0)]).toEqual([12, 344]);
      await page.context().close();
    }
  });

  it('never hides what has the focus', async () => {
    const { page } = await site.open('/find?near=QX3+2AB', { viewport: phone.viewport });
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await page.locator('footer a').last().focus();
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press('Shift+Tab');
      const clear = await page.evaluate(() => {
        const [own, leave] = [document.activeElement, document.querySelector('.leave')].map((each) => each?.getBoundingClientRect());
        return own && leave && (own.top >= leave.bottom || own.right <= leave.left);
      });
      expect(clear, await page.evaluate(() => document.activeElement?.outerHTML ?? '')).toBe(true);
    }
    await page.context().close();
  });

  it('goes from the map, which covers the page, and leaves nothing behind the back button', async () => {
    const { page } = await site.open('/about', phone);
    await page.route(`${neutralSite}**`, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
    await page.goto(`${site.address}/find?near=QX3+2AB`);
    await page.getByRole('link', { name: 'See the map' }).click();
    await page.locator('.map-screen[open]').getByRole('link', { name: 'Leave' }).click();
    await page.waitForURL(`${neutralSite}**`);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/about');
    await page.context().close();
  });
});
