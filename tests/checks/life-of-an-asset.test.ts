import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { logCheck } from '../../api/checks/log-check.ts';
import { takeBackCheck } from '../../api/checks/take-back-check.ts';
import type { AssetSearchPage } from '../../api/contract/asset-query.ts';
import { recordChange } from '../../api/search/record-change.ts';
import { refreshOvertaken } from '../../api/search/refresh-documents.ts';
import { materialiseOccurrences } from '../../api/sessions/materialise-occurrences.ts';
import { refreshDates } from '../../api/sessions/refresh-dates.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock, TEST_NOW } from '../support/test-clock.ts';

const dayMs = 86_400_000;
const clock = movingClock();
let test: TestApp;
let ids: string[];

/** Two groups, whose kind halves in 120 days; somebody goes on checking the twin. They meet on the evenings from Monday to Thursday, as all days of this story are. */
const slug = 'vimble-menders';
const name = 'Vimble menders';

beforeAll(async () => {
  test = await createTestApp('sample', {}, { clock });
  const { db } = test.deps;
  const rows = await db.query<{ id: string }>(
    'two-alike',
    `insert into assets (slug, kind, name, summary, area_id, lat, lng, last_checked_at, last_checked_by)
     select two.slug, 'group', two.name, 'Vimble and mend.', r.id, 52.2513, -3.0079, $1::timestamptz, 'group'
     from areas r, (values ('vimble-menders', 'Vimble menders'), ('vimble-twin', 'Vimble twin')) two (slug, name)
     where r.slug = 'abbey-and-riverside' returning id`,
    [TEST_NOW],
  );
  ids = rows.map(({ id }) => id);
  await db.query(
    'evenings',
    `insert into sessions (asset_id, title, rule, starts_on, start_time, minutes)
     select id, days, 'FREQ=WEEKLY;BYDAY=' || days, '2026-11-02', '18:30', 60 from unnest($1::uuid[]) id, unnest(array['MO,TU', 'WE,TH']) days`,
    [ids],
  );
  await db.transaction((tx) => materialiseOccurrences(tx, clock.now(), { assetIds: ids }));
  await db.transaction((tx) => recordChange(tx, clock.now(), { assetIds: ids }));
});
afterAll(() => test.close());

const daysIn = () => Math.round((clock.now().getTime() - TEST_NOW.getTime()) / dayMs);
const until = (day: number) => clock.pass((day - daysIn()) * dayMs);
const twinIsChecked = () =>
  test.deps.db.query('check-twin', "update assets set last_checked_at = $1::timestamptz where slug = 'vimble-twin'", [clock.now()]);
const get = (url: string) => test.app.inject({ url, headers: { 'accept-encoding': 'identity' } });
const search = async (query: string) => (await get(`/api/v1/assets?${query}`)).json<AssetSearchPage>();

const waysOut = () => {
  const today = clock.now().toISOString().slice(0, 10);
  const box = 'bbox=-3.009,52.250,-3.007,52.252';
  return [
    '/find?q=vimble',
    '/api/v1/assets?q=vimble',
    `/api/v1/assets?${box}&per_page=100`,
    `/api/v1/map/clusters?${box}&zoom=17&q=vimble+menders`,
    '/api/v1/suggestions?q=vimble',
    `/whats-on?on=${today}&q=vimble`,
    `/api/v1/whats-on?area=abbey-and-riverside&q=vimble&per_day=100`,
    '/feeds/find.atom?q=vimble',
    '/feeds/find.ics?q=vimble',
    `/shortlist?ids=${slug}`,
    `/print/week?ids=${slug}`,
    `/feeds/shortlist.ics?ids=${slug}`,
    `/around/${slug}`,
    `/cy/around/${slug}`,
    `/api/v1/assets/${slug}`,
    `/around/${slug}/calendar.ics`,
    `/around/${slug}/still-right`,
    `/around/${slug}/suggest`,
    `/around/${slug}/closed`,
  ];
};
const saying = async () => {
  const answers = await Promise.all(waysOut().map(async (url) => ({ url, body: (await get(url)).body })));
  return answers.filter(({ body }) => body.includes(name)).map(({ url }) => url);
};
const counts = async () => ({
  found: (await search('q=vimble')).total,
  inArea: (await get('/api/v1/areas/abbey-and-riverside')).json<{ assets: number }>().assets,
  groups: (await search('q=vimble')).facets.kind.group ?? 0,
});

describe('an asset that nobody checks any more', () => {
  it.each([
    [0, 'fresh', 'checked by the group today'],
    [119, 'fresh', 'checked by the group 3 months ago'],
    [120, 'ageing', 'checked by the group 3 months ago'],
    [239, 'ageing', 'checked by the group 7 months ago'],
    [240, 'stale', 'checked by the group 7 months ago, so it may have changed'],
    [359, 'stale', 'checked by the group 11 months ago, so it may have changed'],
  ])('after %d days is %s, in words, wherever it is listed', async (day, freshness, words) => {
    until(day);
    await twinIsChecked();
    await refreshDates({ ...test.deps, clock });
    expect((await get(`/api/v1/assets/${slug}`)).json<{ checked: object }>().checked).toMatchObject({ freshness, by: 'group' });
    for (const url of ['/find?q=vimble+menders', `/shortlist?ids=${slug}`]) expect((await get(url)).body).toContain(`>${words}<`);
    expect((await get(`/around/${slug}`)).body.toLowerCase()).toContain(`>${words.toLowerCase()}<`);
    expect(await saying()).toEqual(waysOut());
  });

  it('sinks below its twin that is checked, though its name comes first', async () => {
    const { items } = await search('q=vimble');
    expect(items.map(({ slug: found }) => found)).toEqual(['vimble-twin', slug]);
  });

  it('warns also in the day that it is on', async () => {
    const today = clock.now().toISOString().slice(0, 10);
    const { body } = await get(`/whats-on?on=${today}&q=vimble+menders`);
    expect(body).toContain('so it may have changed');
  });

  it('leaves every public way out by time alone, at the very minute', async () => {
    const before = await counts();
    clock.pass(dayMs - 60_000);
    expect(await saying()).toEqual(waysOut());
    clock.pass(60_000);
    expect(await saying()).toEqual([]);
    for (const page of ['', '/still-right', '/suggest', '/closed', '/calendar.ics'])
      expect((await get(`/around/${slug}${page}`)).statusCode).toBe(404);
    // Every minute, beside the search.
    await refreshOvertaken({ ...test.deps, clock });
    const after = await counts();
    expect(after).toEqual({ found: before.found - 1, groups: before.groups - 1, inArea: before.inArea - (await lapsedMeanwhile()) });
  });

  it('is kept for the desk', async () => {
    const rows = await test.deps.db.query('kept', 'select status from assets where slug = $1::text', [slug]);
    expect(rows).toEqual([{ status: 'published' }]);
  });

  it('comes back at once when somebody who knows says that it is right, and goes again when that was a slip', async () => {
    const [{ id } = { id: '' }] = await test.deps.db.query<{ id: string }>('id', 'select id from assets where slug = $1::text', [slug]);
    const check = await logCheck({ ...test.deps, clock }, { assetId: id, by: 'coordinator' });
    expect(await saying()).toEqual(waysOut());
    expect((await get(`/find?q=vimble`)).body).toContain('checked by the coordinator today');
    clock.pass(9 * 60_000);
    expect(await takeBackCheck({ ...test.deps, clock }, { id: check, assetId: id })).toBe(true);
    expect(await saying()).toEqual([]);
    expect(await takeBackCheck({ ...test.deps, clock }, { id: check, assetId: id }), 'twice').toBe(false);
    const again = await logCheck({ ...test.deps, clock }, { assetId: id, by: 'group' });
    clock.pass(10 * 60_000 + 1);
    expect(await takeBackCheck({ ...test.deps, clock }, { id: again, assetId: id }), 'too late').toBe(false);
    expect(await saying()).toEqual(waysOut());
  });
});

/** Others of the area that lapsed in the same minute as ours, with it: the sample has many that nobody checks here. */
async function lapsedMeanwhile(): Promise<number> {
  const [row] = await test.deps.db.query<{ n: number }>(
    'lapsed-meanwhile',
    `select count(*)::int as n from assets a join kinds k on k.slug = a.kind join areas r on r.id = a.area_id
     where r.slug = 'abbey-and-riverside' and a.status = 'published'
       and a.last_checked_at + k.half_life_days * (3 - case when a.last_checked_by = 'resident' then 2.0 / 3 else 0 end) * interval '1 day'
         between $1::timestamptz - interval '1 day' and $1::timestamptz`,
    [clock.now()],
  );
  return row?.n ?? 0;
}
