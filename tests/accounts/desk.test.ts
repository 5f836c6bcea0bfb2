import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireRight } from '../../api/accounts/require-right.ts';
import { sweepAccounts } from '../../api/accounts/sweep-accounts.ts';
import { deskPages } from '../../web/server/desk-pages.ts';
import { sendDeskForm, signIn } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const plain = { 'accept-encoding': 'identity' };

let test: TestApp;
let clock: ReturnType<typeof movingClock>;
beforeAll(async () => {
  clock = movingClock();
  test = await createTestApp('sample', {}, { clock });
});
afterAll(() => test.close());

const visit = (cookie: string, url = '/desk') => test.app.inject({ url, headers: { ...plain, cookie } });
const query = <Row extends object>(text: string, values: unknown[] = []) =>
  test.deps.db.query<Row>(`test ${text.slice(0, 50)}`, text, values);

describe('the desk', () => {
  it('greets a coordinator by first name, with the areas and open doors of today', async () => {
    const sian = await signIn(test, 'coordinator');
    expect(sian.viewer.areas.map(({ slug, how }) => [slug, how])).toEqual([
      ['abbey-and-riverside', 'lead'],
      ['castle-and-market', 'cover'],
    ]);
    const answer = await visit(sian.cookie);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    for (const said of ['Good morning, Siân', 'Abbey and Riverside', 'you are standing in', 'Your next open doors', 'Sign out'])
      expect(answer.body).toContain(said);
    expect((await visit(sian.cookie, '/cy/desk')).body).toContain('Bore da, Siân');
  });

  it('knows a cover only for its days', async () => {
    const { viewer } = await signIn(test, 'coordinator');
    await query(`update area_coordinators set ends_on = '2026-11-22' where role = 'cover' and coordinator_id = $1::uuid`, [
      viewer.coordinatorId,
    ]);
    expect((await signIn(test, 'coordinator')).viewer.areas.map(({ slug }) => slug)).toEqual(['abbey-and-riverside']);
    await query(`update area_coordinators set ends_on = '2026-12-01' where role = 'cover' and coordinator_id = $1::uuid`, [
      viewer.coordinatorId,
    ]);
  });

  it.each(['/desk', '/cy/desk/more?a=b'])('leads who is not signed in to the way in, and remembers %s', async (url) => {
    const answer = await test.app.inject({ url });
    expect(answer.statusCode).toBe(303);
    const to = new URL(String(answer.headers.location), 'http://localhost');
    expect(to.pathname).toBe(url.startsWith('/cy') ? '/cy/sign-in' : '/sign-in');
    expect(to.searchParams.get('then')).toBe(url);
  });

  it('tells who is not signed in nothing, on any page', async () => {
    for (const { path } of deskPages)
      for (const method of ['GET', 'POST'] as const) {
        const answer = await test.app.inject({ method, url: path, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
        const isThere = method === 'GET' || answer.statusCode !== 404;
        if (isThere) expect([path, answer.statusCode, answer.body]).toEqual([path, 303, '']);
      }
  });

  it.each([
    ['/desk', 'page', 'Today'],
    ['/desk/assets', 'page', 'My patch'],
    ['/desk/assets/mend-and-natter/history', 'true', 'My patch'],
    ['/desk/review/published', 'true', 'Waiting for you'],
    ['/desk/more', 'page', 'More'],
    ['/desk/people/invite', 'true', 'More'],
  ])('shows in its row where %s belongs', async (url, current, label) => {
    const { body } = await visit((await signIn(test, 'steward')).cookie, url);
    expect([...body.matchAll(/<a href="[^"]*" aria-current="(\w+)">([^<]*)</g)].map(([, ...found]) => found)).toEqual([[current, label]]);
  });

  it('tells a script that nobody is signed in', async () => {
    const answer = await test.app.inject({ url: '/desk', headers: { accept: 'application/json' } });
    expect([answer.statusCode, answer.json().type]).toEqual([401, '/problems/signed-out']);
  });
});

describe('a session', () => {
  it('is kept as a hash that opens nothing', async () => {
    const { cookie } = await signIn(test, 'builder');
    const [row] = await query<{ token_hash: string; browser: string; system: string }>(
      'select token_hash, browser, system from account_sessions order by made_at desc, id limit 1',
    );
    expect(cookie).not.toContain(row?.token_hash);
    expect((await visit(`desk=${row?.token_hash}`)).statusCode).toBe(303);
    expect([row?.browser, row?.system]).toEqual(['Firefox', 'Android']);
  });

  it('lasts 30 days from the last visit, which is written down once an hour, and 90 at most', async () => {
    await query('delete from account_sessions');
    const { cookie, viewer } = await signIn(test, 'builder');
    const times = () =>
      query<{ last_seen_at: Date; expires_at: Date }>(
        'select last_seen_at, expires_at from account_sessions where account_id = $1::uuid order by made_at desc limit 1',
        [viewer.accountId],
      );
    const [before] = await times();
    clock.pass(hourMs / 2);
    expect((await visit(cookie)).headers['set-cookie']).toBeUndefined();
    expect(await times()).toEqual([before]);
    for (const days of [29, 29, 29]) {
      clock.pass(days * dayMs);
      const answer = await visit(cookie);
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['set-cookie']).toMatch(/^desk=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
    }
    const [last] = await times();
    expect((last?.expires_at.getTime() ?? 0) - (before?.last_seen_at.getTime() ?? 0)).toBe(90 * dayMs);
    clock.pass(3 * dayMs);
    const over = await visit(cookie);
    expect(over.statusCode).toBe(303);
    expect(over.headers['set-cookie']).toContain('desk=; Path=/; Max-Age=0');
    await sweepAccounts(test.deps);
    expect(await times()).toEqual([]);
  });

  it('ends at once when its account is suspended', async () => {
    const { cookie, viewer } = await signIn(test, 'trusted-builder');
    await query(`update accounts set status = 'suspended' where id = $1::uuid`, [viewer.accountId]);
    expect((await visit(cookie)).statusCode).toBe(303);
    await query(`update accounts set status = 'active' where id = $1::uuid`, [viewer.accountId]);
  });

  it('is signed out of by a form, and its cookie goes', async () => {
    const steward = await signIn(test, 'steward');
    const answer = await sendDeskForm(test.app, '/desk/sign-out', { by: steward });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in?left=yes']);
    expect(answer.headers['set-cookie']).toContain('Max-Age=0');
    expect((await visit(steward.cookie)).statusCode).toBe(303);
  });
});

describe('a form of the desk', () => {
  it.each(['cross-site', 'same-site', 'none'])('is refused when it comes from elsewhere: %s', async (site) => {
    const steward = await signIn(test, 'steward');
    const answer = await sendDeskForm(test.app, '/desk/sign-out', { by: steward, headers: { 'sec-fetch-site': site } });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('That came from another site');
    expect((await visit(steward.cookie)).statusCode).toBe(200);
  });

  it('is refused without the token of this very session, and may be sent again', async () => {
    const [steward, other] = [await signIn(test, 'steward'), await signIn(test, 'steward')];
    for (const token of ['', 'made-up', other.formToken()]) {
      const answer = await sendDeskForm(test.app, '/desk/sign-out', { by: steward, fields: { token } });
      expect(answer.statusCode).toBe(400);
      expect(answer.body).toContain('This page has expired');
      expect(answer.body).toContain('name="token"');
    }
    expect((await visit(steward.cookie)).statusCode).toBe(200);
  });

  it('gives back what was written when its sender is signed out meanwhile, to be sent again after signing in', async () => {
    const steward = await signIn(test, 'steward');
    const fields = { name: 'Cerys "Cez" Lloyd', email: 'cerys', topic: ['one', 'two'] };
    const out = await sendDeskForm(test.app, '/cy/desk/people/invite', { by: { ...steward, cookie: '' }, fields });
    expect(out.statusCode).toBe(401);
    expect(out.headers['cache-control']).toBe('no-store');
    expect(out.body).toContain('<form method="post" action="/cy/desk/people/invite">');
    for (const box of ['name="name" value="Cerys &quot;Cez&quot; Lloyd"', 'name="email" value="cerys"', 'value="one"', 'value="two"'])
      expect(out.body).toContain(box);
    expect(out.body).not.toContain('name="token"');

    const again = await sendDeskForm(test.app, '/cy/desk/people/invite', { by: steward, fields: { ...fields, token: '' } });
    expect(again.statusCode).toBe(400);
    expect(again.body).toContain('value="Cerys &quot;Cez&quot; Lloyd"');
  });

  it.each([
    ['comes from elsewhere', { name: 'Cerys' }, { 'sec-fetch-site': 'cross-site' }],
    ['holds nothing', {}, {}],
    ['is larger than any form of ours', { name: 'C'.repeat(70_000) }, {}],
  ])('is led to the way in, signed out, where it %s', async (_what, fields, headers) => {
    const steward = await signIn(test, 'steward');
    const { statusCode, body } = await sendDeskForm(test.app, '/desk/people/invite', { by: { ...steward, cookie: '' }, fields, headers });
    expect([statusCode, body]).toEqual([303, '']);
  });

  it('is answered as JSON where a script asks', async () => {
    const steward = await signIn(test, 'steward');
    const headers = { accept: 'application/json' };
    const wrong = await sendDeskForm(test.app, '/desk/sign-out', { by: steward, fields: { token: 'x' }, headers });
    expect([wrong.statusCode, wrong.json()]).toEqual([400, { errors: [{ field: null, text: expect.stringContaining('expired') }] }]);
    expect((await sendDeskForm(test.app, '/desk/sign-out', { by: steward, headers })).json()).toEqual({ to: '/sign-in?left=yes' });
  });

  it('may hold 64 KiB and no more', async () => {
    const steward = await signIn(test, 'steward');
    const large = await sendDeskForm(test.app, '/desk/sign-out', { by: steward, fields: { text: 'x'.repeat(70_000) } });
    expect(large.statusCode).toBe(413);
    expect((await sendDeskForm(test.app, '/desk/sign-out', { by: steward, fields: { text: 'x'.repeat(60_000) } })).statusCode).toBe(303);
  });
});

describe('an attempt without the right', () => {
  it('is refused in kind words, and noted for stewards', async () => {
    const { viewer } = await signIn(test, 'builder');
    const [area] = await query<{ id: string }>(`select id from areas where slug = 'cwm-derw'`);
    await expect(requireRight(test.deps, viewer, 'asset.publish', area?.id ?? null)).rejects.toMatchObject({ code: 'not-yours' });
    await expect(requireRight(test.deps, null, 'asset.publish', area?.id ?? null)).rejects.toMatchObject({ code: 'signed-out' });
    expect(await query('select account_id, action, area_id from refused_actions')).toEqual([
      { account_id: viewer.accountId, action: 'asset.publish', area_id: area?.id },
    ]);
    const own = viewer.areas[0]?.id ?? null;
    expect(await requireRight(test.deps, viewer, 'asset.draft', own)).toBe(viewer);
    expect(await query('select 1 from refused_actions')).toHaveLength(1);
  });
});

describe('pages for everyone', () => {
  it('still say what is not there in their own words', async () => {
    const answer = await test.app.inject({ url: '/around/not-a-thing', headers: plain });
    expect([answer.statusCode, answer.body.includes('This door leads nowhere')]).toEqual([404, true]);
  });

  it('neither read nor set a cookie', async () => {
    const { cookie } = await signIn(test, 'steward');
    for (const url of ['/', '/find?q=choir', '/around/mend-and-natter', '/areas', '/shortlist', '/no-such-page', '/api/v1/topics']) {
      const [without, withCookie] = await Promise.all([test.app.inject({ url, headers: plain }), visit(cookie, url)]);
      expect(withCookie.headers['set-cookie'], url).toBeUndefined();
      expect(without.headers['set-cookie'], url).toBeUndefined();
      expect(withCookie.body.replace(/value="[\d.]+[\w-]{43}"/g, ''), url).toBe(without.body.replace(/value="[\d.]+[\w-]{43}"/g, ''));
    }
  });
});

it('under https the cookie is bound to this very host', async () => {
  const secure = await createTestApp('sample', { PUBLIC_URL: 'https://open-door.example.org' });
  const { cookie } = await signIn(secure, 'steward');
  const ask = (name: string) => secure.app.inject({ url: '/desk', headers: { cookie: cookie.replace('desk=', name) } });
  expect((await ask('desk=')).statusCode).toBe(303);
  expect((await ask('__Host-desk=')).statusCode).toBe(200);
  const out = await secure.app.inject({ url: '/desk', headers: { cookie: '__Host-desk=over' } });
  expect(out.headers['set-cookie']).toBe('__Host-desk=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure');
  await secure.close();
});
