import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sendDeskForm, signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';
import { age, clearTheDesk, endOn, makeAlike, sayChanged, sayClosed, sql, tellOf } from './waiting-things.ts';

const clock = movingClock();
let test: TestApp;
let sian: TestSession;
let builder: TestSession;
let steward: TestSession;
beforeAll(async () => {
  test = await createTestApp('sample', {}, { clock });
  [sian, builder, steward] = [await signIn(test, 'coordinator'), await signIn(test, 'builder'), await signIn(test, 'steward')];
});
afterAll(() => test.close());
beforeEach(() => clearTheDesk(test));

const slug = 'mend-and-natter';
const elsewhere = 'cor-bryn-melyn';
const see = async (by: TestSession, url = '/desk') =>
  (await test.app.inject({ url, headers: { cookie: by.cookie, 'accept-encoding': 'identity' } })).body;
const idOf = async (of: string) => (await sql<{ id: string }>(test, 'select id from assets where slug = $1::text', [of]))[0]?.id ?? '';
const keysIn = (body: string) => [...body.matchAll(/name="item" value="([^"]+)"/g)].map(([, key = '']) => key);
const press = async (by: TestSession, fields: Record<string, string>) => {
  const answer = await sendDeskForm(test.app, '/desk', { by, fields });
  return { status: answer.statusCode, body: answer.statusCode === 303 ? await see(by, String(answer.headers.location)) : answer.body };
};
const undo = (by: TestSession, body: string) => press(by, { step: /name="step" value="([^"]+)"/.exec(body)?.[1] ?? '' });
/** What matters of everything that an act may change; times apart. */
const standing = async () => {
  const [row] = await sql<{ all: unknown }>(
    test,
    `select jsonb_build_object(
       'assets', (select jsonb_agg(to_jsonb(a) - 'version' - 'updated_at' order by a.id) from assets a where a.slug = any($1::text[]) or a.name like 'Kite%'),
       'ends', (select jsonb_agg(s.ends_on order by s.id) from sessions s join assets a on a.id = s.asset_id where a.slug = any($1::text[])),
       'suggestions', (select jsonb_agg(to_jsonb(s) order by s.id) from suggestions s),
       'proposals', (select jsonb_agg(to_jsonb(p) order by p.id) from proposals p),
       'signposts', (select count(*) from signposts), 'two', (select count(*) from not_same), 'checks', (select count(*) from checks),
       'off', (select count(*) from put_off), 'found', (select count(*) from asset_search)) as all`,
    [[slug, 'cor-y-bont']],
  );
  return row?.all;
};
const letters = () =>
  sql<{ to_address: string; next_try_at: Date }>(
    test,
    `select to_address, next_try_at from mail_outbox where to_address = 'mo@example.org'`,
  );

describe('what needs somebody', () => {
  it('is in their patch, what does most harm first', async () => {
    await tellOf(test, 'Kite Makers');
    await age(test, 'weir-dippers', 355);
    await sayChanged(test, 'cor-y-bont');
    await sayClosed(test, slug);
    await sayClosed(test, elsewhere);
    const body = await see(sian);
    expect(body).toContain('4 things would like you today');
    expect(keysIn(body).map((key) => key.split(':')[0])).toEqual(['suggestion', 'check', 'suggestion', 'proposal']);
    expect(body).toContain('it has closed, and it is on this week');
    expect(body).not.toContain('Côr Bryn Melyn');
    expect(await see(steward)).toContain('Côr Bryn Melyn');
    expect(keysIn(await see(builder)).map((key) => key.split(':')[0])).toEqual(['check']);
  });

  it('is said warmly when there is nothing, with the next open door', async () => {
    const body = await see(sian);
    expect(body).toContain('Put the kettle on');
    expect(body).toContain('Your door is open next:');
    expect(await see(sian, '/cy/desk')).toContain('Rhowch y tegell ymlaen');
  });

  it('is there once, page after page', async () => {
    for (let count = 0; count < 45; count++) await tellOf(test, `Club number ${'abcdefghijklmnopqrstuvwxyz'[count % 26]}${count}`);
    await sql(test, 'update proposals set junk_score = 0');
    await sayClosed(test, slug);
    const seen: string[] = [];
    let url: string | null = '/desk';
    while (url) {
      const body: string = await see(sian, url);
      seen.push(...keysIn(body));
      const next: string | undefined = /href="(\/desk\?after=[^"]+)"[^>]*>Show more/.exec(body)?.[1];
      url = next ? next.replaceAll('&amp;', '&') : null;
    }
    expect(seen).toHaveLength(46);
    expect(new Set(seen).size).toBe(46);
  });

  it('shows no contact that was not given for everyone', async () => {
    await tellOf(test, 'Kite Makers');
    expect(await see(sian)).toContain('01632 960 555');
    await sql(test, `update proposals set fields = fields || '{"may_show": "no"}'`);
    const body = await see(sian);
    expect(body).toContain('Kite Makers');
    expect(body).not.toContain('01632 960 555');
  });

  it('asks about two that may be one, with why: coordinators of both, and stewards everywhere', async () => {
    await makeAlike(test, slug, 'cor-y-bont');
    await makeAlike(test, slug, elsewhere);
    const alike = async (by: TestSession) => keysIn(await see(by)).filter((key) => key.startsWith('alike'));
    expect(await see(sian)).toContain('Why we ask: the same name and close to each other.');
    expect(await alike(sian)).toHaveLength(1);
    expect(await alike(steward)).toHaveLength(2);
    expect(await alike(builder)).toEqual([]);
    await sql(test, 'update look_alikes set score = 80');
    expect(await alike(sian)).toEqual([]);
  });

  it('tells a steward what others changed of what they watch', async () => {
    await sql(test, 'insert into asset_watches (account_id, asset_id, since) values ($1::uuid, $2::uuid, $3::timestamptz)', [
      ...[steward.viewer.accountId, await idOf(elsewhere)],
      new Date(clock.now().getTime() + 60_000),
    ]);
    expect(await see(steward)).not.toContain('id="watched"');
    await sql(
      test,
      `insert into revisions (subject_type, subject_id, made_at, made_by, snapshot) values ('asset', $1::uuid, $2::timestamptz, 'group', '{}')`,
      [await idOf(elsewhere), new Date(clock.now().getTime() + 120_000)],
    );
    expect((await see(steward)).split('id="watched"')[1]).toContain('Côr Bryn Melyn');
    await sql(test, 'delete from asset_watches');
  });

  it('holds no junk', async () => {
    await tellOf(test, 'Kite Makers');
    await sql(test, 'update proposals set junk_score = 9');
    expect(await see(sian)).toContain('Put the kettle on');
  });
});

describe('a card is finished where it stands, and undone', () => {
  const cases: [string, () => Promise<unknown>, string, Record<string, string>][] = [
    ['"it has closed"', () => sayClosed(test, slug, 'mo@example.org'), 'suggestion', { act: 'closed' }],
    ['"still on"', () => sayClosed(test, slug, 'mo@example.org'), 'suggestion', { act: 'still-on' }],
    ['"it is put right"', () => sayChanged(test, slug), 'suggestion', { act: 'put-right' }],
    ['"still right"', () => age(test, slug, 355), 'check', { act: 'checked' }],
    ['a new thing published', () => tellOf(test, 'Kite Makers'), 'proposal', { act: 'published' }],
    ['a new thing as a signpost', () => tellOf(test, 'Kite Makers'), 'proposal', { act: 'signpost' }],
    ['a new thing left out', () => tellOf(test, 'Kite Makers'), 'proposal', { act: 'left-out' }],
    ['"it goes on"', () => endOn(test, slug, '2026-12-01'), 'ending', { act: 'goes-on' }],
    [
      '"it is there"',
      () => sql(test, `update assets set venue_id = null, lat = null, lng = null where slug = '${slug}'`),
      'nowhere',
      { act: 'placed' },
    ],
    ['"they are two"', () => makeAlike(test, slug, 'cor-y-bont'), 'alike', { act: 'two' }],
    ['"ask me next week"', () => sayClosed(test, slug), 'suggestion', { act: 'next-week' }],
  ];
  it.each(cases)('%s', async (_name, happens, sort, fields) => {
    await happens();
    const key = keysIn(await see(sian)).find((each) => each.startsWith(sort));
    expect(key).toBeTruthy();
    const before = await standing();
    const { status, body } = await press(sian, { item: key ?? '', form: 'card', 'words-card': 'QX3 2AB', ...fields });
    expect(status, body.replace(/<style.*?<\/style>|<[^>]+>/gs, ' ')).toBe(303);
    expect(body).toContain('name="step"');
    expect(keysIn(body)).not.toContain(key);
    expect(await standing()).not.toEqual(before);
    const back = await undo(sian, body);
    expect(back.body).toContain('taken back. All is as before.');
    expect(await standing()).toEqual(before);
    expect(await letters()).toEqual([]);
  });

  it('a letter to whoever told us waits until the answer can no longer be undone', async () => {
    await sayClosed(test, slug, 'mo@example.org');
    const { body } = await press(sian, { item: keysIn(await see(sian))[0] ?? '', act: 'closed' });
    const [letter] = await letters();
    expect(letter?.next_try_at.getTime()).toBe(clock.now().getTime() + 10 * 60_000);
    clock.pass(10 * 60_000);
    await undo(sian, body);
    expect(await sql(test, `select status from assets where slug = '${slug}'`)).toEqual([{ status: 'closed' }]);
  });

  it('twice is said kindly, and done once', async () => {
    await sayClosed(test, slug);
    const item = keysIn(await see(sian))[0] ?? '';
    await press(sian, { item, act: 'still-on' });
    expect((await press(steward, { item, act: 'closed' })).body).toContain('Somebody else has done this already');
    expect(await sql(test, `select status from assets where slug = '${slug}'`)).toEqual([{ status: 'published' }]);
  });

  it('put off, it comes back on its day, and stays on the lists of others', async () => {
    await sayClosed(test, slug);
    await press(sian, { item: keysIn(await see(sian))[0] ?? '', act: 'tomorrow' });
    expect(keysIn(await see(sian))).toEqual([]);
    expect(keysIn(await see(steward))).toHaveLength(1);
    clock.pass(24 * 3_600_000);
    expect(keysIn(await see(sian)).filter((key) => key.startsWith('suggestion'))).toHaveLength(1);
  });

  it('a place that we do not know is said at its box', async () => {
    await sql(test, `update assets set venue_id = null, lat = null, lng = null where slug = '${slug}'`);
    const { status, body } = await press(sian, {
      item: `nowhere:${await idOf(slug)}`,
      act: 'placed',
      form: 'card',
      'words-card': 'Narnia',
    });
    expect(status).toBe(400);
    expect(body).toContain('/desk');
  });

  it.each([
    ['closed', elsewhere, 'coordinator'],
    ['closed', slug, 'builder'],
  ] as const)('"%s" for %s by a %s is refused and noted, and nothing changes', async (act, of, who) => {
    const by = who === 'builder' ? builder : sian;
    const before = await sql(test, 'select count(*)::int as count from refused_actions');
    expect((await press(by, { item: `check:${await idOf(of)}`, act })).status).toBe(403);
    expect(await sql(test, `select status from assets where slug = '${of}'`)).toEqual([{ status: 'published' }]);
    expect(await sql(test, 'select count(*)::int as count from refused_actions')).not.toEqual(before);
  });

  it('what somebody else did is not mine to undo', async () => {
    await sayClosed(test, slug);
    const { body } = await press(steward, { item: keysIn(await see(steward))[0] ?? '', act: 'closed' });
    await undo(sian, body);
    expect(await sql(test, `select status from assets where slug = '${slug}'`)).toEqual([{ status: 'closed' }]);
  });
});
