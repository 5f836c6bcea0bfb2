import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { started } from '../support/browser.ts';
import { sql } from '../today/waiting-things.ts';
import { openWalks, right, type Walks, waiting } from './open-walk.ts';

let walks: Walks;
beforeAll(async () => {
  walks = await openWalks();
});
afterAll(() => walks?.close());
beforeEach(() => walks.begin());

describe('the walk-about’s page', () => {
  it('checks in two taps from where they stand, the phone’s place cut to a hundred metres', async () => {
    const phone = await walks.takePhone('coordinator', {
      geolocation: { latitude: 52.2512345, longitude: -3.0123456 },
      permissions: ['geolocation'],
    });
    const page = await walks.openWalk(phone, `${walks.address}/desk/walk`);
    await started(page);
    await Promise.all([page.waitForURL(/near=52\.251,-3\.012$/), page.getByRole('button', { name: 'Near me' }).tap()]);
    await right(page, 0).tap();
    await expect.poll(async () => (await walks.checks()).length).toBe(1);
    await phone.close();
  });

  it('orders the list that lies on the phone from where they stand, without a signal', async () => {
    const phone = await walks.takePhone('coordinator', { geolocation: { latitude: 52.25, longitude: -3.0 }, permissions: ['geolocation'] });
    const page = await walks.prepare(phone);
    const names = () => page.locator('.walk-card h3').allInnerTexts();
    const before = await names();
    await phone.setOffline(true);
    await Promise.all([page.waitForURL(/near=52\.250,-3\.000$/), page.getByRole('button', { name: 'Near me' }).tap()]);
    await started(page);
    const after = await names();
    expect(after).not.toEqual(before);
    expect(after.toSorted()).toEqual(before.toSorted());
    await phone.close();
  });

  it('works without script, with undo', async () => {
    const phone = await walks.takePhone('coordinator', { javaScriptEnabled: false });
    const page = await walks.openWalk(phone);
    await right(page, 0).tap();
    await page.getByRole('status').getByText('still right, and noted.').waitFor();
    expect(await walks.checks()).toHaveLength(1);
    await page.getByRole('button', { name: 'Undo' }).tap();
    await page.getByText('taken back. All is as before.').waitFor();
    expect(await walks.checks()).toEqual([]);
    await page.getByText('Add something I see').tap();
    await page.getByRole('button', { name: 'Add it' }).tap();
    expect(await page.getByRole('alert').innerText()).toContain('called');
    await page.getByLabel('What is it called?').fill('Chess by the weir');
    await page.getByRole('button', { name: 'Add it' }).tap();
    await page.getByText('added. Nobody sees it until it is published.').waitFor();
    expect(await walks.drafts()).toEqual([{ name: 'Chess by the weir' }]);
    await phone.close();
  });

  it('shows nothing of homes, gifts and contacts, and no draft', async () => {
    const phone = await walks.takePhone('steward');
    await sql(walks.test, `update assets set point_privacy = 'private' where slug = 'cor-y-bont'`);
    const page = await walks.openWalk(phone);
    const ids = await page.locator('.walk-card').evaluateAll((cards) => cards.map((each) => each.getAttribute('data-asset')));
    expect(
      await sql(
        walks.test,
        `select slug from assets where id = any($1::uuid[]) and (kind = 'people' or point_privacy = 'private' or status <> 'published')`,
        [ids],
      ),
    ).toEqual([]);
    expect(await page.content()).not.toMatch(/tel:|mailto:|@example/);
    await sql(walks.test, `update assets set point_privacy = 'public' where slug = 'cor-y-bont'`);
    await phone.close();
  });

  it('keeps the keyboard where it was when what waits is drawn anew', async () => {
    const phone = await walks.takePhone();
    const page = await walks.prepare(phone);
    await phone.setOffline(true);
    await right(page, 0).focus();
    await page.keyboard.press('Enter');
    await waiting(page, 1);
    await page.getByText('No signal just now').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Still right');
    const send = page.getByRole('button', { name: 'Send now' });
    await send.evaluate((button) => button.classList.add('drawn-before'));
    await send.focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => page.evaluate(() => [document.activeElement?.textContent, document.activeElement?.matches('.drawn-before')]))
      .toEqual(['Send now', false]);
    await page.getByText('See them').tap();
    await page.locator('.walk-queue').getByRole('button', { name: 'Take out' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Taken out.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.matches('[data-said]'))).toBe(true);
    await phone.close();
  });
});
