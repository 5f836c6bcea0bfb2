import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sendForm } from '../support/send-form.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

// A site for each test: what one address may ask for is counted.
let site: TestApp;
beforeEach(async () => {
  site = await createTestApp('sample');
});
afterEach(() => site.close());

const send = (ids: string, days: string, { language = '', headers = {} }: { language?: string; headers?: Record<string, string> } = {}) =>
  sendForm(site.app, `${language}/shortlist?ids=${ids}`, { fields: { ids, days }, headers });

const someSlugs = async () => {
  const rows = await site.deps.db.query<{ slug: string }>(
    'some-slugs',
    "select slug from assets where status = 'published' order by slug limit 60",
  );
  return rows.map(({ slug }) => slug);
};

describe('the page of what was kept', () => {
  test('shows what the address names, and takes things off it by link', async () => {
    const { body } = await site.app.inject('/shortlist?ids=mend-and-natter,cor-y-bont');
    expect(body).toContain('<a href="/around/mend-and-natter">');
    expect(body).toMatch(/data-drop="mend-and-natter" href="\/shortlist\?ids=cor-y-bont"/);
    expect(body).toContain('name="ids" value="mend-and-natter,cor-y-bont"');
  });

  test('says that something is not shown any more, without its name', async () => {
    const { body } = await site.app.inject('/shortlist?ids=mend-and-natter,was-here-once');
    expect(body).toContain('One of these is not shown any more.');
    expect(body).toMatch(/data-drop="was-here-once" href="\/shortlist\?ids=mend-and-natter">Take it off/);
    const { body: two } = await site.app.inject('/shortlist?ids=was-here-once,so-was-this');
    expect(two).toMatch(/2 of these are not shown any more\. They may have closed or moved\. <a [^>]*>Take them off/);
  });

  test('shrugs at an address that makes no sense', async () => {
    for (const url of [
      '/shortlist?ids=',
      '/shortlist?ids=%00,..%2F,<b>',
      '/shortlist?ids=a&ids=b',
      `/shortlist?ids=${'a,'.repeat(3000)}`,
    ]) {
      const { statusCode, body } = await site.app.inject(url);
      expect([url, statusCode]).toEqual([url, 200]);
      expect(body).not.toContain('<b>,');
    }
  });

  test('holds the longest list there may be, each thing once, and offers a code in place of a square', async () => {
    const slugs = Array.from({ length: 70 }, (_, at) => `${'long-name-'.repeat(11)}${at}`);
    const asked = ['cor-y-bont', 'mend-and-natter', 'cor-y-bont', ...slugs].join(',');
    for (const path of ['/shortlist', '/cy/shortlist', '/print/week', '/around/cor-y-bont'])
      expect((await site.app.inject(`${path}?ids=${asked}`)).statusCode, path).toBe(200);
    const { body } = await site.app.inject(`/shortlist?ids=${asked}`);
    expect(body).toContain('58 of these are not shown any more.');
    const shown = await Promise.all(
      [300, 600].map(async (many) => {
        const answer = await site.app.inject(`/shortlist?ids=${(await someSlugs()).join(',').slice(0, many)}`);
        return [answer.body.includes('class="qr"'), answer.body.includes('href="#make-code"')];
      }),
    );
    expect(shown).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test('adds to what the address holds, for readers without script', async () => {
    const { body } = await site.app.inject('/around/cor-y-bont?ids=mend-and-natter');
    expect(body).toContain('href="/shortlist?ids=mend-and-natter,cor-y-bont"');
  });
});

describe('a code for a list', () => {
  test('is made by a plain form, in either language, and opens however it is typed', async () => {
    const answer = await send('mend-and-natter,cor-y-bont', '31', { language: '/cy' });
    expect(answer.statusCode).toBe(303);
    const [, code = ''] = /^\/cy\/s\/([0-9A-Z]{6})$/.exec(String(answer.headers.location)) ?? [];
    const { statusCode, body, headers } = await site.app.inject(`/s?code=${code.slice(0, 3).toLowerCase()}+${code.slice(3)}`);
    expect(statusCode).toBe(200);
    expect(headers['cache-control']).toBe('no-cache');
    expect(body).toContain(`List ${code.slice(0, 3)} ${code.slice(3)}`);
    expect(body).toContain('This code works until 24 December 2026.');
    expect(body).toContain('<a href="/around/cor-y-bont">');
  });

  test('that is no code, not known, or over says so, each in its own words, with a box to try again', async () => {
    await site.deps.db.query('over', "insert into shortlists values ('777777', '{}', '2026-11-20T00:00:00Z')");
    const seen = await Promise.all(['/s/4KD', '/s/4KD7PX', '/s/777777'].map((url) => site.app.inject(url)));
    expect(seen.map(({ statusCode }) => statusCode)).toEqual([400, 404, 410]);
    expect(seen[0]?.body).toContain('A code has six letters and numbers.');
    expect(seen[1]?.body).toContain('We don’t know this code.');
    expect(seen[2]?.body).toContain('This list is gone');
    for (const { body } of seen) expect(body).toContain('action="/s"');
    expect(seen[0]?.body).toContain('value="4KD"');
  });

  test('is asked for where none was typed yet, with no word of blame', async () => {
    for (const url of ['/s', '/s?code=', '/s?code=+']) {
      const { statusCode, body } = await site.app.inject(url);
      expect([url, statusCode]).toEqual([url, 200]);
      expect(body).toContain('Open a list with its code</h1>');
      expect(body).not.toContain('opens nothing');
      expect(body).toContain('action="/s"');
    }
  });

  test('asks again when it was asked for wrongly', async () => {
    for (const [ids = '', days = ''] of [['never-was-here', '7'], ['mend-and-natter', '5000'], []])
      expect((await send(ids, days)).statusCode).toBe(400);
  });

  test('is not made for another site', async () => {
    const answer = await send('mend-and-natter', '7', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect(answer.statusCode).toBe(403);
    expect(await site.deps.db.query('count', 'select code from shortlists')).toEqual([]);
  });

  test('opens for everyone in a library, however many ask from its one address and slip on the keys', async () => {
    const { headers } = await send('mend-and-natter', '7');
    for (let count = 0; count < 100; count += 1) expect((await site.app.inject(String(headers.location))).statusCode).toBe(200);
    for (let count = 0; count < 40; count += 1) expect((await site.app.inject('/s/4KD')).statusCode).toBe(400);
    for (let count = 0; count < 29; count += 1) await site.app.inject('/s/4KD7PX');
    expect((await site.app.inject(String(headers.location))).statusCode).toBe(200);
  });

  test('opens nothing, not even with a right code, for who has guessed too often or all at once', async () => {
    const { headers } = await send('mend-and-natter', '7');
    const answers = await Promise.all(Array.from({ length: 60 }, (_, at) => site.app.inject(`/s/4KD7${at + 10}`)));
    expect(answers.filter(({ statusCode }) => statusCode === 404)).toHaveLength(30);
    expect((await site.app.inject(String(headers.location))).statusCode).toBe(429);
  });

  test('cannot be guessed for long, in whichever way and language', async () => {
    const guesses = Array.from({ length: 34 }, (_, at) => `${at % 2 ? '/cy' : ''}${at % 3 ? '/s/' : '/s?code='}4KD7${at + 10}`);
    const answers = [];
    for (const url of guesses) answers.push(await site.app.inject(url));
    const turnedAway = answers.filter(({ statusCode }) => statusCode === 429);
    expect(turnedAway).toHaveLength(4);
    expect(answers.filter(({ statusCode }) => statusCode === 404)).toHaveLength(30);
    expect(turnedAway.map(({ body }) => /One moment, please|Un eiliad/.test(body))).toEqual([true, true, true, true]);
    expect((await site.app.inject('/find')).statusCode).toBe(200);
  });
});
