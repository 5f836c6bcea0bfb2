import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Clock } from '../../api/deps.ts';
import { launchBrowser, started } from '../support/browser.ts';
import { createTestApp } from '../support/test-app.ts';

export interface Site {
  address: string;
  /** A page of its own in a fresh context, its script at work; `troubles` gathers what the console and the network complain of. */
  open(path: string, options?: BrowserContextOptions): Promise<{ page: Page; troubles: string[] }>;
  close(): Promise<void>;
}

/** The sample district on a port of its own, and a real browser to look at it. */
export async function openSite(options: { clock?: Clock } = {}): Promise<Site> {
  const test = await createTestApp('sample', {}, options);
  const address = await test.app.listen({ port: 0, host: '127.0.0.1' });
  const browser: Browser = await launchBrowser();
  return {
    address,
    async open(path, options = {}) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const troubles = listenForTrouble(page, address);
      await page.goto(`${address}${path}`, { waitUntil: 'load' });
      if (options.javaScriptEnabled !== false) await started(page);
      return { page, troubles };
    },
    async close() {
      await browser.close();
      await test.close();
    },
  };
}

function listenForTrouble(page: Page, address: string): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith('data:') && !url.startsWith('blob:')) troubles.push(`asked another server: ${url}`);
  });
  return troubles;
}
