import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quality } from '../../api/contract/quality.ts';
import { presentFigures } from '../../api/quality/present-quality.ts';
import { toldCount, toldParts, toldShare } from '../../api/quality/small-counts-rules.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { TEST_NOW } from '../support/test-clock.ts';

const dayMs = 86_400_000;
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample');
  await test.deps.db.query('no-assets', 'delete from assets');
  await put(12, 10, 'group');
  await put(6, 20, 'coordinator');
  await put(7, 89, 'builder');
  await put(5, 30, 'resident');
  await put(9, 130, 'group');
  await put(8, 250, 'group');
  await put(3, null, null);
  await put(5, 361, 'group');
  await put(2, 5, 'group', 'bryn-melyn');
});
afterAll(() => test.close());

/** Groups, whose half-life is 120 days, last checked so long ago. */
const put = (count: number, daysAgo: number | null, by: string | null, area = 'abbey-and-riverside') =>
  test.deps.db.query(
    'put-assets',
    `insert into assets (slug, kind, name, summary, area_id, last_checked_at, last_checked_by)
     select gen_random_uuid()::text, 'group', 'One of many', 'Here.', r.id, $2::timestamptz, $3::text
     from areas r, generate_series(1, $1::int) where r.slug = $4::text`,
    [count, daysAgo === null ? null : new Date(TEST_NOW.getTime() - daysAgo * dayMs), by, area],
  );
const quality = async () => (await test.app.inject('/api/v1/quality')).json<Quality>();

describe('how true the directory is', () => {
  it('is told by area: what was checked in 90 days and by whom, what has grown old, what was taken off', async () => {
    const { areas, on } = await quality();
    expect(on).toBe('2026-11-23');
    expect(areas.find(({ slug }) => slug === 'abbey-and-riverside')).toMatchObject({
      listed: 50,
      lapsed: 5,
      checked: 30,
      // Of 55: what has lapsed is not left out to look better.
      share: 55,
      by: { group: 12, coordinator: 13, resident: 5 },
      ageing: 9,
      stale: 11,
      asked: 0,
      answered: 0,
    });
  });

  it('hides what is too few to tell', async () => {
    const { areas } = await quality();
    expect(areas.find(({ slug }) => slug === 'bryn-melyn')).toMatchObject({ listed: null, checked: null, share: null, lapsed: 0 });
    expect(areas.find(({ slug }) => slug === 'castle-and-market')).toMatchObject({ listed: 0, share: null });
  });

  it('counts letters and answers, each thing once', async () => {
    await test.deps.db.query(
      'letters',
      `insert into confirm_requests (asset_id, letter_id, stage, token_hash, contact_hash, made_at, expires_at, answered_at, answer)
       select a.id, gen_random_uuid(), stage, sha256((a.slug || stage)::bytea), '', $1::timestamptz, $1::timestamptz,
         case when n <= 6 and stage = 'reminder' then $1::timestamptz end, case when n <= 6 and stage = 'reminder' then 'right' end
       from (select *, row_number() over (order by slug) as n from assets limit 14) a, unnest(array['ageing', 'reminder']) stage`,
      [TEST_NOW],
    );
    const { all } = await quality();
    expect(all).toMatchObject({ asked: 14, answered: 6 });
  });

  it('is a page for everyone, in both languages, that script and style are not needed for', async () => {
    for (const [url, words] of [
      ['/quality', ['How true is this?', '55%', '1 to 4', 'Answered: 6.']],
      ['/cy/quality', ['Pa mor wir yw hyn?', '55%', '1 i 4', 'Atebwyd: 6.']],
    ] as const) {
      const { body } = await test.app.inject({ url, headers: { 'accept-encoding': 'identity' } });
      for (const word of words) expect(body).toContain(word);
    }
    for (const url of ['/', '/areas/abbey-and-riverside'])
      expect((await test.app.inject({ url, headers: { 'accept-encoding': 'identity' } })).body).toContain('href="/quality"');
  });
});

describe('what is too few to tell', () => {
  it.each([
    [0, 0],
    [1, null],
    [4, null],
    [5, 5],
  ])('%d is %s', (count, told) => {
    expect(toldCount(count)).toBe(told);
  });

  it('cannot be worked out from its sum and the other parts', () => {
    expect(toldParts({ group: 12, coordinator: 3, resident: 6 })).toEqual({ group: 12, coordinator: null, resident: null });
    expect(toldParts({ group: 12, coordinator: 3, resident: 2 })).toEqual({ group: 12, coordinator: null, resident: null });
    expect(toldParts({ group: 12, coordinator: 3, resident: 0 })).toEqual({ group: null, coordinator: null, resident: 0 });
  });

  it('has no share', () => {
    expect([toldShare(3, 50), toldShare(2, 4), toldShare(0, 50), toldShare(45, 50)]).toEqual([null, null, 0, 90]);
  });

  it('never stands in any figure, whatever the counts', () => {
    const count = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(
        fc.record({
          ...{ fresh: count, ageing: count, stale: count, lapsed: count, checked: count, by_group: count, by_coordinator: count },
          ...{ by_resident: count, asked: count, answered: count },
        }),
        (counts) => {
          const { share: _share, by, ...figures } = presentFigures(counts);
          for (const figure of [...Object.values(figures), ...Object.values(by)])
            expect(figure === null || figure === 0 || figure >= 5).toBe(true);
        },
      ),
    );
  });
});
