import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOfToken } from '../../api/confirm/confirm-token.ts';
import { forgetAnswered } from '../../api/confirm/take-back-answer.ts';
import { sendForm } from '../support/send-form.ts';
import { signIn } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const clock = movingClock();
const slug = 'mend-and-natter';
let test: TestApp;
let links = 0;
let houses = 0;
let link = '';
beforeAll(async () => {
  test = await createTestApp('sample', {}, { clock });
});
afterAll(() => test.close());

/** A link as a letter holds it, for an asset that was last checked 200 days ago. */
async function newLink(days = 200): Promise<string> {
  links += 1;
  const token = `link-number-${links}`;
  await test.deps.db.query(
    'age',
    `update assets set status = 'published', last_checked_at = $2::timestamptz, last_checked_by = 'coordinator' where slug = $1::text`,
    [slug, new Date(clock.now().getTime() - days * dayMs)],
  );
  await test.deps.db.query(
    'new-link',
    `insert into confirm_requests (asset_id, letter_id, stage, token_hash, contact_hash, made_at, expires_at)
     select id, gen_random_uuid(), 'stale', $2::bytea, sha256('group'), $3::timestamptz, $4::timestamptz from assets where slug = $1::text`,
    [slug, hashOfToken(token), clock.now(), new Date(clock.now().getTime() + 240 * dayMs)],
  );
  return `/confirm/${token}`;
}

const get = (url: string) => test.app.inject({ url, headers: { 'accept-encoding': 'identity' } });
/** Each from a house of its own: thirty forms from one are too many. */
const answer = (fields: Record<string, string>) => {
  houses += 1;
  return sendForm(test.app, link, { fields, from: `192.0.2.${houses}` });
};
const state = async () => {
  const [row] = await test.deps.db.query<object>(
    'state',
    `select a.status, a.last_checked_by as by, a.last_checked_at = $2::timestamptz as now,
       (select count(*)::int from checks c where c.asset_id = a.id and c.by_kind = 'group' and c.checked_at > '2026-11-23') as checks,
       (select count(*)::int from suggestions s where s.asset_id = a.id) as suggestions,
       (select count(*)::int from mail_outbox) as letters,
       (select max(paused_until)::text from sessions s where s.asset_id = a.id) as rests
     from assets a where a.slug = $1::text`,
    [slug, clock.now()],
  );
  return row;
};
const untouched = { status: 'published', by: 'coordinator', now: false, suggestions: 0, letters: 0, rests: null };
const clean = async () => {
  for (const table of ['suggestions', 'mail_outbox', 'checks']) await test.deps.db.query(`empty-${table}`, `delete from ${table}`);
  link = await newLink();
};

describe('the page behind a link', () => {
  it('shows what we show and asks, keeps nothing, is found by nobody, and does nothing by being looked at', async () => {
    await clean();
    for (let look = 0; look < 3; look += 1) {
      const page = await get(link);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('Is this still right?');
      for (const shown of ['Mend and Natter', 'Thursdays', 'mend@example.org', 'checked by the coordinator 6 months ago'])
        expect(page.body).toContain(shown);
      expect(page.headers['cache-control']).toBe('no-store');
      expect(page.headers['x-robots-tag']).toBe('noindex, nofollow');
      expect(page.headers['referrer-policy']).toBe('no-referrer');
      expect(page.headers['set-cookie']).toBeUndefined();
    }
    expect((await test.app.inject({ method: 'HEAD', url: link })).statusCode).toBe(200);
    expect(await state()).toMatchObject({ ...untouched, checks: 0 });
  });

  it('is there in Welsh', async () => {
    expect((await get(`/cy${link}`)).body).toContain('Ydy, mae popeth yn iawn');
  });

  it('is not there for a link of nobody, nor takes a form for one', async () => {
    expect((await get('/confirm/nobody-was-sent-this')).statusCode).toBe(404);
    const elsewhere = await test.app.inject({
      method: 'POST',
      url: link,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
      payload: 'answer=right',
    });
    expect(elsewhere.statusCode).toBe(403);
    expect(await state()).toMatchObject(untouched);
  });
});

describe('an answer', () => {
  it('"yes" is a check by the group, and the page says what became of it', async () => {
    await clean();
    const sent = await answer({ answer: 'right' });
    expect([sent.statusCode, sent.headers.location]).toEqual([303, link]);
    expect(await state()).toMatchObject({ status: 'published', by: 'group', now: true, checks: 1 });
    const { body } = await get(link);
    expect(body).toContain('Your page now says that you checked it today');
    expect((await get(`/around/${slug}`)).body).toContain('Checked by the group today');
  });

  it('brings back what had lapsed, at once', async () => {
    await clean();
    link = await newLink(400);
    expect((await get(`/around/${slug}`)).statusCode).toBe(404);
    expect((await get(link)).body).toContain('It is not on the list just now');
    await answer({ answer: 'right' });
    expect((await get(`/around/${slug}`)).statusCode).toBe(200);
    expect((await get('/find?q=mend+and+natter')).body).toContain('checked by the group today');
  });

  it('"a small change" goes to the coordinator once it can no longer be taken back, as said by the group', async () => {
    await clean();
    await answer({ answer: 'change', text: 'We start at eleven now' });
    expect(await state()).toMatchObject({ by: 'group', suggestions: 1, letters: 1 });
    const [letter] = await test.deps.db.query<{ text: string; waits: boolean }>(
      'letter',
      `select text, next_try_at = $1::timestamptz + interval '10 minutes' as waits from mail_outbox`,
      [clock.now()],
    );
    expect(letter?.waits).toBe(true);
    expect(letter?.text).toContain('they say themselves that something is different now: Mend and Natter\n\n> We start at eleven now');
    expect(await test.deps.db.query('by-group', 'select type, by_group from suggestions')).toEqual([{ type: 'change', by_group: true }]);
  });

  it('"closed" takes it off every list at once, and tells the coordinator', async () => {
    await clean();
    await answer({ answer: 'closed' });
    expect(await state()).toMatchObject({ status: 'closed', by: 'coordinator', suggestions: 1, letters: 1 });
    expect((await get(`/around/${slug}`)).statusCode).toBe(404);
    expect((await get('/find?q=mend+and+natter')).body).not.toContain(`/around/${slug}"`);
    expect((await get(link)).body).toContain('It has left the list');
  });

  it('"having a rest" rests all of its sessions until the day, and its page says so', async () => {
    await clean();
    await answer({ answer: 'pause', until: '2027-01-15' });
    expect(await state()).toMatchObject({ by: 'group', rests: '2027-01-15' });
    const { body } = await get(`/around/${slug}`);
    expect(body).toContain('Having a rest until 15 January 2027');
    const dates = await test.deps.db.query<{ first: string }>(
      'first-date',
      'select min(o.local_date)::text as first from occurrences o join assets a on a.id = o.asset_id where a.slug = $1::text and o.session_id is not null',
      [slug],
    );
    expect(dates[0]?.first && dates[0].first > '2027-01-15').toBe(true);
  });

  it.each([
    [{ answer: 'pause', until: '2026-11-01' }, 'Give the last day of the rest'],
    [{ answer: 'pause', until: 'Friday' }, 'Give the last day of the rest'],
    [{ answer: 'pause', until: '2036-01-01' }, 'Give the last day of the rest'],
    [{ answer: 'change', text: ' ' }, 'Say what should be different'],
    [{ answer: 'change', text: 'x'.repeat(801) }, 'keep it to 800 letters'],
    [{ answer: 'perhaps' }, 'Please choose one of the answers'],
  ])('%j is asked for again, with what was typed, once', async (fields, said) => {
    await answerTakenBack();
    await clean();
    const { statusCode, body } = await answer(fields);
    expect(statusCode).toBe(400);
    expect(body).toContain(said);
    expect(body.match(/role="alert"/g)).toHaveLength(1);
    if ('text' in fields && fields.text.trim()) expect(body).toContain(fields.text);
    expect(await state()).toMatchObject({ ...untouched, rests: expect.anything() ?? null });
  });
});

/** Sessions as they were. */
const answerTakenBack = () =>
  test.deps.db.query(
    'no-rest',
    `update sessions set paused_from = '2026-01-01', paused_until = '2026-01-02' where asset_id = (select id from assets where slug = $1::text)`,
    [slug],
  );

describe('a rest that a group asks for in its letter', () => {
  it('stands in the history with what stood before, by the group, and so does taking it back', async () => {
    await answerTakenBack();
    await clean();
    const history = () =>
      test.deps.db.query<{ made_by: string; rests: string | null }>(
        'history',
        `select made_by, snapshot -> 'sessions' -> 0 ->> 'paused_until' as rests from revisions r join assets a on a.id = r.subject_id
         where a.slug = $1::text order by r.id`,
        [slug],
      );
    const before = (await history()).length;
    await answer({ answer: 'pause', until: '2027-01-15' });
    const group = 'group: confirm link';
    expect((await history()).slice(before)).toEqual([
      { made_by: 'before', rests: '2026-01-02' },
      { made_by: group, rests: '2027-01-15' },
    ]);
    const sian = await signIn({ deps: { ...test.deps, clock } }, 'coordinator');
    const [asset] = await test.deps.db.query<{ id: string }>('id', 'select id from assets where slug = $1::text', [slug]);
    const { body } = await test.app.inject({
      url: `/desk/assets/${asset?.id}/history`,
      headers: { cookie: sian.cookie, 'accept-encoding': 'identity' },
    });
    expect(body).toContain('The group ·');
    await answer({ answer: 'take-back' });
    expect((await history()).at(-1)).toEqual({ made_by: group, rests: '2026-01-02' });
  });
});

describe('an answer that was not meant', () => {
  it.each([
    ['right', {}],
    ['change', { text: 'At eleven' }],
    ['closed', {}],
    ['pause', { until: '2027-01-15' }],
  ])('"%s" can be taken back for ten minutes, and all stands as before', async (what, more) => {
    await answerTakenBack();
    await clean();
    const before = await state();
    await answer({ answer: what, ...more });
    expect(await state()).not.toEqual(before);
    clock.pass(10 * minuteMs);
    expect((await get(link)).body).toContain('Take it back');
    const back = await answer({ answer: 'take-back' });
    expect([back.statusCode, back.headers.location]).toEqual([303, `${link}?done=back`]);
    expect((await get(`${link}?done=back`)).body).toContain('Taken back. All is as it was before.');
    expect(await state()).toEqual(before);
    expect((await get(`/around/${slug}`)).statusCode).toBe(200);
    expect((await get(link)).body).toContain('Yes, all right');
    await answer({ answer: 'right' });
    expect(await state()).toMatchObject({ by: 'group' });
  });

  it('stays after ten minutes, and the page no longer offers it', async () => {
    await clean();
    await answer({ answer: 'closed' });
    clock.pass(10 * minuteMs + 1);
    await forgetAnswered({ ...test.deps, clock });
    expect((await get(link)).body).not.toContain('Take it back');
    await answer({ answer: 'take-back' });
    expect(await state()).toMatchObject({ status: 'closed' });
    expect(await test.deps.db.query('undo', 'select 1 from confirm_requests where undo is not null')).toEqual([]);
  });

  it('leaves a check that somebody made since', async () => {
    await clean();
    await answer({ answer: 'right' });
    clock.pass(minuteMs);
    await test.deps.db.query(
      'since',
      `update assets set last_checked_at = $1::timestamptz, last_checked_by = 'builder' where slug = $2::text`,
      [clock.now(), slug],
    );
    await answer({ answer: 'take-back' });
    expect(await state()).toMatchObject({ by: 'builder', now: true });
  });
});

describe('a link that was used, or is old', () => {
  it('pressed twice at once is one answer', async () => {
    await clean();
    const sent = await Promise.all([answer({ answer: 'change', text: 'one' }), answer({ answer: 'change', text: 'two' })]);
    expect(sent.map(({ statusCode }) => statusCode)).toEqual([303, 303]);
    expect(await state()).toMatchObject({ suggestions: 1, checks: 1 });
  });

  it('answers kindly what was said by it, and does no more', async () => {
    await clean();
    await answer({ answer: 'right' });
    clock.pass(dayMs);
    const { statusCode, body } = await get(link);
    expect(statusCode).toBe(200);
    expect(body).toContain('Thank you');
    expect(body).toContain(`/around/${slug}/suggest`);
    const token = /name="token" value="([^"]+)"/.exec((await get(await newLink())).body)?.[1] ?? '';
    await answer({ answer: 'closed', token });
    expect(await state()).toMatchObject({ status: 'published' });
  });

  it('says that it has grown old, and where to say it instead', async () => {
    await clean();
    clock.pass(241 * dayMs);
    const { statusCode, body } = await get(link);
    expect(statusCode).toBe(200);
    expect(body).toContain('This link has grown old');
    expect(body).toContain('/coordinators/');
    expect(body).not.toContain('Yes, all right');
  });

  it('says that somebody has taken it off since', async () => {
    await clean();
    await test.deps.db.query('hide', `update assets set status = 'hidden' where slug = $1::text`, [slug]);
    expect((await get(link)).body).toContain('This is not on the list any more');
  });
});
