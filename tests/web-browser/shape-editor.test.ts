import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

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
  const context = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce', ...options });
  await steward.signInBrowser(context, origin);
  await use(await context.newPage()).finally(() => context.close());
}

const versionsOf = async (slug: string) => {
  const rows = await site.deps.db.query<{ corners: number }>(
    'test-versions',
    `select jsonb_array_length(v.geometry #> '{coordinates,0,0}') as corners from area_versions v join areas a on a.id = v.area_id
     where a.slug = $1::text and v.ends_on is null`,
    [slug],
  );
  return rows[0]?.corners;
};

/** Goes on with Tab until what has the focus is what is wanted. */
async function tabTo(page: Page, wanted: string) {
  for (let pressed = 0; pressed < 200; pressed++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, wanted)) return;
  }
  throw new Error(`Tab never came to ${wanted}`);
}

test('a boundary is drawn anew by keyboard alone, looked at, and made so', async () => {
  await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
    const before = await versionsOf('castle-and-market');
    await page.goto('/desk/areas/castle-and-market/shape');
    await page.locator('.corner.chosen').waitFor();
    await tabTo(page, '.corner.chosen');
    const typed = () => page.locator('#shape').inputValue();
    const first = await typed();
    for (let pressed = 0; pressed < 5; pressed++) await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    const moved = await typed();
    expect(moved).not.toBe(first);
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('.shape-tools [role=status]').textContent()).toContain('Corner 7 of');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Corner 7');
    await tabTo(page, 'form[enctype] button[type=submit]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'A change of boundaries' }).or(page.locator('.errors')).waitFor();
    await page.waitForLoadState();
    expect(await page.locator('main').textContent()).toContain('Nothing has changed');
    expect(await versionsOf('castle-and-market')).toBe(before);
    await tabTo(page, 'form button[type=submit].button:not(.quiet)');
    await page.keyboard.press('Enter');
    await page.getByText('This has been so since').waitFor();
    expect(await versionsOf('castle-and-market')).not.toBe(before);
  });
});

test('without script a file is taken, decided for a later day, and undone', async () => {
  await withPage({ viewport: { width: 360, height: 780 }, javaScriptEnabled: false }, async (page) => {
    await page.goto('/desk/areas/long-meadow/shape');
    await page.locator('summary').click();
    const shape = JSON.parse(await page.locator('#shape').inputValue());
    const [[ring]] = shape.coordinates;
    ring[1] = [ring[1][0] + 0.002, ring[1][1]];
    const crossed = { ...shape, coordinates: [[[ring[0], ring[40], ring[1], ...ring.slice(2, 39), ring[0]]]] };
    await page
      .locator('#file')
      .setInputFiles({ name: 'crossed.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(crossed)) });
    await page.locator('form[enctype] button[type=submit]').click();
    expect(await page.locator('.errors').textContent()).toMatch(/crosses itself near 52\.\d{4}, -[23]\.\d{4}: between corners \d+ and \d+/);
    await page
      .locator('#file')
      .setInputFiles({ name: 'good.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(JSON.stringify(shape)) });
    await page.locator('form[enctype] button[type=submit]').click();
    await page.waitForURL('**/desk/boundaries/*');
    await page.locator('#from').fill('2026-12-24');
    await page.getByRole('button', { name: 'Yes, so be it' }).click();
    await page.getByText('This happens on 24 December 2026').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Nothing has changed').waitFor();
  });
});

test('on a phone an area is split by two presses on the map, or by its buttons', async () => {
  await withPage({ viewport: { width: 360, height: 780 }, hasTouch: true }, async (page) => {
    await page.goto('/desk/areas/bryn-melyn/split');
    const map = page.locator('.od-map');
    await page.getByRole('button', { name: 'Add a corner at the cross' }).waitFor();
    await map.scrollIntoViewIfNeeded();
    const box = await map.boundingBox();
    if (!box) throw new Error('there is no map');
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height - 12);
    await page.getByRole('button', { name: 'Add a corner at the cross' }).click();
    const corners = async () => (await page.locator('#line').inputValue()).split('\n').length;
    await expect.poll(corners).toBe(2);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(corners).toBe(1);
    await page.getByRole('button', { name: 'Add a corner at the cross' }).click();
    await page.locator('#name').fill('Bryn Isaf');
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.waitForURL('**/desk/boundaries/*');
    expect(await page.locator('main').textContent()).toContain('Bryn Isaf');
    expect(await page.locator('main').textContent()).toMatch(/\d+ things from Bryn Melyn to Bryn Isaf|thing from Bryn Melyn/);
  });
});

test('what could not be taken stands on the map as it was drawn', async () => {
  await withPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
    await page.goto('/desk/areas/cwm-derw/split');
    await page.getByRole('button', { name: 'Add a corner at the cross' }).click();
    await page.locator('#name').fill('Cwm Isaf');
    await page.getByRole('button', { name: 'See what would change' }).click();
    await page.locator('.errors').waitFor();
    await page.locator('.corner').waitFor();
    expect(await page.locator('.corner').count()).toBe(1);
    expect(await page.locator('#name').inputValue()).toBe('Cwm Isaf');
  });
});
