import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { countedFrom, freshnessOf, residentCheckCounts } from '../../api/checks/freshness-rules.ts';
import type { Checker } from '../../api/contract/vocabulary.ts';
import { sendForm } from '../support/send-form.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { movingClock, TEST_NOW } from '../support/test-clock.ts';

const dayMs = 86_400_000;
const clock = movingClock();
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample', {}, { clock });
});
afterAll(() => test.close());
afterEach(() => clock.pass(2 * dayMs));

const slug = 'mend-and-natter';
const press = (from: string) => sendForm(test.app, `/around/${slug}/still-right`, { from });

async function lastCheckedAs(by: Checker, daysAgo: number) {
  const at = new Date(clock.now().getTime() - daysAgo * dayMs);
  await test.deps.db.query(
    'set-check',
    'update assets set last_checked_at = $2::timestamptz, last_checked_by = $3::text where slug = $1::text',
    [slug, at, by],
  );
}

async function standing() {
  const [row] = await test.deps.db.query<{ by: string; today: number; lines: number; standing: number }>(
    'standing',
    `select a.last_checked_by as by,
       (select count(*)::int from checks c where c.asset_id = a.id and c.by_kind = 'resident' and c.checked_at > $2::timestamptz - interval '1 hour') as today,
       (select (s.document ->> 'standing')::int from asset_search s where s.id = 'asset-' || a.id) as standing
     from assets a where slug = $1::text`,
    [slug, clock.now()],
  );
  return row;
}

describe('a neighbour who says "still right"', () => {
  it('is thanked, noted, and makes what was stale fresh again, in the search too', async () => {
    await lastCheckedAs('group', 300);
    const answer = await press('192.0.2.1');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/around/${slug}/still-right?thanks=yes`]);
    expect((await test.app.inject(String(answer.headers.location))).body).toContain('<h1>Thank you</h1>');
    expect(await standing()).toMatchObject({ by: 'resident', today: 1, standing: 5 });
    const { checked } = (await test.app.inject(`/api/v1/assets/${slug}`)).json<{ checked: object }>();
    expect(checked).toMatchObject({ by: 'resident', freshness: 'fresh' });
  });

  it('does not stand in for someone who knows and has checked lately', async () => {
    await lastCheckedAs('coordinator', 30);
    await press('192.0.2.1');
    expect(await standing()).toMatchObject({ by: 'coordinator', today: 1 });
  });

  it('counts once a day, whatever the language, and in no other house twice a day', async () => {
    await lastCheckedAs('group', 300);
    for (const from of ['192.0.2.1', '192.0.2.1', '192.0.2.2', '192.0.2.3', '2001:db8::1'])
      expect((await press(from)).statusCode).toBe(303);
    expect((await sendForm(test.app, `/cy/around/${slug}/still-right`, { from: '192.0.2.1' })).statusCode).toBe(303);
    expect(await standing()).toMatchObject({ today: 2 });
  });

  it('counts for two who press at the same moment from one connection as for one', async () => {
    await lastCheckedAs('group', 300);
    await Promise.all([press('192.0.2.7'), press('192.0.2.7'), press('192.0.2.7')]);
    expect(await standing()).toMatchObject({ today: 1 });
  });

  it('is thanked and noted also while something long holds the listing', async () => {
    await lastCheckedAs('group', 300);
    await test.deps.db.transaction(async (tx) => {
      await tx.query('hold', 'select id from assets where slug = $1::text for share', [slug]);
      for (const from of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) expect((await press(from)).statusCode).toBe(303);
    });
    expect(await standing()).toMatchObject({ by: 'group', today: 2 });
  });

  it('leaves nothing behind that says who', async () => {
    const columns = await test.deps.db.query<{ name: string }>(
      'columns',
      "select column_name as name from information_schema.columns where table_name = 'checks' order by 1",
    );
    expect(columns.map(({ name }) => name)).toEqual(['asset_id', 'by_kind', 'checked_at', 'id', 'stood_at', 'stood_by']);
  });
});

describe('a check by a neighbour', () => {
  const at = (daysAgo: number) => new Date(TEST_NOW.getTime() - daysAgo * dayMs);
  const check = (daysAgo: number, by: Checker) => ({ last_checked_at: at(daysAgo), last_checked_by: by, half_life_days: 120 });

  it.each([
    [0, 'fresh'],
    [39, 'fresh'],
    [41, 'ageing'],
    [159, 'ageing'],
    [161, 'stale'],
    [281, 'lapsed'],
  ])('keeps things fresh for a third of the usual time: after %d days of 120 they are %s', (days, freshness) => {
    expect(freshnessOf(countedFrom(check(days, 'resident')), 120, TEST_NOW)).toBe(freshness);
  });

  it.each<[number, Checker, boolean]>([
    [79, 'group', false],
    [81, 'group', true],
    [1, 'resident', true],
    [359, 'coordinator', true],
    [361, 'coordinator', false],
    [281, 'resident', false],
  ])('after %d days since one by a %s: counts is %s', (days, by, counts) => {
    expect(residentCheckCounts(check(days, by), TEST_NOW)).toBe(counts);
  });

  it('counts for what nobody has ever checked', () => {
    expect(residentCheckCounts({ last_checked_at: null, last_checked_by: null, half_life_days: 120 }, TEST_NOW)).toBe(true);
  });
});
