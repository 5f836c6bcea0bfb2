import type { Browser, BrowserContext, BrowserContextOptions, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { signIn, type Who } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { TEST_NOW } from '../support/test-clock.ts';
import { sql } from '../today/waiting-things.ts';

let test: TestApp;
let browser: Browser;
let address: string;
beforeAll(async () => {
  test = await createTestApp('sample');
  address = await test.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await test?.close();
});
beforeEach(async () => {
  for (const table of ['checks', 'connections', 'walk_entries', 'suggestions']) await sql(test, `delete from ${table}`);
  await sql(test, `delete from assets where status = 'draft'`);
  await sql(test, `update assets set status = 'published'`);
});

const walk = () => `${address}/desk/walk?near=QX3+2AB`;
/** A phone in the hand of somebody signed in. */
async function takePhone(who: Who = 'coordinator', options: BrowserContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, ...options });
  await (await signIn(test, who)).signInBrowser(context, address);
  return context;
}
async function openWalk(context: BrowserContext, at = walk()): Promise<Page> {
  const page = await context.newPage();
  await page.goto(at);
  return page;
}
/** Opened once with a signal, so that the page lies on the phone. */
async function prepare(context: BrowserContext): Promise<Page> {
  const page = await openWalk(context);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.reload();
  return page;
}
const card = (page: Page, nth: number) => page.locator('.walk-card').nth(nth);
const right = (page: Page, nth: number) => card(page, nth).getByRole('button', { name: 'Still right', exact: true });
const waiting = (page: Page, count: number) => page.getByText(`Waiting to be sent: ${count}`).waitFor();
const sent = (page: Page) => page.locator('[data-queue]').waitFor({ state: 'hidden' });
const checks = () => sql<{ by_kind: string; checked_at: Date }>(test, 'select by_kind, checked_at from checks order by checked_at');
async function noteThree(page: Page): Promise<void> {
  await right(page, 0).tap();
  await card(page, 1).getByText('Something else').tap();
  await card(page, 1).getByRole('button', { name: 'Walked along' }).tap();
  await page.getByText('Add something I see').tap();
  await page.getByLabel('What is it called?').fill('Chess by the weir');
  await page.getByRole('button', { name: 'Add it' }).tap();
}
const allThere = async () => ({
  checks: (await checks()).length,
  connections: await sql(test, 'select what, count from connections'),
  drafts: await sql(test, `select name from assets where status = 'draft'`),
});
const threeOnce = {
  checks: 3,
  connections: [{ what: 'walked-along', count: 1 }],
  drafts: [{ name: 'Chess by the weir' }],
};

describe('without a signal', () => {
  it('three things are noted, outlive the closed page, and arrive once when the signal is back', async () => {
    const phone = await takePhone();
    const before = await prepare(phone);
    await phone.setOffline(true);
    await noteThree(before);
    await waiting(before, 3);
    await before.close();

    const page = await openWalk(phone, `${address}/desk/walk`);
    await waiting(page, 3);
    await page.getByText('See them').tap();
    expect(await page.locator('.walk-queue li').allInnerTexts()).toEqual([
      expect.stringContaining('Still right'),
      expect.stringContaining('Walked along'),
      expect.stringContaining('Chess by the weir: Add it'),
    ]);
    expect(await page.getByText('No signal just now').count()).toBe(1);
    await phone.setOffline(false);
    await sent(page);
    expect(await allThere()).toEqual(threeOnce);
    await phone.close();
  }, 60_000);

  it('what waits is taken out again one by one', async () => {
    const phone = await takePhone();
    const page = await prepare(phone);
    await phone.setOffline(true);
    await right(page, 0).tap();
    await right(page, 1).tap();
    await waiting(page, 2);
    await page.getByText('See them').tap();
    await page.locator('.walk-queue').getByRole('button', { name: 'Take out' }).first().tap();
    await waiting(page, 1);
    await phone.setOffline(false);
    await sent(page);
    expect(await checks()).toHaveLength(1);
    await phone.close();
  }, 60_000);

  it('no other page is kept, and signing out takes the list away and asks first where something waits', async () => {
    const phone = await takePhone();
    const page = await prepare(phone);
    const kept = () =>
      page.evaluate(async () =>
        (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
          .flat()
          .map(({ url }) => new URL(url).pathname),
      );
    expect((await kept()).filter((path) => !path.startsWith('/assets/'))).toEqual(['/desk/walk']);
    await page.goto(`${address}/desk`);
    await page.goto(`${address}/`);
    expect((await kept()).filter((path) => !path.startsWith('/assets/'))).toEqual(['/desk/walk']);

    await page.goto(walk());
    await phone.route('**/desk/walk', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
    await right(page, 0).tap();
    await waiting(page, 1);
    const asked: string[] = [];
    page.once('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByRole('button', { name: 'Sign out' }).tap();
    await expect.poll(() => asked).toEqual([expect.stringContaining('Some of what you noted waits to be sent: 1')]);
    expect(await kept()).toContain('/desk/walk');
    page.once('dialog', (dialog) => void dialog.accept());
    await Promise.all([page.waitForURL(`${address}/`), page.getByRole('button', { name: 'Sign out' }).tap()]);
    expect(await kept()).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await phone.close();
  }, 60_000);
});

describe('sending', () => {
  it('is done again when the answer was lost, and taken once', async () => {
    const phone = await takePhone();
    const page = await prepare(phone);
    let lost = 0;
    const loseAnswer = async (route: Route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      lost += 1;
      await route.fetch();
      await route.abort();
    };
    await phone.route('**/desk/walk', loseAnswer);
    await card(page, 0).getByText('Something else').tap();
    await card(page, 0).getByRole('button', { name: 'Told' }).tap();
    await waiting(page, 1);
    await expect.poll(() => lost).toBe(1);
    await page.getByText('No signal just now').waitFor();
    await phone.unroute('**/desk/walk', loseAnswer);
    await page.getByRole('button', { name: 'Send now' }).tap();
    await sent(page);
    expect(await sql(test, 'select what, count from connections')).toEqual([{ what: 'told', count: 1 }]);
    await phone.close();
  }, 60_000);

  it('from two phones of one person brings both', async () => {
    const phones = await Promise.all([takePhone(), takePhone()]);
    const pages = await Promise.all(phones.map((phone) => prepare(phone)));
    for (const phone of phones) await phone.setOffline(true);
    for (const page of pages) {
      await card(page, 0).getByText('Something else').tap();
      await card(page, 0).getByRole('button', { name: 'Told' }).tap();
      await waiting(page, 1);
    }
    for (const phone of phones) await phone.setOffline(false);
    for (const page of pages) await sent(page);
    expect(await sql(test, 'select what, count from connections')).toEqual([{ what: 'told', count: 2 }]);
    for (const phone of phones) await phone.close();
  }, 60_000);

  it('counts from when they stood there, though the phone’s clock is two years behind', async () => {
    const phone = await takePhone();
    await phone.clock.install({ time: new Date('2024-01-05T10:00:00Z') });
    const page = await prepare(phone);
    await phone.setOffline(true);
    await right(page, 0).tap();
    await waiting(page, 1);
    await phone.clock.fastForward(26 * 3_600_000);
    await phone.setOffline(false);
    await sent(page);
    const [check] = await checks();
    const age = TEST_NOW.getTime() - (check?.checked_at.getTime() ?? 0);
    expect(Math.round(age / 3_600_000)).toBe(26);
    await phone.close();
  }, 60_000);

  it('waits for who noted it when they are signed out, and is sent as nobody else’s', async () => {
    const phone = await takePhone();
    const page = await prepare(phone);
    await phone.setOffline(true);
    await right(page, 0).tap();
    await waiting(page, 1);
    await phone.clearCookies();
    await phone.setOffline(false);
    await page.getByRole('link', { name: 'Sign in again' }).waitFor();
    expect(await checks()).toEqual([]);

    await (await signIn(test, 'steward')).signInBrowser(phone, address);
    await page.goto(walk());
    await page.getByText('Noted by somebody else on this phone, and waiting until they sign in: 1').waitFor();
    await right(page, 1).tap();
    await expect.poll(async () => (await checks()).length).toBe(1);

    await phone.clearCookies();
    await (await signIn(test, 'coordinator')).signInBrowser(phone, address);
    await page.goto(walk());
    await sent(page);
    await expect.poll(async () => (await checks()).length).toBe(2);
    await phone.close();
  }, 60_000);

  it('is refused with a reason and a way on when somebody changed the thing meanwhile', async () => {
    const phone = await takePhone();
    const page = await prepare(phone);
    await phone.setOffline(true);
    await right(page, 0).tap();
    await waiting(page, 1);
    const id = await card(page, 0).getAttribute('data-asset');
    await sql(test, 'update assets set version = version + 1 where id = $1::uuid', [id]);
    await phone.setOffline(false);
    const row = page.locator('.walk-queue li');
    await row.getByText('Somebody changed it after your list was loaded').waitFor();
    expect(await row.getByRole('link', { name: 'Look at it' }).getAttribute('href')).toBe(`/desk/assets/${id}`);
    expect(await checks()).toEqual([]);
    await row.getByRole('button', { name: 'It is so all the same' }).tap();
    await sent(page);
    expect(await checks()).toHaveLength(1);
    await phone.close();
  }, 60_000);

  it('can be undone at the card for a while', async () => {
    const phone = await takePhone();
    const page = await prepare(phone);
    await right(page, 0).tap();
    await card(page, 0).getByRole('button', { name: 'Undo' }).tap();
    await page.getByText('Taken out.').waitFor();
    expect(await checks()).toEqual([]);
    await phone.close();
  }, 60_000);
});

describe('the page', () => {
  it('checks in two taps from where they stand, the phone’s place cut to a hundred metres', async () => {
    const phone = await takePhone('coordinator', {
      geolocation: { latitude: 52.2512345, longitude: -3.0123456 },
      permissions: ['geolocation'],
    });
    const page = await openWalk(phone, `${address}/desk/walk`);
    await Promise.all([page.waitForURL(/near=52\.251,-3\.012$/), page.getByRole('button', { name: 'Near me' }).tap()]);
    await right(page, 0).tap();
    await expect.poll(async () => (await checks()).length).toBe(1);
    await phone.close();
  });

  it('orders the list that lies on the phone from where they stand, without a signal', async () => {
    const phone = await takePhone('coordinator', { geolocation: { latitude: 52.25, longitude: -3.0 }, permissions: ['geolocation'] });
    const page = await prepare(phone);
    const names = () => page.locator('.walk-card h3').allInnerTexts();
    const before = await names();
    await phone.setOffline(true);
    await Promise.all([page.waitForURL(/near=52\.250,-3\.000$/), page.getByRole('button', { name: 'Near me' }).tap()]);
    await page
      .getByText(/\d+ m away/)
      .first()
      .waitFor();
    const after = await names();
    expect(after).not.toEqual(before);
    expect(after.toSorted()).toEqual(before.toSorted());
    await phone.close();
  }, 60_000);

  it('works without script, with undo', async () => {
    const phone = await takePhone('coordinator', { javaScriptEnabled: false });
    const page = await openWalk(phone);
    await right(page, 0).tap();
    expect(await page.getByRole('status').first().innerText()).toContain('still right, and noted.');
    expect(await checks()).toHaveLength(1);
    await page.getByRole('button', { name: 'Undo' }).tap();
    expect(await checks()).toEqual([]);
    await page.getByText('Add something I see').tap();
    await page.getByRole('button', { name: 'Add it' }).tap();
    expect(await page.getByRole('alert').innerText()).toContain('called');
    await page.getByLabel('What is it called?').fill('Chess by the weir');
    await page.getByRole('button', { name: 'Add it' }).tap();
    expect((await allThere()).drafts).toEqual([{ name: 'Chess by the weir' }]);
    await phone.close();
  });

  it('shows nothing of homes, gifts and contacts, and no draft', async () => {
    const phone = await takePhone('steward');
    await sql(test, `update assets set point_privacy = 'private' where slug = 'cor-y-bont'`);
    const page = await openWalk(phone);
    const ids = await page.locator('.walk-card').evaluateAll((cards) => cards.map((each) => each.getAttribute('data-asset')));
    expect(
      await sql(
        test,
        `select slug from assets where id = any($1::uuid[]) and (kind = 'people' or point_privacy = 'private' or status <> 'published')`,
        [ids],
      ),
    ).toEqual([]);
    expect(await page.content()).not.toMatch(/tel:|mailto:|@example/);
    await sql(test, `update assets set point_privacy = 'public' where slug = 'cor-y-bont'`);
    await phone.close();
  });

  it('keeps the keyboard where it was when what waits is drawn anew', async () => {
    const phone = await takePhone();
    const page = await prepare(phone);
    await phone.setOffline(true);
    await right(page, 0).focus();
    await page.keyboard.press('Enter');
    await waiting(page, 1);
    await page.getByText('No signal just now').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Still right');
    await page.getByRole('button', { name: 'Send now' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Send now' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Send now');
    await page.getByText('See them').tap();
    await page.locator('.walk-queue').getByRole('button', { name: 'Take out' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Taken out.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.matches('[data-said]'))).toBe(true);
    await phone.close();
  }, 60_000);
});
