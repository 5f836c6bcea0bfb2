import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawn } from '../web-browser/open-map.ts';
import { pressShiftThrice } from '../web-browser/press-shift.ts';
import { openSite, type Site } from './open-site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const phone = { viewport: { width: 360, height: 760 } };
const desktop = { viewport: { width: 1280, height: 900 } };

describe('a resident with a postcode', () => {
  it('finds the coordinator and what is near, opens one, and narrows it down: without any script', async () => {
    const { page, troubles } = await site.open('/', { ...phone, javaScriptEnabled: false });
    await page.locator('input[name=q]').fill('QX3 2AB');
    await page.getByRole('button', { name: 'Look' }).click();
    await page.waitForURL(/\/find\?/);
    expect(await page.locator('h1').innerText()).toContain('QX3 2AB');
    await expect.poll(() => page.locator('#results').innerText()).toContain('Siân');
    expect(await page.locator('#results li.result').count()).toBe(20);
    expect(await page.locator('#results').innerText()).toMatch(/minutes?’ walk/);

    await page.locator('#results h3 a').filter({ hasText: 'Mend and Natter' }).click();
    await page.waitForURL('**/around/mend-and-natter**');
    expect(await page.locator('h1').innerText()).toBe('Mend and Natter');
    expect(await page.locator('main').innerText()).toContain('Thursdays, 10am to noon');
    await page.goBack();

    const total = Number.parseInt(await page.locator('#result-count').innerText(), 10);
    await page.locator('#filters summary').first().click();
    const free = page.locator('input[name=cost][value=free]');
    for (const summary of await page.locator('#filters details:not([open]) > summary').all())
      if (!(await free.isVisible())) await summary.click();
    await free.check();
    await page.locator('#find-form button[type=submit], #find-form button:not([type])').filter({ visible: true }).first().click();
    await page.waitForURL(/cost=free/);
    const freeTotal = Number.parseInt(await page.locator('#result-count').innerText(), 10);
    expect(freeTotal).toBeGreaterThan(0);
    expect(freeTotal).toBeLessThan(total);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('sees the list change while typing, without losing the caret, and can go back', async () => {
    const { page, troubles } = await site.open('/find?near=QX3+2AB', desktop);
    const box = page.locator('#find-form input[name=q]');
    await box.pressSequentially('choi', { delay: 40 });
    await expect.poll(() => page.url()).toContain('q=choi');
    await expect.poll(() => page.locator('#results').innerText()).toContain('Côr y Bont');
    expect(await box.evaluate((input: HTMLInputElement) => [document.activeElement === input, input.selectionStart])).toEqual([true, 4]);
    // Without a list to shut, Escape would empty the box.
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#results a').filter({ hasText: 'Côr y Bont' }).first().click();
    await page.waitForURL(/\/around\/cor-y-bont/);
    await page.goBack();
    await expect.poll(() => page.locator('#results').innerText()).toContain('Côr y Bont');
    expect(await page.locator('#find-form input[name=q]').inputValue()).toBe('choi');
    expect(troubles.filter((trouble) => !trouble.includes('ERR_ABORTED'))).toEqual([]);
    await page.context().close();
  });

  it('sees the same things on the map as in the list, by keyboard alone', async () => {
    const { page, troubles } = await site.open('/find?near=QX3+2AB&kind=group', desktop);
    await page.locator('.leaflet-container').waitFor();
    const pin = page.locator('.leaflet-container').getByRole('button', { name: /^1\. / });
    await drawn(page);
    await pin.waitFor();
    const [first = ''] = await page.locator('#results li.result h3 a').allInnerTexts();
    expect(await pin.getAttribute('aria-label')).toContain(`1. ${first}, group`);
    await pin.focus();
    expect(await pin.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

describe('a resident who is not safe to browse', () => {
  it('leaves by pressing Shift three times', async () => {
    const { page } = await site.open('/find?q=company', desktop);
    await page.route(/bbc\.co\.uk/, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Weather</title>' }));
    await pressShiftThrice(page);
    await page.waitForURL(/bbc\.co\.uk/);
    await page.context().close();
  });
});

describe('the first view', () => {
  const views = [
    '/',
    '/find',
    '/find?near=QX3+2AB',
    '/find?q=company+on+tuesday+near+QX3+2AB',
    '/find?near=QX3+2AB&kind=group&kind=place&cost=free&sort=distance',
  ];
  it.each(views.flatMap((view) => [view, `/cy${view}`]))('of %s arrives within 14,000 bytes', async (path) => {
    const answer = await fetch(`${site.address}${path}`, { headers: { 'accept-encoding': 'identity' } });
    const { brotliCompressSync, constants } = await import('node:zlib');
    const html = Buffer.from(await answer.arrayBuffer());
    const headers = [...answer.headers].reduce((bytes, [name, value]) => bytes + name.length + value.length + 4, 0);
    const body = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
    expect(body + headers).toBeLessThanOrEqual(14_000);
  });
});
