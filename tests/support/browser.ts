import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

/** It ends what hangs, and is no measure of speed. */
const patienceMs = 120_000;

/** Started by the first file that looks at pages, and there for those that follow in this process. */
let running: Promise<Browser> | undefined;

/**
 * A real Chromium that talks to nobody but the page's own server; `close` shuts what was opened through it. Never skips: without a browser the
 * test fails and says what to do.
 */
export async function launchBrowser(): Promise<Browser> {
  const browser = await running;
  if (browser?.isConnected()) return shared(browser);
  running = launch();
  return shared(await running);
}

/**
 * Until every part that script takes over on the page is its own: they are fetched after the page has loaded, and what is pressed before is
 * the plain page's. Never of a page without script.
 */
export async function started(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector(':is([data-island], [data-desk-island]):not([data-started])'));
}

/** The browser as one file sees it. */
function shared(browser: Browser): Browser {
  const contexts: BrowserContext[] = [];
  const newContext: Browser['newContext'] = async (options) => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(patienceMs);
    contexts.push(context);
    return context;
  };
  const own: Partial<Browser> = {
    newContext,
    newPage: async (options) => (await newContext(options)).newPage(),
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
    },
  };
  return new Proxy(browser, {
    get(target, key) {
      const value = Reflect.get(key in own ? own : target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

async function launch(): Promise<Browser> {
  const problem = inject('chromiumProblem');
  if (problem !== '') throw new Error(problem);
  return chromium.launch({
    executablePath: inject('chromiumPath'),
    headless: true,
    timeout: patienceMs,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
    ],
  });
}
