import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { ensureChromium } from './chromium.ts';

test('a browser that was chosen and is not there gets a sentence that says what to do', async () => {
  const { problem } = await ensureChromium(() => undefined, '/no/such/chromium');
  expect(problem).toMatch(/^CHROMIUM_PATH names \/no\/such\/chromium, which is not there; please .*\.$/);
});

test('a browser that was chosen is taken', async () => {
  expect(await ensureChromium(() => undefined, process.execPath)).toEqual({ path: process.execPath, problem: '' });
  expect(existsSync(process.execPath)).toBe(true);
});

test('the browser is a real one', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent('<h1 id="door">Open</h1><script>document.getElementById("door").textContent += " Door"</script>');
  expect(await page.textContent('h1')).toBe('Open Door');
  await browser.close();
});
