import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inviteSteward } from '../../api/accounts/invite-steward.ts';
import { sweepAccounts } from '../../api/accounts/sweep-accounts.ts';
import { openMailer } from '../../api/mail/open-mailer.ts';
import { sendForm } from '../support/send-form.ts';
import { signIn } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';
import { createTestConfig } from '../support/test-config.ts';

const minuteMs = 60_000;

let test: TestApp;
let clock: ReturnType<typeof movingClock>;
/** Links that the log printed, newest last. */
let links: string[];
beforeAll(async () => {
  clock = movingClock();
  links = [];
  const stream = { write: (line: string) => void links.push(...((JSON.parse(line).links as string[]) ?? [])) };
  test = await createTestApp('sample', {}, { clock, logger: { level: 'info', stream } });
  await signIn(test, 'steward');
});
afterAll(() => test.close());
beforeEach(async () => {
  links.length = 0;
  await test.deps.db.query('forget-links', 'delete from sign_in_links');
});

let comers = 0;
/** From somewhere else each time; answers where it leads and the cookies that it gave. */
async function post(path: string, { fields = {}, cookie = '' }: { fields?: Record<string, string>; cookie?: string } = {}) {
  comers += 1;
  const answer = await sendForm(test.app, path, { fields, headers: cookie ? { cookie } : {}, from: `198.51.100.${comers % 250}` });
  const given = [answer.headers['set-cookie'] ?? []].flat().map((each) => each.split(';')[0] ?? '');
  return { answer, cookie: given.join('; ') };
}

/** Asks, and reads the letter that comes. */
async function ask(email: string, { path = '/sign-in', cookie = '' } = {}) {
  const before = links.length;
  const asked = await post(path, { fields: { email }, cookie });
  await expect.poll(() => links.length).toBe(before + 1);
  const link = new URL(links.at(-1) ?? '');
  return { ...asked, path: `${link.pathname}${link.search}` };
}

const see = (url: string, cookie: string) => test.app.inject({ url, headers: { cookie, 'accept-encoding': 'identity' } });

describe('signing in by letter', () => {
  it('leads from an address to the desk, in the browser that asked', async () => {
    const asked = await ask('Sian@Example.org', { path: '/sign-in?then=%2Fdesk%2Fmore' });
    expect([asked.answer.statusCode, asked.answer.headers.location]).toEqual([303, '/sign-in?sent=yes']);
    expect(asked.answer.headers['set-cookie']).toMatch(/^asking=[\w-]{43}; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax$/);
    const page = await see(asked.path, asked.cookie);
    expect(page.body).toContain('Yes, sign me in');
    expect(page.headers['cache-control']).toBe('no-store');
    const { answer, cookie } = await post(asked.path, { cookie: asked.cookie });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/desk/more']);
    expect((await see('/desk', cookie)).body).toContain('Good morning, Siân');
  });

  it('is not used up by a program that looks at it, and works once', async () => {
    const { path, cookie } = await ask('sian@example.org');
    for (let looks = 0; looks < 3; looks += 1) expect((await see(path, cookie)).body).toContain('Yes, sign me in');
    expect((await post(path, { cookie })).answer.statusCode).toBe(303);
    const again = await post(path, { cookie });
    expect(again.answer.statusCode).toBe(400);
    expect(again.answer.body).toContain('This way in is closed');
    expect(again.cookie).toBe('');
  });

  it('does not open in another browser, which may have a new one sent', async () => {
    const { path } = await ask('sian@example.org');
    const elsewhere = (await ask('marcus@example.org')).cookie;
    for (const cookie of ['', elsewhere]) {
      expect((await see(path, cookie)).body).toContain('This opens in another browser');
      const tried = await post(path, { cookie });
      expect([tried.answer.statusCode, tried.cookie]).toEqual([400, '']);
    }
    const again = await post(path, { fields: { again: 'yes' }, cookie: elsewhere });
    await expect.poll(() => links.length).toBe(3);
    const fresh = new URL(links.at(-1) ?? '').pathname;
    expect((await post(fresh, { cookie: again.cookie })).answer.headers.location).toBe('/desk');
  });

  it('is over after 15 minutes', async () => {
    const { path, cookie } = await ask('sian@example.org');
    clock.pass(15 * minuteMs);
    expect((await see(path, cookie)).body).toContain('This way in is closed');
    expect((await post(path, { cookie })).answer.statusCode).toBe(400);
    clock.pass(25 * 60 * minuteMs);
    await sweepAccounts(test.deps);
    expect(await test.deps.db.query('links-left', 'select 1 from sign_in_links')).toEqual([]);
    expect((await see(path, cookie)).body).toContain('This way in is closed');
  });

  it('keeps a browser’s mark, so that an earlier letter opens too', async () => {
    const first = await ask('sian@example.org');
    await ask('sian@example.org', { cookie: first.cookie });
    expect((await post(first.path, { cookie: first.cookie })).answer.statusCode).toBe(303);
  });

  it('says the same of an address that nobody has, and writes no letter', async () => {
    const [known, unknown] = [await ask('sian@example.org'), await post('/sign-in', { fields: { email: 'nobody@example.org' } })];
    const told = ({ statusCode, headers: { location }, body }: typeof known.answer) => [statusCode, location, body];
    expect(told(unknown.answer)).toEqual(told(known.answer));
    expect(unknown.cookie).toMatch(/^asking=[\w-]{43}$/);
    await post('/sign-in', { fields: { email: 'marcus@example.org' } });
    await expect.poll(() => links.length).toBe(2);
    expect(await test.deps.db.query('links-made', 'select 1 from sign_in_links')).toHaveLength(2);
  });

  it('writes five letters an hour to one address, whoever asks', async () => {
    for (let asked = 0; asked < 5; asked += 1) await ask('sian@example.org');
    const sixth = await post('/sign-in', { fields: { email: 'sian@example.org' } });
    expect(sixth.answer.headers.location).toBe('/sign-in?sent=yes');
    await ask('marcus@example.org');
    expect(links).toHaveLength(6);
    clock.pass(61 * minuteMs);
    await ask('sian@example.org');
  });

  it.each(['', 'not an address', 'a@b'])('asks again for what is no address: %s', async (email) => {
    const { answer, cookie } = await post('/sign-in', { fields: { email } });
    expect([answer.statusCode, cookie]).toEqual([400, '']);
    expect(answer.body).toContain('Write the whole e-mail address');
  });

  it.each(['https://elsewhere.example.org', '//elsewhere.example.org', '/deskless', '/find', '/desk\\elsewhere'])(
    'goes nowhere but to the desk: not to %s',
    async (then) => {
      const { path, cookie } = await ask('sian@example.org', { path: `/sign-in?then=${encodeURIComponent(then)}` });
      expect((await post(path, { cookie })).answer.headers.location).toBe('/desk');
    },
  );

  it('is closed to who is suspended, also with a letter in hand', async () => {
    const { path, cookie } = await ask('builder@example.org');
    await test.deps.db.query('suspend', `update accounts set status = 'suspended' where email = 'builder@example.org'`);
    expect((await see(path, cookie)).body).toContain('This way in is closed');
    expect((await post(path, { cookie })).answer.statusCode).toBe(400);
  });
});

describe('the first steward', () => {
  it('is invited from the machine, comes in from any browser, once', async () => {
    const link = await inviteSteward(test.deps, { email: 'First@Example.org', name: 'Mair Huws' }, 'http://localhost:3000');
    const path = new URL(link ?? '').pathname;
    const { answer, cookie } = await post(path);
    expect(answer.headers.location).toBe('/desk');
    expect((await see('/desk', cookie)).body).toContain('You are a steward');
    expect((await post(path)).answer.statusCode).toBe(400);
  });

  it('may be sent another invitation, and the earlier one then opens nothing', async () => {
    const invite = () => inviteSteward(test.deps, { email: 'second@example.org', name: 'Ann' }, 'http://localhost:3000');
    const [first, second] = [await invite(), await invite()].map((link) => new URL(link ?? '').pathname);
    expect((await see(first ?? '', '')).body).toContain('This way in is closed');
    clock.pass(6 * 24 * 60 * minuteMs);
    expect((await see(second ?? '', '')).body).toContain('Yes, sign me in');
    clock.pass(24 * 60 * minuteMs);
    expect((await see(second ?? '', '')).body).toContain('This way in is closed');
  });
});

it.each<[string, Record<string, string>, boolean]>([
  ['on embedded defaults', {}, true],
  ['with a database of somebody’s own', { DATABASE_URL: 'postgres://u:p@localhost/d' }, false],
  ['in production', { NODE_ENV: 'production' }, false],
])('links are printed: %s', async (_where, env, printed) => {
  const [logged, lines]: [object[], string[]] = [[], []];
  const log = { info: (details: object) => logged.push(details) };
  const letter = { to: 'a@example.org', subject: 'x', text: 'x\n\nhttp://localhost:3000/sign-in/secret\n' };
  await openMailer(createTestConfig(env), log).send(letter);
  expect(JSON.stringify(logged).includes('secret')).toBe(printed);
  await openMailer(createTestConfig(env), log, (line) => lines.push(line)).send(letter);
  expect(lines).toEqual(printed ? ['Mail saved, “x”: http://localhost:3000/sign-in/secret'] : []);
});
