import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { sendDeskForm, signIn } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { holdAnswers } from '../web-browser/hold-answers.ts';

let site: TestApp;
let browser: Browser;
let origin: string;
let door: Server;

// A passkey belongs to a name and port: the site must know its own before it opens. A port that was only tried might be somebody else's by then.
beforeAll(async () => {
  door = await openDoor(() => site.app.server.address());
  const { port } = door.address() as AddressInfo;
  origin = `http://localhost:${port}`;
  site = await createTestApp('sample', { PUBLIC_URL: origin });
  await site.app.listen({ port: 0, host: '127.0.0.1' });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  door?.close();
  await site?.close();
});

/** A phone whose owner's finger is always there. */
async function openPhone(): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
  } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
  return page;
}

test('a passkey is added, signs in without a letter, and opens nothing once it is removed', async () => {
  const page = await openPhone();
  const sian = await signIn(site, 'coordinator');
  await sian.signInBrowser(page.context(), origin);
  await page.goto('/desk/me');
  await page.getByLabel('A name for it').fill('My phone');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('My phone', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await page.waitForURL(`${origin}/sign-in?left=yes`);
  await page.goto('/desk/me');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(`${origin}/desk/me`);
  await page.getByText(/Last used on \d+ November 2026/).waitFor();

  await page.getByRole('button', { name: 'Remove the passkey My phone' }).click();
  await page.getByRole('button', { name: 'Remove the passkey My phone' }).waitFor({ state: 'detached' });
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('heading', { name: 'Please look at this again' }).waitFor();
  expect(await page.content()).toContain('That did not let you in');
  await page.context().close();
});

test('the way to add one is not there before its script, which alone can', async () => {
  const page = await openPhone();
  await (await signIn(site, 'coordinator')).signInBrowser(page.context(), origin);
  const part = await holdAnswers(page, '**/assets/add-passkey-*.js');
  await page.goto('/desk/me');
  const add = page.getByRole('button', { name: 'Add a passkey' });
  expect(await add.isVisible()).toBe(false);
  part.letGo();
  await add.waitFor();
  await page.context().close();
});

test('an answer is taken once, and not for the account of somebody else', async () => {
  const page = await openPhone();
  await site.deps.db.query('no-passkeys', 'delete from passkeys');
  const [sian, builder] = [await signIn(site, 'coordinator'), await signIn(site, 'builder')];
  await sian.signInBrowser(page.context(), origin);
  await page.goto('/desk/me');
  const sent: string[] = [];
  await page.route('**/desk/me', async (route) => {
    const body = new URLSearchParams(route.request().postData() ?? '');
    if (body.get('form') !== 'passkey') return route.continue();
    sent.push(body.get('answer') ?? '');
    return route.abort();
  });
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect.poll(() => sent.length).toBe(1);
  const add = (by: typeof sian) => sendDeskForm(site.app, '/desk/me', { by, fields: { form: 'passkey', answer: sent[0] ?? '' } });
  expect((await add(builder)).statusCode).toBe(400);
  expect((await add(sian)).statusCode).toBe(303);
  const again = await add(sian);
  expect(again.statusCode).toBe(400);
  expect(again.body).toContain('No passkey was added');
  expect(await site.deps.db.query('passkeys', 'select name from passkeys')).toEqual([{ name: 'Passkey' }]);
  await page.context().close();
});

test('without script there is no button for it, and letters do', async () => {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sign-in');
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Send me a way in' }).isVisible()).toBe(true);
  await context.close();
});

/** A port that is ours from now on, and leads to that of a server which opens later. */
function openDoor(within: () => ReturnType<Server['address']>): Promise<Server> {
  const passOn = createServer((caller) => {
    const site = connect({ ...(within() as AddressInfo), family: 4 });
    caller.pipe(site).pipe(caller);
    for (const [one, other] of [[caller, site] as const, [site, caller] as const]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  return new Promise((resolve) => passOn.listen(0, 'localhost', () => resolve(passOn)));
}
