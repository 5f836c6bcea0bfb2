import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { started } from '../support/browser.ts';
import { openSite, type Site } from './open-site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const small = { viewport: { width: 320, height: 700 } };
const desktop = { viewport: { width: 1280, height: 900 } };

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('kept'));
const names = (page: Page) => page.locator('main .results h3 a').allInnerTexts();

describe('someone who keeps things', () => {
  it('keeps two from the list, gets a code for them, and a friend types it and prints the week', async () => {
    const { page, troubles } = await site.open('/find?near=QX3+2AB&kind=group', desktop);
    const buttons = page.locator('.result button.keep');
    await buttons.first().waitFor();
    const wanted = (await page.locator('.result h3 a').allInnerTexts()).slice(0, 2);
    for (const at of [0, 1]) await buttons.nth(at).click();
    expect(await page.locator('nav .number').innerText()).toBe('2');
    expect((await kept(page))?.split(',')).toHaveLength(2);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['kept']);

    await page.getByRole('link', { name: /^Kept/ }).click();
    await page.waitForURL(/\/shortlist\?ids=/);
    expect(await names(page)).toEqual(wanted);
    await page.getByLabel('1 day').check();
    await page.getByRole('button', { name: 'Get a code' }).click();
    await page.waitForURL(/\/s\/[0-9A-Z]{6}$/);
    const [, code = ''] = /List (\S{3} \S{3})/.exec(await page.locator('h1').innerText()) ?? [];
    expect(await page.locator('main').innerText()).toContain('This code works until');

    const friend = await site.open('/shortlist', small);
    await friend.page.getByLabel('Has someone given you a code?').fill(` ${code.toLowerCase().replace(' ', '-')}`);
    await friend.page.keyboard.press('Enter');
    await friend.page.waitForURL(/\/s\?code=/);
    expect(await names(friend.page)).toEqual(wanted);
    expect(await friend.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await started(friend.page);
    await friend.page.getByRole('button', { name: 'Keep these in this browser' }).click();
    expect(await kept(friend.page)).toBe(await kept(page));
    await friend.page.getByRole('link', { name: 'Print the week on one page' }).click();
    await friend.page.waitForURL(/\/print\/week\?ids=/);
    expect(await friend.page.locator('.sheet h1').innerText()).toBe('Kept for this week');
    expect([...troubles, ...friend.troubles]).toEqual([]);
    await friend.page.context().close();
    await page.context().close();
  });

  it('is told when the list is full, and can go on once something is taken off', async () => {
    const { page } = await site.open('/around/cor-y-bont', small);
    await page.evaluate(() => localStorage.setItem('kept', Array.from({ length: 60 }, (_, at) => `thing-${at}`).join(',')));
    await page.goto(`${site.address}/around/mend-and-natter`);
    const button = page.getByRole('button', { name: 'Keep Mend and Natter' });
    await button.click();
    expect(await page.locator('.keep-status').innerText()).toBe('Your list is full (60). Take something off it first.');
    expect([await button.getAttribute('aria-pressed'), (await kept(page))?.split(',').length]).toEqual(['false', 60]);
    await page.evaluate(() => localStorage.setItem('kept', 'cor-y-bont'));
    await page.reload();
    await button.click();
    expect(await kept(page)).toBe('cor-y-bont,mend-and-natter');
    expect(await page.getByRole('status').filter({ hasText: 'full' }).count()).toBe(0);
    await page.context().close();
  });

  it('sees it kept on the next page, takes it off there, and leaves nothing behind', async () => {
    const { page } = await site.open('/around/cor-y-bont', desktop);
    const button = page.getByRole('button', { name: 'Keep Côr y Bont, the bridge choir' });
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await page.goto(`${site.address}/around/mend-and-natter`);
    await page.getByRole('button', { name: 'Keep Mend and Natter' }).click();
    await page.goto(`${site.address}/around/cor-y-bont`);
    await page.getByRole('button', { name: /^Keep Côr/, pressed: true }).waitFor();
    await page.goto(`${site.address}/shortlist`);
    await page.waitForURL(/ids=cor-y-bont,mend-and-natter/);
    await started(page);
    await page.getByRole('link', { name: /Take it off Côr/ }).click();
    await page.waitForURL(/ids=mend-and-natter$/);
    expect(await kept(page)).toBe('mend-and-natter');
    await started(page);
    await page.getByRole('button', { name: 'Forget it all' }).click();
    await page.waitForURL(/\/shortlist$/);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });

  it('hears each time what was kept and what was taken off, in one region', async () => {
    const { page } = await site.open('/find?near=QX3+2AB&q=choir', desktop);
    const button = page.getByRole('button', { name: 'Keep Côr y Bont, the bridge choir' });
    const said = page.locator('main > [role=status]');
    await button.click();
    expect(await said.innerText()).toBe('Kept: Côr y Bont, the bridge choir');
    await button.click();
    expect(await said.innerText()).toBe('Taken off: Côr y Bont, the bridge choir');
    expect(await said.count()).toBe(1);
    await page.context().close();
  });

  it('puts back what was taken off, where it stood', async () => {
    const { page } = await site.open('/about', small);
    await page.evaluate(() => localStorage.setItem('kept', 'cor-y-bont,mend-and-natter,needle-and-thread-abbey'));
    await page.goto(`${site.address}/shortlist`);
    await page.waitForURL(/ids=/);
    await started(page);
    await page.getByRole('link', { name: /Take it off Mend/ }).click();
    await page.waitForURL(/ids=cor-y-bont,needle-and-thread-abbey$/);
    expect(await kept(page)).toBe('cor-y-bont,needle-and-thread-abbey');
    await page.getByRole('status').getByText('Taken off: Mend and Natter').waitFor();
    await page.getByRole('link', { name: 'Skip to the main part' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'main');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/ids=cor-y-bont,mend-and-natter,needle-and-thread-abbey$/);
    expect(await kept(page)).toBe('cor-y-bont,mend-and-natter,needle-and-thread-abbey');
    await page.context().close();
  });

  it('puts back a list that was forgotten, and only as long as that page stays open', async () => {
    const { page } = await site.open('/about', desktop);
    await page.evaluate(() => localStorage.setItem('kept', 'cor-y-bont,mend-and-natter'));
    await page.goto(`${site.address}/shortlist`);
    await page.waitForURL(/ids=/);
    await started(page);
    await page.getByRole('button', { name: 'Forget it all' }).click();
    await page.waitForURL(/\/shortlist$/);
    await page.getByRole('status').getByText('Your list is forgotten.').waitFor();
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await page.getByRole('button', { name: 'Put it back' }).click();
    await page.waitForURL(/ids=cor-y-bont,mend-and-natter$/);
    expect(await kept(page)).toBe('cor-y-bont,mend-and-natter');
    await started(page);
    await page.getByRole('button', { name: 'Forget it all' }).click();
    await page.getByRole('status').getByText('Your list is forgotten.').waitFor();
    await page.goto(`${site.address}/about`);
    await page.goBack();
    await started(page);
    expect(await kept(page)).toBeNull();
    expect(await page.getByRole('button', { name: 'Put it back' }).count()).toBe(0);
    await page.context().close();
  });

  it('finds the button on cards that came while typing', async () => {
    const { page } = await site.open('/find?near=QX3+2AB', desktop);
    await page.locator('#find-form input[name=q]').pressSequentially('choir', { delay: 30 });
    await page.locator('.result:first-child', { hasText: 'Côr y Bont' }).getByRole('button', { name: /^Keep/ }).click();
    expect(await kept(page)).toBe('cor-y-bont');
    await page.context().close();
  });

  it('does it all by keyboard on a very small screen', async () => {
    const { page } = await site.open('/find?q=choir&near=QX3+2AB', small);
    const button = page.locator('.result button.keep').first();
    await button.waitFor();
    await page.locator('.result h3 a').first().focus();
    await page.keyboard.press('Tab');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('nav .number').innerText()).toBe('1');
    await page.context().close();
  });

  it('is not stopped by a browser that refuses to store', async () => {
    const { page, troubles } = await site.open('/about', desktop);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('no', 'SecurityError');
        },
      });
    });
    await page.goto(`${site.address}/around/cor-y-bont`);
    await page.getByRole('button', { name: /^Keep Côr/ }).click();
    await page.getByRole('link', { name: /^Kept/ }).click();
    await page.waitForURL(/\/shortlist\?ids=cor-y-bont/);
    expect(await names(page)).toEqual(['Côr y Bont, the bridge choir']);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});

describe('without script', () => {
  it('one keeps by link, gets a code, and opens it', async () => {
    const { page } = await site.open('/around/cor-y-bont?ids=mend-and-natter', { ...small, javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Keep Côr y Bont, the bridge choir' }).click();
    await page.waitForURL(/\/shortlist\?ids=mend-and-natter,cor-y-bont$/);
    expect(await names(page)).toEqual(['Mend and Natter', 'Côr y Bont, the bridge choir']);
    await page.getByRole('button', { name: 'Get a code' }).click();
    await page.waitForURL(/\/s\/[0-9A-Z]{6}$/);
    expect(await names(page)).toEqual(['Mend and Natter', 'Côr y Bont, the bridge choir']);
    expect(await page.getByRole('button', { name: 'Keep these in this browser' }).isVisible()).toBe(false);
    await page.context().close();
  });

  it('one looks for more and keeps it beside the first, through a search and its filters', async () => {
    const { page } = await site.open('/shortlist?ids=mend-and-natter', { ...small, javaScriptEnabled: false });
    await page.getByRole('link', { name: 'Look for more' }).click();
    await page.waitForURL(/\/find\?ids=mend-and-natter$/);
    await page.getByLabel('What would you like?').fill('choir near QX3 2AB');
    await page.getByRole('button', { name: 'Look', exact: true }).click();
    await page.getByRole('link', { name: 'Not just near QX3 2AB' }).click();
    await page.getByRole('link', { name: 'Côr y Bont, the bridge choir' }).click();
    await page.getByRole('link', { name: 'Keep Côr y Bont, the bridge choir' }).click();
    await page.waitForURL(/\/shortlist\?ids=mend-and-natter,cor-y-bont$/);
    await page.context().close();
  });
});
