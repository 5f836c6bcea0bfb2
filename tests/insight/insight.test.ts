import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeInsight } from '../../api/insight/make-insight.ts';
import { presentConnections } from '../../api/insight/present-connections.ts';
import { countViews } from '../../api/views/count-views.ts';
import { signIn, type TestSession } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock } from '../support/test-clock.ts';

const clock = movingClock();
let test: TestApp;
let sian: TestSession;
let steward: TestSession;
beforeAll(async () => {
  test = await createTestApp('sample', {}, { clock });
  [sian, steward] = [await signIn(test, 'coordinator'), await signIn(test, 'steward')];
});
afterAll(() => test.close());

const deps = () => ({ ...test.deps, clock });
const area = 'abbey-and-riverside';
const of = (by: TestSession, asked: Partial<{ month: string; area: string }> = {}) =>
  makeInsight(deps(), by.viewer, { month: null, area: null, ...asked });
const idOf = async (slug: string) =>
  (await test.deps.db.query<{ id: string }>('id-of', 'select id from assets where slug = $1::text', [slug]))[0]?.id ?? '';
const get = (url: string, by: TestSession) => test.app.inject({ url, headers: { cookie: by.cookie, 'accept-encoding': 'identity' } });
const views = async () =>
  test.deps.db.query('views', 'select a.slug, v.day::text, v.views from asset_views v join assets a on a.id = v.asset_id order by 1, 2');

describe('a patch in figures', () => {
  it('is what there is by kind and topic, for each thousand people', async () => {
    const { kinds, topics, population, areas } = await of(sian, { area });
    const [row] = await test.deps.db.query<{ groups: number; people: number }>(
      'groups',
      `select (select count(*)::int from asset_search where kind = 'group' and areas @> array['abbey-and-riverside']) as groups,
         (select population from area_versions v join areas a on a.id = v.area_id where a.slug = 'abbey-and-riverside' and v.ends_on is null) as people`,
    );
    expect(population).toBe(row?.people);
    const groups = kinds.find(({ slug }) => slug === 'group');
    expect(groups?.count).toBe(row?.groups);
    expect(groups?.perThousand).toBeCloseTo((1000 * (row?.groups ?? 0)) / (row?.people ?? 1), 1);
    expect(topics.length).toBeGreaterThan(5);
    expect(areas.map(({ slug }) => slug)).toEqual([area, 'castle-and-market']);
  });

  it('is of my areas alone, and of another nothing', async () => {
    await expect(of(sian, { area: 'bryn-melyn' })).rejects.toThrow();
    await expect(of(sian, { area: 'no-such-place' })).rejects.toThrow('no such area');
    await expect(of(await signIn(test, 'builder'))).rejects.toThrow();
    expect((await of(steward, { area: 'bryn-melyn' })).area).toBe('bryn-melyn');
    expect((await of(steward)).areas).toHaveLength(6);
    expect((await get('/desk/insight', await signIn(test, 'builder'))).statusCode).toBe(403);
  });

  it('tells connections by the month, and how many led to what neighbours run', async () => {
    const add = async (slug: string, what: string, count: number) =>
      test.deps.db.query('add', `insert into connections values ($1::uuid, $2::text, '2026-11-01', $3::text, $4::int)`, [
        await idOf(slug),
        area,
        what,
        count,
      ]);
    await add('mend-and-natter', 'told', 20);
    await add('riverside-library-as-neighbour', 'told', 6);
    await add('weir-dippers', 'introduced', 3);
    await add('weir-dippers', 'walked-along', 7);
    expect((await of(sian, { area })).connections).toEqual({ told: 26, walkedAlong: null, introduced: null, neighbourly: 83 });
    expect((await of(sian, { area, month: '2026-10' })).connections).toEqual({ told: 0, walkedAlong: 0, introduced: 0, neighbourly: null });
  });

  it('tells what enough people looked for here in the month and did not find', async () => {
    const gap = (term: string, looks: number, where: string, month = '2026-11-01') =>
      test.deps.db.query(
        'gap',
        `insert into gaps (month, area, term_hash, term, looks, days) values ($1::date, $2::text, $3::text, $3::text, $4::int, 3)`,
        [month, where, term, looks],
      );
    await gap('juggling', 9, area);
    await gap('fencing', 4, area);
    await gap('curling', 12, 'bryn-melyn');
    await gap('archery', 12, area, '2026-10-01');
    expect((await of(sian, { area })).gaps).toEqual([{ term: 'juggling', looks: 9 }]);
  });

  it('is a page in both languages that names the month and links to others, none to come', async () => {
    const { body } = await get(`/desk/insight?area=${area}`, sian);
    for (const words of ['Insight · November 2026', 'juggling', '83%', 'October 2026']) expect(body).toContain(words);
    expect(body).not.toContain('month=2026-12');
    expect((await get('/cy/desk/insight?month=2026-09', sian)).body).toContain('Cipolwg · Medi 2026');
    expect((await get('/desk/insight?month=soon', sian)).body).toContain('November 2026');
  });
});

describe('what is looked at', () => {
  it('is counted as sums a day, from pages alone, not for programs', async () => {
    const counts = countViews(deps());
    const look = async (headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
      test.app.inject({ method, url: '/around/weir-dippers', headers: { 'user-agent': 'Mozilla/5.0 Firefox/140', ...headers } });
    for (let n = 0; n < 3; n += 1) await look();
    await look({ 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' });
    await look({ 'sec-purpose': 'prefetch' });
    await look({}, 'HEAD');
    await test.app.inject('/api/v1/assets/weir-dippers');
    const id = await idOf('weir-dippers');
    counts.note(id);
    counts.note('00000000-0000-4000-8000-000000000000');
    await counts.flush();
    expect(await views()).toEqual([{ slug: 'weir-dippers', day: '2026-11-23', views: 1 }]);
    await counts.flush();
    expect(await views()).toHaveLength(1);
  });

  it('is kept for thirteen months, and not lost when it cannot be written', async () => {
    const id = await idOf('weir-dippers');
    let broken = true;
    const transaction: typeof test.deps.db.transaction = (work) =>
      test.deps.db.transaction(async (tx) => {
        const done = await work(tx);
        if (broken) throw new Error('away');
        return done;
      });
    const counts = countViews({ ...deps(), db: { ...test.deps.db, transaction } });
    counts.note(id);
    await expect(counts.flush()).rejects.toThrow('away');
    broken = false;
    await counts.flush();
    expect(await views()).toEqual([{ slug: 'weir-dippers', day: '2026-11-23', views: 2 }]);
    await test.deps.db.query('old', `update asset_views set day = '2025-10-22'`);
    await countViews(deps()).flush();
    expect(await views()).toEqual([]);
  });

  it('is summed up for the last thirty days with every count, and anew each day', async () => {
    const recent = () =>
      test.deps.db.query('recent', 'select a.slug, v.views from recent_views v join assets a on a.id = v.asset_id order by 1');
    const day = async (slug: string, on: string, views: number) =>
      test.deps.db.query('day', 'insert into asset_views values ($1::uuid, $2::date, $3::int)', [await idOf(slug), on, views]);
    const then = movingClock();
    const counts = countViews({ ...test.deps, clock: then });
    await day('weir-dippers', '2026-10-25', 3);
    await day('weir-dippers', '2026-10-24', 7);
    await day('mend-and-natter', '2026-10-24', 7);
    counts.note(await idOf('cor-y-bont'));
    await counts.flush();
    expect(await recent()).toEqual([
      { slug: 'cor-y-bont', views: 1 },
      { slug: 'weir-dippers', views: 3 },
    ]);
    for (let n = 0; n < 2; n += 1) counts.note(await idOf('weir-dippers'));
    await counts.flush();
    expect(await recent()).toEqual([
      { slug: 'cor-y-bont', views: 1 },
      { slug: 'weir-dippers', views: 5 },
    ]);
    then.pass(86_400_000);
    await counts.flush();
    expect(await recent()).toEqual([
      { slug: 'cor-y-bont', views: 1 },
      { slug: 'weir-dippers', views: 2 },
    ]);
    await test.deps.db.query('no-views', 'delete from asset_views');
    await countViews(deps()).flush();
    expect(await recent()).toEqual([]);
  });

  it('and is unchecked for long is told once it was opened five times', async () => {
    const counts = countViews(deps());
    const seen = async (slug: string, times: number, stale: boolean) => {
      const id = await idOf(slug);
      if (stale)
        await test.deps.db.query('stale', `update assets set last_checked_at = $2::timestamptz - interval '250 days' where id = $1::uuid`, [
          id,
          clock.now(),
        ]);
      for (let n = 0; n < times; n += 1) counts.note(id);
    };
    await seen('mend-and-natter', 6, true);
    await seen('weir-dippers', 4, true);
    await seen('cor-y-bont', 50, false);
    await counts.flush();
    const { viewedButStale } = await of(sian, { area });
    expect(viewedButStale).toEqual([{ slug: 'mend-and-natter', name: 'Mend and Natter', name_cy: 'Trwsio a Sgwrs', views: 6 }]);
  });
});

describe('connections of a month', () => {
  it.each([
    [[{ what: 'told', of_institution: false, count: 4 }], { told: null, walkedAlong: 0, introduced: 0, neighbourly: null }],
    [[{ what: 'told', of_institution: false, count: 30 }], { told: 30, walkedAlong: 0, introduced: 0, neighbourly: 100 }],
    [
      [
        { what: 'told', of_institution: false, count: 30 },
        { what: 'told', of_institution: true, count: 3 },
      ],
      { told: 33, walkedAlong: 0, introduced: 0, neighbourly: null },
    ],
  ] as const)('%j are told as %j', (sums, told) => {
    expect(presentConnections([...sums])).toEqual(told);
  });
});
