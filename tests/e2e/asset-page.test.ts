import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { started } from '../support/browser.ts';
import { movingClock } from '../support/test-clock.ts';
import { openSite, type Site } from './open-site.ts';

const clock = movingClock();
let site: Site;
beforeAll(async () => {
  site = await openSite({ clock });
});
afterAll(() => site.close());

const phone = { viewport: { width: 320, height: 700 } };
const path = '/around/mend-and-natter';

describe.each([true, false])('a neighbour who knows better (script: %s)', (javaScriptEnabled) => {
  const options = { ...phone, javaScriptEnabled };

  it('says in one press that it is still right', async () => {
    const { page, troubles } = await site.open(path, options);
    await page.getByRole('button', { name: 'Yes, still right' }).click();
    await page.waitForURL(/still-right\?thanks=yes/);
    expect(await page.locator('h1').innerText()).toBe('Thank you');
    await page.getByRole('link', { name: 'Back to the page' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mend and Natter' }).waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('suggests a change by keyboard alone, is told what is missing, and is thanked', async () => {
    const { page, troubles } = await site.open(path, options);
    await page.getByRole('link', { name: 'Suggest a change' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/suggest$/);
    clock.pass(5_000);
    await page.getByLabel('How can we reach you').fill('mo@example');
    await page.keyboard.press('Enter');
    const summary = page.getByRole('alert');
    await summary.waitFor();
    await expect.poll(() => summary.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.title()).toContain('Look again');
    await summary.getByRole('link', { name: 'Say what should be different' }).press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('text');
    await page.keyboard.type('It starts at 11 now');
    await page.getByLabel('How can we reach you').fill('mo@example.org');
    clock.pass(5_000);
    await page.getByRole('button', { name: 'Send it' }).press('Enter');
    await page.waitForURL(/suggest\?thanks=yes/);
    expect(await page.locator('main').innerText()).toContain('Siân will look into it');
    // 400 is the answer to the form that lacked something: the browser tells of it.
    expect(troubles.filter((trouble) => !trouble.includes('status of 400'))).toEqual([]);
    await page.context().close();
  });

  it('says that it has closed, without a word', async () => {
    const { page } = await site.open(path, options);
    await page.getByRole('link', { name: 'This has closed' }).click();
    clock.pass(5_000);
    await page.getByRole('button', { name: 'Yes, it has closed' }).click();
    await page.waitForURL(/closed\?thanks=yes/);
    await page.context().close();
  });

  it('passes the page on: by its address, a square code, or a letter', async () => {
    const { page, troubles } = await site.open(path, options);
    await page.locator('.share > summary').click();
    expect(await page.getByLabel('The address of this page').inputValue()).toMatch(/^http.*\/around\/mend-and-natter$/);
    expect(await page.locator('.share .qr').isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'Send by e-mail' }).getAttribute('href')).toMatch(
      /^mailto:\?subject=Mend%20and%20Natter&body=/,
    );
    expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(javaScriptEnabled);
    expect(await page.getByRole('button', { name: 'Copy it' }).isVisible()).toBe(javaScriptEnabled);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

describe('with script', () => {
  it('the phone’s own way of sharing comes first where there is one', async () => {
    const { page } = await site.open('/about', phone);
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'share', {
        value: async (data: object) => document.body.setAttribute('data-shared', JSON.stringify(data)),
      });
    });
    await page.goto(`${site.address}${path}`);
    await started(page);
    await page.locator('.share > summary').click();
    await expect.poll(() => page.locator('body').getAttribute('data-shared')).toContain('/around/mend-and-natter');
    expect(await page.locator('.share-box').isVisible()).toBe(false);
    await page.context().close();
  });

  it('the address is copied by a press', async () => {
    const { page } = await site.open(path, { ...phone, permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('.share > summary').click();
    await page.getByRole('button', { name: 'Copy it' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/around\/mend-and-natter$/);
    await page.context().close();
  });
});

describe('on paper', () => {
  it.each(['mend-and-natter', 'cor-cwm-derw', 'cor-y-bont'])('%s is one sheet of A4, with a way back to the page', async (slug) => {
    const { page } = await site.open(`/around/${slug}`, { viewport: { width: 1280, height: 900 } });
    const margin = '12mm';
    const pdf = await page.pdf({ format: 'A4', margin: { top: margin, bottom: margin, left: margin, right: margin } });
    expect(
      [...pdf.toString('latin1').matchAll(/\/Type \/Pages[^>]*\/Count (\d+)|\/Count (\d+)/g)].map((match) => match[1] ?? match[2]),
    ).toEqual(['1']);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.printed-foot').innerText()).toContain(`/around/${slug}`);
    expect(await page.locator('.printed-foot .qr').isVisible()).toBe(true);
    for (const onScreen of ['.share', '#nearby', 'button', '.leave', '.map'])
      expect(await page.locator(onScreen).first().isVisible(), onScreen).toBe(false);
    await page.context().close();
  });
});
