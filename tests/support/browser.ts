import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

/** A real Chromium that talks to nobody but the page's own server. Never skips: without a browser the test fails and says what to do. */
export async function launchBrowser(): Promise<Browser> {
  const problem = inject('chromiumProblem');
  if (problem !== '') throw new Error(problem);
  return chromium.launch({
    executablePath: inject('chromiumPath'),
    headless: true,
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
