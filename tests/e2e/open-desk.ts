import type { Browser } from 'playwright-core';
import { type Editing, openEditing } from '../editing/open-editing.ts';
import { launchBrowser } from '../support/browser.ts';

export interface OpenDesk {
  open: Editing;
  browser: Browser;
  origin: string;
  close(): Promise<void>;
}

/** The sample with one asset to edit, served at an address, and a real browser beside it. */
export async function openDesk(): Promise<OpenDesk> {
  const open = await openEditing();
  const origin = await open.test.app.listen({ port: 0, host: '127.0.0.1' });
  const browser = await launchBrowser();
  return {
    ...{ open, browser, origin },
    async close() {
      await browser.close();
      await open.test.close();
    },
  };
}
