import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { readConfig } from '../../api/config.ts';
import { systemClock } from '../../api/deps.ts';
import { loadSample } from '../../api/imports/load-sample.ts';
import { inProject } from '../../api/project-root.ts';
import { buildServer } from '../../api/server.ts';
import { type Figure, percentile } from './figures.ts';
import { busyGraceMs, withThrowawayDatabase } from './throwaway-database.ts';

const visits = 5;
const pages = ['/', '/find?near=QX3+2AB', '/whats-on', '/around/mend-and-natter'];
const usualPlaces = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
/** Before what comes after the page has come: nothing may still move or block. */
const settledMs = 2_500;

/** A lab phone: 6 times slower than this machine, 1.6 Mb/s, 150 ms away, nothing kept from an earlier visit. */
export async function benchPhone(chosen: string | undefined, say: (line: string) => void): Promise<Figure[]> {
  const { chromium } = await import('playwright-core');
  const executablePath = chosen ?? [...usualPlaces, chromium.executablePath()].find(existsSync);
  if (!executablePath) {
    say('Pages were not looked at on a lab phone: there is no Chromium; set CHROMIUM_PATH to one.');
    return [];
  }
  say('Looking at pages on a lab phone…');
  return withThrowawayDatabase(async ({ db, url }) => {
    await loadSample({ db, clock: systemClock }, inProject('seed-data'));
    const app = await buildServer({ config: readConfig({ SAMPLE: 'no' }), databaseUrl: url, busyGraceMs });
    const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
    try {
      await app.listen({ host: '127.0.0.1', port: 0 });
      const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
      const figures: Figure[] = [];
      for (const page of pages) {
        const seen: Seen[] = [];
        // The first visit warms the server, which others have asked before.
        for (let visit = -1; visit < visits; visit += 1) {
          const measured = await lookAt(browser, origin + page);
          if (visit >= 0) seen.push(measured);
        }
        const middle = (of: (one: Seen) => number) => percentile(seen.map(of), 0.5);
        figures.push(
          { what: `lab phone, ${page}: largest paint`, figure: middle(({ paintMs }) => paintMs), budget: 1_000, unit: 'ms' },
          { what: `lab phone, ${page}: blocking`, figure: middle(({ blockingMs }) => blockingMs), budget: 50, unit: 'ms' },
          { what: `lab phone, ${page}: layout shift`, figure: middle(({ shift }) => shift), budget: 0, unit: '' },
        );
      }
      return figures;
    } finally {
      await browser.close();
      await app.close();
    }
  });
}

interface Seen {
  paintMs: number;
  blockingMs: number;
  shift: number;
}

async function lookAt(browser: Browser, address: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const phone = await context.newCDPSession(page);
    await phone.send('Network.enable');
    await phone.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 94_000,
    });
    await phone.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    await page.addInitScript(watchPaints);
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForTimeout(settledMs);
    return await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function watchPaints(): void {
  const seen: Seen = { paintMs: 0, blockingMs: 0, shift: 0 };
  Object.assign(globalThis, { seen });
  const watch = (type: string, each: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => {
    seen.paintMs = startTime;
  });
  watch('longtask', ({ duration }) => {
    seen.blockingMs += Math.max(0, duration - 50);
  });
  watch('layout-shift', ({ value = 0, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value;
  });
}
