import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hostileTexts } from '../search/hostile-texts.ts';
import { sendForm, tokenOf } from '../support/send-form.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';

const path = '/around/mend-and-natter/suggest';
const clock = movingClock();
const logged: string[] = [];
let test: TestApp;
beforeAll(async () => {
  const logger = { level: 'debug', stream: { write: (line: string) => void logged.push(line) } };
  test = await createTestApp('sample', { TRUSTED_PROXIES: '127.0.0.1' }, { clock, logger });
});
afterAll(() => test.close());
beforeEach(() => test.deps.db.query('forget', 'delete from suggestions'));

const kept = () =>
  test.deps.db.query<{ text: string | null; reply_email: string | null }>('kept', 'select text, reply_email from suggestions');

/** Opened, then sent five seconds later, each time from somewhere else unless told. */
let comers = 0;
async function send(fields: Record<string, string>, { headers, from }: { headers?: Record<string, string>; from?: string } = {}) {
  const token = fields.token ?? (await tokenOf(test.app, path));
  clock.pass(5_000);
  comers += 1;
  return sendForm(test.app, path, { fields: { ...fields, token }, headers, from: from ?? `198.51.100.${comers % 250}` });
}

describe('an open form', () => {
  it('is taken, and goes on to another address so that nothing is sent twice', async () => {
    const answer = await send({ text: 'It starts at 11 now' });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(`${path}?thanks=yes`);
    expect(await kept()).toEqual([{ text: 'It starts at 11 now', reply_email: null }]);
  });

  it('answers in the language it was asked in', async () => {
    const token = await tokenOf(test.app, `/cy${path}`);
    clock.pass(5_000);
    const answer = await sendForm(test.app, `/cy${path}`, { fields: { token, text: 'Am 11 nawr' } });
    expect(answer.headers.location).toBe(`/cy${path}?thanks=yes`);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['another site, by an older browser', { 'sec-fetch-site': '', origin: 'https://elsewhere.example.org' }],
  ])('is refused from %s, and does nothing', async (_who, headers) => {
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value));
    const token = await tokenOf(test.app, path);
    clock.pass(5_000);
    const answer = await test.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'open-door.example.org', ...sent },
      payload: new URLSearchParams({ token, more: '', text: 'x' }).toString(),
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('That came from another site');
    expect(await kept()).toEqual([]);
  });

  it('is taken from an older browser on this very site', async () => {
    const token = await tokenOf(test.app, path);
    clock.pass(5_000);
    for (const said of [
      { origin: 'http://open-door.example.org' },
      { referer: 'http://open-door.example.org/around' },
      { origin: 'null' },
    ]) {
      const answer = await test.app.inject({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'open-door.example.org', ...said },
        payload: new URLSearchParams({ token, more: '', text: JSON.stringify(said) }).toString(),
      });
      expect(answer.statusCode, JSON.stringify(said)).toBe(303);
    }
  });

  it.each([
    ['without a token', 'This page has expired', () => ''],
    ['with a made-up token', 'This page has expired', () => `1763900000000.${'a'.repeat(43)}`],
    ['with the token of another form', 'This page has expired', () => tokenOf(test.app, '/around/mend-and-natter/closed')],
  ])('asks again %s, and keeps what was typed', async (_how, says, token) => {
    const answer = await send({ token: await token(), text: 'The <b>ramp</b> & "door"', reply_email: 'mo@example.org' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain(says);
    expect(answer.body).toContain('The &lt;b>ramp&lt;/b> &amp; &quot;door&quot;');
    expect(answer.body).toContain('value="mo@example.org"');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(await kept()).toEqual([]);
  });

  it('asks again when it comes faster than anyone types, or after a day; then takes it', async () => {
    const token = await tokenOf(test.app, path);
    clock.pass(1_900);
    const tooFast = await sendForm(test.app, path, { fields: { token, text: 'quick' } });
    expect([tooFast.statusCode, tooFast.body.includes('quicker than most of us type')]).toEqual([400, true]);
    clock.pass(24 * 3_600_000);
    const tooOld = await sendForm(test.app, path, { fields: { token, text: 'slow' } });
    expect([tooOld.statusCode, tooOld.body.includes('open for more than a day')]).toEqual([400, true]);
    const again = /name="token" value="([^"]+)"/.exec(tooOld.body)?.[1] ?? '';
    clock.pass(5_000);
    expect((await sendForm(test.app, path, { fields: { token: again, text: 'slow' } })).statusCode).toBe(303);
  });

  it('asks again when the box that nobody sees was filled in', async () => {
    const answer = await send({ more: 'https://spam.example.org', text: 'Buy' });
    expect([answer.statusCode, answer.body.includes('A box that nobody can see')]).toEqual([400, true]);
    expect(answer.body).not.toContain('spam.example.org');
    expect(await kept()).toEqual([]);
  });

  it('names each mistake in a summary and at its box', async () => {
    const answer = await send({ text: '  ', reply_email: 'mo at example' });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('<title>Look again: Suggest a change');
    expect(answer.body).toContain('href="#text">Say what should be different</a>');
    expect(answer.body).toContain('id="text-wrong"');
    expect(answer.body).toContain('href="#reply_email"');
    expect(answer.body).toContain('id="reply_email-wrong"');
    expect((await send({ text: 'ŵ'.repeat(801) })).body).toContain('keep it to 800 letters');
    expect(await kept()).toEqual([]);
  });

  it('has room for 800 letters of any script, and for no more than 8 KiB', async () => {
    expect((await send({ text: '茶'.repeat(800), reply_email: 'mo@example.org' })).statusCode).toBe(303);
    const tooLong = await send({ text: 'x'.repeat(9_000) });
    expect([tooLong.statusCode, tooLong.body.includes('That is too much at once')]).toEqual([413, true]);
  });

  it('takes ninety in ten minutes from one connection, and says when to come again', async () => {
    for (let count = 0; count < 90; count += 1) expect((await send({ text: `Nr ${count}` }, { from: '203.0.113.9' })).statusCode).toBe(303);
    const answer = await send({ text: 'One more' }, { from: '203.0.113.9' });
    expect(answer.statusCode).toBe(429);
    expect(answer.headers['retry-after']).toBe('600');
    expect(answer.body).toContain('wait ten minutes');
    expect(answer.body).toContain('One more');
    expect((await send({ text: 'From next door' }, { from: '203.0.113.10' })).statusCode).toBe(303);
  });

  it('is not sent again and again with other words, wherever it comes from', async () => {
    const token = await tokenOf(test.app, path);
    const answers = [];
    for (let count = 0; count < 7; count += 1) answers.push(await send({ token, text: `Nr ${count}` }));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303, 303, 303, 400, 400]);
    expect(answers.at(-1)?.body).toContain('This page has expired');
    expect(await kept()).toHaveLength(5);
    const again = /name="token" value="([^"]+)"/.exec(answers.at(-1)?.body ?? '')?.[1] ?? '';
    expect((await send({ token: again, text: 'Nr 6' })).statusCode).toBe(303);
  });

  it('tells visitors apart behind a proxy that it trusts, and only there', async () => {
    const through = (address: string, from: string) => send({ text: `By ${address}` }, { from, headers: { 'x-forwarded-for': address } });
    for (let count = 0; count < 91; count += 1) await through('203.0.113.77', '127.0.0.1');
    expect((await through('203.0.113.77', '127.0.0.1')).statusCode).toBe(429);
    expect((await through('203.0.113.78', '127.0.0.1')).statusCode).toBe(303);
    expect((await through('203.0.113.77', '203.0.113.79')).statusCode).toBe(303);
  });

  it('takes what people and machines type to break things as plain words, and shows it as such', async () => {
    for (const text of hostileTexts.filter((_, index) => index < 40 || index % 8 === 0)) {
      const from = `2001:db8:${comers % 9_999}::1`;
      const answer = await send({ text, reply_email: 'not an address' }, { from });
      expect(answer.statusCode, JSON.stringify(text)).toBe(400);
      expect(answer.body.match(/<script/g)?.length ?? 0, JSON.stringify(text)).toBe(1);
      const taken = await send({ text: `Well: ${text.slice(0, 700)}` }, { from });
      expect(taken.statusCode, JSON.stringify(text)).toBe(303);
    }
  });

  it('says nothing of it in the log', async () => {
    await test.deps.db.query('no-suggestions', 'alter table suggestions rename to suggestions_away');
    const failed = await send({ text: 'It starts at 11 now', reply_email: 'mo@example.org' });
    await test.deps.db.query('suggestions-again', 'alter table suggestions_away rename to suggestions');
    expect(failed.statusCode).toBe(500);
    const all = logged.join('');
    expect(all).toContain('suggestions');
    for (const secret of ['mo@example.org', 'It starts at 11', '198.51.100', '203.0.113', 'ramp']) expect(all).not.toContain(secret);
  });
});

it('is only taken as a form', async () => {
  const token = await tokenOf(test.app, path);
  clock.pass(5_000);
  for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
    const payload = JSON.stringify({ token, more: '', text: 'By program' });
    const answer = await test.app.inject({ method: 'POST', url: path, headers: { 'content-type': type }, payload });
    expect(answer.statusCode, type).toBe(415);
    expect(answer.headers['content-type']).toContain('text/html');
  }
});

it('a form is only there where a page has one', async () => {
  const answer = await sendForm(test.app, '/around/mend-and-natter', { fields: { token: 'x' } });
  expect(answer.statusCode).toBe(404);
});
