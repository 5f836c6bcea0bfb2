import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, started } from '../support/browser.ts';
import { signIn, type Who } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { sql } from '../today/waiting-things.ts';

/** The sample's desk, and phones to walk about with. */
export async function openWalks() {
  const test: TestApp = await createTestApp('sample');
  const address = await test.app.listen({ port: 0, host: '127.0.0.1' });
  const browser: Browser = await launchBrowser();
  const walk = `${address}/desk/walk?near=QX3+2AB`;

  async function openWalk(context: BrowserContext, at = walk): Promise<Page> {
    const page = await context.newPage();
    await page.goto(at);
    return page;
  }
  return {
    test,
    address,
    walk,
    openWalk,
    /** A phone in the hand of somebody signed in. */
    async takePhone(who: Who = 'coordinator', options: BrowserContextOptions = {}): Promise<BrowserContext> {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, ...options });
      await (await signIn(test, who)).signInBrowser(context, address);
      return context;
    },
    /** Opened once with a signal, so that the page lies on the phone. */
    async prepare(context: BrowserContext): Promise<Page> {
      const page = await openWalk(context);
      await page.evaluate(() => navigator.serviceWorker.ready);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await page.reload();
      await started(page);
      return page;
    },
    checks: () => sql<{ by_kind: string; checked_at: Date }>(test, 'select by_kind, checked_at from checks order by checked_at'),
    drafts: () => sql(test, `select name from assets where status = 'draft'`),
    async begin(): Promise<void> {
      for (const table of ['checks', 'connections', 'walk_entries', 'suggestions']) await sql(test, `delete from ${table}`);
      await sql(test, `delete from assets where status = 'draft'`);
      await sql(test, `update assets set status = 'published' where status <> 'published'`);
    },
    async close(): Promise<void> {
      await browser.close();
      await test.close();
    },
  };
}

export type Walks = Awaited<ReturnType<typeof openWalks>>;

export const card = (page: Page, nth: number) => page.locator('.walk-card').nth(nth);
export const right = (page: Page, nth: number) => card(page, nth).getByRole('button', { name: 'Still right', exact: true });
export const waiting = (page: Page, count: number) => page.getByText(`Waiting to be sent: ${count}`).waitFor();
export const sent = (page: Page) => page.locator('[data-queue]').waitFor({ state: 'hidden' });
