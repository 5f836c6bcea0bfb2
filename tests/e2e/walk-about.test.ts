import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPhoto } from '../photos/make-photos.ts';
import { started } from '../support/browser.ts';
import { signIn } from '../support/sign-in.ts';
import { TEST_NOW } from '../support/test-clock.ts';
import { sql } from '../today/waiting-things.ts';
import { card, openWalks, right, sent, type Walks, waiting } from './open-walk.ts';

let walks: Walks;
beforeAll(async () => {
  walks = await openWalks();
});
afterAll(() => walks?.close());
beforeEach(() => walks.begin());

async function noteThree(page: Page): Promise<void> {
  await right(page, 0).tap();
  await card(page, 1).getByText('Something else').tap();
  await card(page, 1).getByRole('button', { name: 'Walked along' }).tap();
  await page.getByText('Add something I see').tap();
  await page.getByLabel('What is it called?').fill('Chess by the weir');
  await page.getByRole('button', { name: 'Add it' }).tap();
}
const allThere = async () => ({
  checks: (await walks.checks()).length,
  connections: await sql(walks.test, 'select what, count from connections'),
  drafts: await walks.drafts(),
});
const threeOnce = {
  checks: 3,
  connections: [{ what: 'walked-along', count: 1 }],
  drafts: [{ name: 'Chess by the weir' }],
};

/** What pages lie on the phone. */
const kept = (page: Page) =>
  page.evaluate(async () =>
    (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
      .flat()
      .map(({ url }) => new URL(url).pathname),
  );

describe('without a signal', () => {
  it('three things are noted, outlive the closed page, and arrive once when the signal is back', async () => {
    const phone = await walks.takePhone();
    const before = await walks.prepare(phone);
    await phone.setOffline(true);
    await noteThree(before);
    await waiting(before, 3);
    await before.close();

    const page = await walks.openWalk(phone, `${walks.address}/desk/walk`);
    await waiting(page, 3);
    await page.getByText('See them').tap();
    expect(await page.locator('.walk-queue li').allInnerTexts()).toEqual([
      expect.stringContaining('Still right'),
      expect.stringContaining('Walked along'),
      expect.stringContaining('Chess by the weir: Add it'),
    ]);
    await page.getByText('No signal just now').waitFor();
    await phone.setOffline(false);
    await sent(page);
    expect(await allThere()).toEqual(threeOnce);
    await phone.close();
  });

  it('what waits is taken out again one by one', async () => {
    const phone = await walks.takePhone();
    const page = await walks.prepare(phone);
    await phone.setOffline(true);
    await right(page, 0).tap();
    await right(page, 1).tap();
    await waiting(page, 2);
    await page.getByText('See them').tap();
    await page.locator('.walk-queue').getByRole('button', { name: 'Take out' }).first().tap();
    await waiting(page, 1);
    await phone.setOffline(false);
    await sent(page);
    expect(await walks.checks()).toHaveLength(1);
    await phone.close();
  });

  it('goes at once when the signal comes back while it is still being tried', async () => {
    const phone = await walks.takePhone();
    // So that nothing is tried again by itself.
    await phone.addInitScript(() => Object.assign(window, { setInterval: () => 0 }));
    const page = await walks.prepare(phone);
    let giveUp = () => {};
    const untilGivenUp = new Promise<void>((resolve) => {
      giveUp = resolve;
    });
    await page.route(
      (url) => url.pathname === '/desk/walk',
      async (route) => {
        await untilGivenUp;
        await route.abort();
      },
      { times: 1 },
    );
    const tried = page.waitForRequest((request) => request.headers().accept === 'application/json');
    await right(page, 0).tap();
    await tried;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    giveUp();
    await sent(page);
    expect(await walks.checks()).toHaveLength(1);
    await phone.close();
  });

  it('no other page is kept, and signing out takes the list away and asks first where something waits', async () => {
    const phone = await walks.takePhone();
    const page = await walks.prepare(phone);
    expect((await kept(page)).filter((path) => !path.startsWith('/assets/'))).toEqual(['/desk/walk']);
    await page.goto(`${walks.address}/desk`);
    await page.goto(`${walks.address}/`);
    expect((await kept(page)).filter((path) => !path.startsWith('/assets/'))).toEqual(['/desk/walk']);

    await page.goto(walks.walk);
    await started(page);
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
    expect(await kept(page)).toContain('/desk/walk');
    page.once('dialog', (dialog) => void dialog.accept());
    await Promise.all([page.waitForURL('**/sign-in?left=yes'), page.getByRole('button', { name: 'Sign out' }).tap()]);
    expect(await kept(page)).toEqual([]);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
    await phone.close();
  });
});

describe('signing out before the button’s own script is there', () => {
  it('takes the list off the phone all the same, and leaves what waits', async () => {
    const phone = await walks.takePhone();
    const page = await walks.prepare(phone);
    await phone.route('**/desk/walk', (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()));
    await right(page, 0).tap();
    await waiting(page, 1);
    const plainly = () => page.locator('form[action$="/sign-out"]').evaluate((form) => form instanceof HTMLFormElement && form.submit());
    await Promise.all([page.waitForURL('**/sign-in?left=yes'), plainly()]);
    await expect.poll(() => kept(page)).toEqual([]);
    await (await signIn(walks.test, 'coordinator')).signInBrowser(phone, walks.address);
    await page.goto(walks.walk);
    await waiting(page, 1);
    await phone.close();
  });
});

describe('sending', () => {
  it('is done again when the answer was lost, and taken once', async () => {
    const phone = await walks.takePhone();
    const page = await walks.prepare(phone);
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
    expect(await sql(walks.test, 'select what, count from connections')).toEqual([{ what: 'told', count: 1 }]);
    await phone.close();
  });

  it('from two phones of one person brings both', async () => {
    const phones = await Promise.all([walks.takePhone(), walks.takePhone()]);
    const pages = await Promise.all(phones.map((phone) => walks.prepare(phone)));
    for (const phone of phones) await phone.setOffline(true);
    for (const page of pages) {
      await card(page, 0).getByText('Something else').tap();
      await card(page, 0).getByRole('button', { name: 'Told' }).tap();
      await waiting(page, 1);
    }
    for (const phone of phones) await phone.setOffline(false);
    for (const page of pages) await sent(page);
    expect(await sql(walks.test, 'select what, count from connections')).toEqual([{ what: 'told', count: 2 }]);
    for (const phone of phones) await phone.close();
  });

  it('counts from when they stood there, though the phone’s clock is two years behind', async () => {
    const phone = await walks.takePhone();
    await phone.clock.install({ time: new Date('2024-01-05T10:00:00Z') });
    const page = await walks.prepare(phone);
    await phone.setOffline(true);
    await right(page, 0).tap();
    await waiting(page, 1);
    await phone.clock.fastForward(26 * 3_600_000);
    await phone.setOffline(false);
    await sent(page);
    const [check] = await walks.checks();
    const age = TEST_NOW.getTime() - (check?.checked_at.getTime() ?? 0);
    expect(Math.round(age / 3_600_000)).toBe(26);
    await phone.close();
  });

  it('waits for who noted it when they are signed out, and is sent as nobody else’s', async () => {
    const phone = await walks.takePhone();
    const page = await walks.prepare(phone);
    await phone.setOffline(true);
    await right(page, 0).tap();
    await waiting(page, 1);
    await phone.clearCookies();
    await phone.setOffline(false);
    await page.getByRole('link', { name: 'Sign in again' }).waitFor();
    expect(await walks.checks()).toEqual([]);

    await (await signIn(walks.test, 'steward')).signInBrowser(phone, walks.address);
    await page.goto(walks.walk);
    await page.getByText('Noted by somebody else on this phone, and waiting until they sign in: 1').waitFor();
    await right(page, 1).tap();
    await card(page, 1).getByRole('button', { name: 'Undo' }).waitFor();
    expect(await walks.checks()).toHaveLength(1);

    await phone.clearCookies();
    await (await signIn(walks.test, 'coordinator')).signInBrowser(phone, walks.address);
    await page.goto(walks.walk);
    await expect.poll(async () => (await walks.checks()).length).toBe(2);
    await sent(page);
    await phone.close();
  });

  it('is refused with a reason and a way on when somebody changed the thing meanwhile', async () => {
    const phone = await walks.takePhone();
    const page = await walks.prepare(phone);
    await phone.setOffline(true);
    await right(page, 0).tap();
    await waiting(page, 1);
    const id = await card(page, 0).getAttribute('data-asset');
    await sql(walks.test, 'update assets set version = version + 1 where id = $1::uuid', [id]);
    await phone.setOffline(false);
    const row = page.locator('.walk-queue li');
    await row.getByText('Somebody changed it after your list was loaded').waitFor();
    expect(await row.getByRole('link', { name: 'Look at it' }).getAttribute('href')).toBe(`/desk/assets/${id}`);
    expect(await walks.checks()).toEqual([]);
    await row.getByRole('button', { name: 'It is so all the same' }).tap();
    await sent(page);
    expect(await walks.checks()).toHaveLength(1);
    await phone.close();
  });

  it('can be undone at the card for a while', async () => {
    const phone = await walks.takePhone();
    const page = await walks.prepare(phone);
    await right(page, 0).tap();
    await card(page, 0).getByRole('button', { name: 'Undo' }).tap();
    await page.getByText('Taken out.').waitFor();
    expect(await walks.checks()).toEqual([]);
    await phone.close();
  });
});

describe('something new', () => {
  it('takes its photo along, made small and noted without a signal', async () => {
    const phone = await walks.takePhone();
    const page = await walks.prepare(phone);
    await phone.setOffline(true);
    await page.getByText('Add something I see').tap();
    await page.getByLabel('What is it called?').fill('Chess by the weir');
    await page
      .getByLabel('A photo, if you like')
      .setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: await aPhoto({ width: 2400, height: 1800 }) });
    await page.getByRole('button', { name: 'Add it' }).tap();
    await waiting(page, 1);
    await phone.setOffline(false);
    await sent(page);
    expect(
      await sql(
        walks.test,
        `select p.alt, p.width from asset_photos p join assets a on a.id = p.asset_id where a.name = 'Chess by the weir'`,
      ),
    ).toEqual([{ alt: 'Chess by the weir', width: 1600 }]);
    await page.locator('.add-seen').getByRole('button', { name: 'Undo' }).tap();
    await page.getByText('Taken out.').waitFor();
    expect(await walks.drafts()).toEqual([]);
    await phone.close();
  });
});
