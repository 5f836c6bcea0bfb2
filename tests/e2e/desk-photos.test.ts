import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aPhoto } from '../photos/make-photos.ts';
import { launchBrowser, started } from '../support/browser.ts';
import { signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phone = { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true };
const path = '/desk/assets/mend-and-natter/photos';

let site: TestApp;
let sian: TestSession;
let browser: Browser;
let origin: string;
beforeAll(async () => {
  site = await createTestApp('sample');
  sian = await signIn(site, 'coordinator');
  origin = await site.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function openPhotos(options: BrowserContextOptions) {
  const context = await browser.newContext({ baseURL: origin, ...options });
  await sian.signInBrowser(context, origin);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto('/desk/assets/mend-and-natter');
  await page.getByRole('link', { name: 'Photos', exact: true }).click();
  await page.waitForURL(`**${path.replace('mend-and-natter', '*')}`);
  if (options.javaScriptEnabled !== false) await started(page);
  return { page, context, troubles };
}

const file = async (name: string, width: number) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await aPhoto({ width, height: 900, noisy: true, exif: true }),
});

test('on a phone without script: take a photo, say what it shows, make it the door, take it away and get it back', async () => {
  const { page, context } = await openPhotos({ ...phone, javaScriptEnabled: false });
  await page.getByLabel('Take one now').setInputFiles(await file('held.jpg', 700));
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByText('Please say what the photo shows.').first().waitFor();
  await page.getByLabel('Take one now').setInputFiles(await file('held.jpg', 700));
  await page.getByLabel('What does it show?', { exact: true }).last().fill('A blue gate');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('status').getByText('There it is. Everyone can see it now.', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'It is the door A blue gate' }).click();
  await page.locator('.photo-card').first().getByText('The door to look for').waitFor();
  await page.goto('/around/mend-and-natter');
  expect(await page.locator('.visit img').getAttribute('alt')).toBe('A blue gate');
  await page.goto(path);
  await page.getByRole('button', { name: 'Take it away A blue gate' }).click();
  await page.getByRole('button', { name: 'Put it back A blue gate' }).click();
  await page.getByRole('button', { name: 'Take it away A blue gate' }).waitFor();
  await page.locator('.photo-card').first().getByText('The door to look for').waitFor();
  await context.close();
});

test('with script a photo is made smaller before it leaves, without where it was taken, and its way is told', async () => {
  const { page, context, troubles } = await openPhotos(phone);
  const large = await file('large.jpg', 2600);
  await page.getByLabel('Choose one you have').setInputFiles(large);
  await page.getByText(/^Ready to send: \d+ kB\.$/).waitFor();
  const said: string[] = [];
  await page.exposeFunction('hear', (text: string) => said.push(text));
  await page.evaluate(() => {
    const told = document.querySelector('[data-told]');
    if (told) new MutationObserver(() => Object(window).hear(told.textContent)).observe(told, { childList: true });
  });
  const sent = page.waitForRequest((request) => request.method() === 'POST');
  await page.getByRole('button', { name: 'Add it' }).click();
  const body = (await sent).postDataBuffer() ?? Buffer.of();
  expect(large.buffer.includes('Someone at home')).toBe(true);
  expect(body.includes('Someone at home')).toBe(false);
  expect(body.length).toBeLessThan(large.buffer.length);
  // What is wrong is said beside the button, and nothing chosen is lost.
  await page.getByText('Please say what the photo shows.').waitFor();
  await page.locator('#alt').fill('The whole room');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByText('There it is. Everyone can see it now.').waitFor();
  expect(said.some((text) => text.startsWith('On its way: '))).toBe(true);
  const { photos } = (await site.app.inject('/api/v1/assets/mend-and-natter')).json<{ photos: { id: string; alt: string }[] }>();
  const photo = photos.find(({ alt }) => alt === 'The whole room');
  const { rawPayload } = await site.app.inject(`/photos/${photo?.id}/1280.webp`);
  const { width, height } = await sharp(rawPayload).metadata();
  // Upright as it was held.
  expect([(height ?? 0) > (width ?? 0), height ?? 0]).toEqual([true, 1600]);
  expect(troubles.filter((text) => !text.includes('400'))).toEqual([]);
  await context.close();
});

test('where the signal is lost nothing is, and what the browser cannot open goes as it is', async () => {
  const { page, context } = await openPhotos(phone);
  await page.getByLabel('Choose one you have').setInputFiles(await file('room.jpg', 500));
  await page.locator('#alt').fill('A room');
  await page.getByText(/^Ready to send/).waitFor();
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByText(/^It did not get through/).waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByText('There it is. Everyone can see it now.').waitFor();
  await started(page);
  await page.getByLabel('Choose one you have').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') });
  await page.locator('#alt').fill('Nothing');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByText('That is no photo we can take.').first().waitFor();
  await context.close();
});

const heic = {
  name: 'IMG_0001.HEIC',
  mimeType: 'image/heic',
  buffer: Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]),
};

test('a photo of the iPhone’s own kind that nobody here can open is told at once what to do, and without script when it is sent', async () => {
  const { page, context } = await openPhotos(phone);
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Choose one you have').setInputFiles(heic);
  await page.locator('[data-told].wrong', { hasText: 'choose a JPEG or a screenshot of it' }).waitFor();
  await context.close();
  const plain = await openPhotos({ ...phone, javaScriptEnabled: false });
  await plain.page.getByLabel('Choose one you have').setInputFiles(heic);
  await plain.page.locator('#alt').fill('A gate');
  await plain.page.getByRole('button', { name: 'Add it' }).click();
  expect(await plain.page.locator('#photo-wrong').innerText()).toContain('the iPhone’s own format (HEIC)');
  expect(await plain.page.locator('#alt').inputValue()).toBe('A gate');
  await plain.context.close();
});

/** Two dots, of a kind that browsers open and our server does not: as HEIC is on an iPhone. */
const twoDots = [
  '424d3e000000000000003600000028000000020000000100000001001800000000000800000000',
  '0000000000000000000000000000000000ff00ff000000',
];
const opensHere = { name: 'IMG_0002.HEIC', mimeType: 'image/heic', buffer: Buffer.from(twoDots.join(''), 'hex') };

test.each([true, false])('what the browser alone can open goes as a JPEG; on a phone that makes bitmaps: %s', async (makesBitmaps) => {
  const { page, context } = await openPhotos(phone);
  if (!makesBitmaps) await context.addInitScript(() => Reflect.deleteProperty(window, 'createImageBitmap'));
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByLabel('Choose one you have').setInputFiles(opensHere);
  await page.getByText(/^Ready to send/).waitFor({ timeout: 20_000 });
  await page.locator('#alt').fill(`Two dots, ${makesBitmaps}`);
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByText('There it is. Everyone can see it now.').waitFor({ timeout: 20_000 });
  await context.close();
});

test.each([320, 1280])('nothing of it is a barrier that axe finds, at %d px, in light and dark', async (width) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, context } = await openPhotos({ viewport: { width, height: 900 }, colorScheme });
    await page.locator('summary').first().click();
    for (const address of [path, '/desk/assets/mend-and-natter/history', '/cy/around/mend-and-natter']) {
      await page.goto(address);
      await started(page);
      await page.addScriptTag({ content: axeSource }).catch(() => page.evaluate(axeSource));
      const { violations } = await page.evaluate(() => Object(window).axe.run(document));
      expect(violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => [id, nodes[0]?.html])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await context.close();
  }
});
