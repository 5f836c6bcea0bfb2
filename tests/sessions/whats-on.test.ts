import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WhatsOnDays, WhatsOnItem } from '../../api/contract/whats-on.ts';
import { recordChange } from '../../api/search/record-change.ts';
import { materialiseOccurrences } from '../../api/sessions/materialise-occurrences.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { TEST_NOW } from '../support/test-clock.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample');
});
afterAll(() => test.close());

async function ask(query: string): Promise<WhatsOnDays> {
  const answer = await test.app.inject(`/api/v1/whats-on?${query}`);
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return answer.json();
}
const itemsOf = async (query: string) => (await ask(`per_day=100&${query}`)).days.flatMap(({ items }) => items);
const slugs = (items: WhatsOnItem[]) => items.map(({ listing, coordinator }) => listing?.slug ?? coordinator?.slug);
const isOn = ({ occurrence }: WhatsOnItem) => occurrence.status !== 'cancelled';

describe('the week around here', () => {
  it('is seven days from today, each by the clock, what is open most days last, and counts what it lists', async () => {
    const week = await ask('per_day=100');
    expect(week.days.map(({ date }) => date)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ]);
    for (const { date, items, total, listed, times } of week.days) {
      expect(items.length).toBeGreaterThan(5);
      expect(items.every(({ occurrence }) => occurrence.starts_at.startsWith(date))).toBe(true);
      const order = items.map((item) => `${item.open_most_days ? 1 : 0} ${item.occurrence.starts_at}`);
      expect(order).toEqual([...order].sort());
      expect([total, listed]).toEqual([items.filter(isOn).length, items.length]);
      expect(times.morning + times.afternoon + times.evening).toBe(total);
    }
    expect(week.total).toBe(week.days.reduce((sum, day) => sum + day.total, 0));
    expect(week.next).toBeNull();
  });

  it('leaves out what is over, and keeps what has begun', async () => {
    const [today] = (await ask('on=2026-11-23&per_day=100')).days;
    expect(today?.items.every(({ occurrence }) => new Date(occurrence.ends_at) > TEST_NOW)).toBe(true);
  });

  it('shows one day beside the counts of the others, the same as those days count for themselves', async () => {
    const { days, total } = await ask('on=2026-11-25&from=2026-11-23&to=2026-11-29&time=evening');
    expect(days.filter(({ items }) => items.length > 0).map(({ date }) => date)).toEqual(['2026-11-25']);
    for (const day of days) expect(day.total).toBe((await ask(`on=${day.date}&time=evening`)).total);
    expect(total).toBe(days[2]?.total);
  });

  it('counts parts of the day whichever part is asked for', async () => {
    const [whole] = (await ask('on=2026-11-26')).days;
    const [evening] = (await ask('on=2026-11-26&time=evening&per_day=100')).days;
    expect(evening?.times).toEqual(whole?.times);
    expect(evening?.total).toBe(whole?.times.evening);
    expect(evening?.items.every(({ occurrence }) => occurrence.starts_at.slice(11, 13) >= '17')).toBe(true);
  });

  it('comes in pages of each day that make up the whole', async () => {
    const whole = await itemsOf('on=2026-11-26');
    const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((page) => ask(`on=2026-11-26&per_day=9&page=${page}`)));
    expect(slugs(pages.flatMap(({ days }) => days.flatMap(({ items }) => items))).slice(0, 90)).toEqual(slugs(whole).slice(0, 90));
  });

  it('has coordinators’ open doors among it, unless something is asked that only assets have', async () => {
    expect((await itemsOf('')).filter(({ coordinator }) => coordinator).length).toBeGreaterThan(5);
    expect((await itemsOf('area=abbey-and-riverside&cost=free')).some(({ coordinator }) => coordinator)).toBe(true);
    expect((await itemsOf('topic=music')).some(({ coordinator }) => coordinator)).toBe(false);
  });

  it('says when there is something again', async () => {
    const quiet = await ask('q=handbells&on=2026-11-24');
    expect(quiet.total).toBe(0);
    const [next] = (await ask(`q=handbells&on=${quiet.next}`)).days;
    expect(next?.total).toBeGreaterThan(0);
  });
});

describe('what is not as usual', () => {
  it('is told on the old day and on the new one', async () => {
    const of = (items: WhatsOnItem[]) => items.filter(({ listing }) => listing?.slug === 'cor-y-bont').map(({ occurrence }) => occurrence);
    const [left] = of(await itemsOf('on=2026-12-08'));
    const [moved] = of(await itemsOf('on=2026-12-09'));
    expect(left).toMatchObject({ status: 'cancelled', moved_to: moved?.starts_at, note: 'the chapel has a concert that night' });
    expect(moved).toMatchObject({ status: 'moved', moved_from: left?.starts_at, moved_to: null });
  });

  it('is told on the asset too, and the old day is never its next date', async () => {
    const asset = (await test.app.inject('/api/v1/assets/cor-y-bont')).json<{ dates: { starts_at: string; status: string }[] }>();
    const seen = asset.dates.filter(({ starts_at }) => /^2026-12-0[89]/.test(starts_at)).map(({ status }) => status);
    expect(seen).toEqual(['cancelled', 'moved']);
  });

  it('gives its own reason, never what holds for every date', async () => {
    const { db } = test.deps;
    await db.query(
      'standing-note',
      `update sessions set note = 'Bring a mug' where asset_id = (select id from assets where slug = 'mend-and-natter')`,
    );
    await db.query(
      'no-reason',
      `update session_exceptions set note = null
      where session_id in (select id from sessions where asset_id = (select id from assets where slug = 'mend-and-natter'))`,
    );
    const [asset] = await db.query<{ id: string }>('mend', `select id from assets where slug = 'mend-and-natter'`);
    await db.transaction((tx) => materialiseOccurrences(tx, TEST_NOW, { assetIds: [asset?.id ?? ''] }));
    const dates = (await itemsOf('q=mend+and+natter&from=2026-11-23&to=2026-12-06')).filter(
      ({ listing, occurrence }) => listing?.slug === 'mend-and-natter' && occurrence.type === 'session',
    );
    expect(dates.map(({ occurrence }) => [occurrence.status, occurrence.note])).toEqual([
      ['on', 'Bring a mug'],
      ['cancelled', null],
    ]);
    const asked = await test.app.inject('/api/v1/assets/mend-and-natter/occurrences?from=2026-11-23&to=2026-12-06');
    const told = asked.json<{ items: { type: string; note: string | null }[] }>().items.filter(({ type }) => type === 'session');
    expect(told.map(({ note }) => note)).toEqual(['Bring a mug', null]);
  });

  it('belongs to the day on which it starts when it runs past midnight', async () => {
    const { db } = test.deps;
    const [asset] = await db.query<{ id: string }>(
      'late',
      `insert into sessions (asset_id, title, rule, starts_on, start_time, minutes)
      select id, 'Late shift', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-06', '22:30', 240 from assets where slug = 'mend-and-natter' returning asset_id as id`,
    );
    await db.transaction((tx) => materialiseOccurrences(tx, TEST_NOW, { assetIds: [asset?.id ?? ''] }));
    const late = (items: WhatsOnItem[]) => items.filter(({ occurrence }) => occurrence.title === 'Late shift').length;
    expect([late(await itemsOf('on=2026-11-27')), late(await itemsOf('on=2026-11-28'))]).toEqual([1, 0]);
  });
});

describe('find’s filters, asked of dates', () => {
  it.each<[string, (listing: NonNullable<WhatsOnItem['listing']>) => boolean]>([
    ['area=bryn-melyn', ({ area }) => area?.slug === 'bryn-melyn'],
    ['topic=music,games', ({ topics }) => topics.includes('music') || topics.includes('games')],
    ['kind=group', ({ kind }) => kind === 'group'],
    ['cost=free', ({ cost }) => cost.type === 'free'],
    ['access=hearing-loop', ({ access }) => access.includes('hearing-loop')],
    ['language=cy', ({ languages }) => languages.includes('cy')],
  ])('%s keeps all that fits and nothing else', async (query, fits) => {
    const listed = (items: WhatsOnItem[]) =>
      items.flatMap(({ listing, occurrence }) => (listing ? [{ listing, at: occurrence.starts_at }] : []));
    const key = ({ listing, at }: { listing: { slug: string }; at: string }) => `${at} ${listing.slug}`;
    const expected = listed(await itemsOf('')).filter(({ listing }) => fits(listing));
    expect(expected.length).toBeGreaterThan(0);
    expect(listed(await itemsOf(query)).map(key)).toEqual(expected.map(key));
  });

  it('within a walk goes by where it is that day, and says how far', async () => {
    const around = await itemsOf('near=QX3+2AB&within=800');
    const everywhere = await itemsOf('near=QX3+2AB');
    expect(around.length).toBeGreaterThan(3);
    const near = everywhere.filter(({ distance_metres: metres }) => metres !== null && metres <= 800);
    expect(slugs(around)).toEqual(slugs(near));
    expect(everywhere.length).toBeGreaterThan(around.length);
  });

  it('a box of the map holds only what lies in it', async () => {
    const boxed = await itemsOf('bbox=-3.02,52.24,-3.0,52.26&kind=group');
    expect(boxed.length).toBeGreaterThan(0);
    for (const { listing } of boxed) expect(listing?.point === null || (listing?.point.lng ?? 0) > -3.1).toBe(true);
    expect((await itemsOf('bbox=10,10,11,11')).length).toBe(0);
  });

  it('weekdays and parts of the day choose among the dates', async () => {
    const tuesdays = await ask('day=tuesday&time=evening&from=2026-11-23&to=2026-12-07');
    expect(tuesdays.days.filter(({ total }) => total > 0).map(({ date }) => date)).toEqual(['2026-11-24', '2026-12-01']);
  });

  it('words find what they find in the list, cancelled dates among them', async () => {
    const found = await itemsOf('q=choir');
    const listed = (await test.app.inject('/api/v1/assets?q=choir&per_page=100')).json<{ items: { slug: string }[] }>();
    expect(found.length).toBeGreaterThan(0);
    expect(slugs(found).every((slug) => listed.items.some((item) => item.slug === slug))).toBe(true);
    const cancelled = await itemsOf('q=cor+meibion&on=2026-11-25');
    expect(cancelled.filter((item) => !isOn(item)).map(({ listing }) => listing?.slug)).toEqual(['cor-meibion-y-castell']);
  });
});

describe('what could not be done as it was wished for', () => {
  it.each([
    ['q=choir+QX9+9ZZ', 'unknown-postcode', 'QX9 9ZZ'],
    ['q=choir+within+walking+distance', 'no-place', null],
    ['q=%3F%3F', 'no-words', '??'],
    ['q=choir', null, null],
  ])('is said as find says it: %s', async (query, code, about) => {
    const { notice_code, notice_about } = await ask(query);
    expect([notice_code, notice_about]).toEqual([code, about]);
    const found = (await test.app.inject(`/api/v1/assets?${query}`)).json();
    expect([found.notice_code, found.notice_about]).toEqual([code, about]);
  });
});

describe('words that more is called by than an index hands out', () => {
  it('still find what is there in a place, and say so where no place is asked', async () => {
    const { db } = test.deps;
    const rows = await db.query<{ id: string }>(
      'many-harps',
      `insert into assets (slug, kind, name, summary, lat, lng, last_checked_at)
      select 'harp-' || n, 'group', 'Harp', 'Harp', 54, -1, $1::timestamptz from generate_series(1, 1100) n
      union all select 'harpist', 'group', 'Tunes', 'A harp goes round', 52.25, -3.01, $1::timestamptz
      returning id`,
      [TEST_NOW],
    );
    const [late] = await db.query<{ id: string }>(
      'harpist',
      `insert into sessions (asset_id, rule, starts_on, start_time, minutes)
      select id, 'FREQ=DAILY', '2026-11-01', '18:00', 60 from assets where slug = 'harpist' returning asset_id as id`,
    );
    await db.transaction(async (tx) => {
      await materialiseOccurrences(tx, TEST_NOW, { assetIds: [late?.id ?? ''] });
      await recordChange(tx, TEST_NOW, { assetIds: rows.map(({ id }) => id) });
    });
    const everywhere = await ask('q=harp&on=2026-11-24');
    expect(everywhere.notice).toMatch(/the 1,000 best/);
    const here = await ask('q=harp&on=2026-11-24&bbox=-3.02,52.24,-3.0,52.26');
    expect(here.notice).toBeNull();
    expect(slugs(here.days.flatMap(({ items }) => items))).toEqual(['harpist']);
    const nearest = await ask('q=harp&on=2026-11-24&near=52.25,-3.02');
    expect(slugs(nearest.days.flatMap(({ items }) => items))).toEqual(['harpist']);
  });
});

describe('Christmas in the sample', () => {
  it('has groups and open doors resting and saying so, and carols sung', async () => {
    const christmas = await itemsOf('on=2026-12-25');
    const resting = christmas.filter((item) => !isOn(item));
    expect(resting.length).toBeGreaterThan(5);
    expect(resting.some(({ coordinator }) => coordinator !== null)).toBe(true);
    for (const { listing } of resting) expect(listing?.topics ?? []).not.toContain('faith');
    expect(resting.map(({ occurrence }) => occurrence.note)).toContain('it is Christmas Day');
  });
});

describe('what is counted of a day that was asked for before', () => {
  it.each([
    ['a group’s date', 'asset_id in (select asset_id from asset_search)'],
    ['an open door', 'coordinator_id in (select id from coordinators where active)'],
  ])('follows at once when %s is taken off', async (what, whose) => {
    const before = (await ask('per_day=100')).days;
    const [gone] = await test.deps.db.query<{ date: string }>(
      `take-off ${what}`,
      `delete from occurrences where ctid = (
        select ctid from occurrences where local_date between '2026-11-25' and '2026-11-29' and status = 'on' and ${whose}
        order by starts_at, coalesce(asset_id, coordinator_id) limit 1)
      returning local_date::text as date`,
    );
    expect(gone).toBeDefined();
    const after = (await ask('per_day=100')).days;
    for (const [at, { date, total, listed, items }] of after.entries()) {
      expect([total, listed]).toEqual([items.filter(isOn).length, items.length]);
      expect(total).toBe((before[at]?.total ?? 0) - (date === gone?.date ? 1 : 0));
    }
  });
});
