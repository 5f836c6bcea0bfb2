import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshDates } from '../../api/sessions/keep-dates-ready.ts';
import { TEST_NOW } from '../support/test-clock.ts';
import { createTestDeps } from '../support/test-deps.ts';

let deps: Awaited<ReturnType<typeof createTestDeps>>;
beforeAll(async () => {
  deps = await createTestDeps('sample');
});
afterAll(() => deps.close());

const at = (days: number) => ({ ...deps, clock: { now: () => new Date(TEST_NOW.getTime() + days * 86_400_000) } });
const span = async () => {
  const [row] = await deps.db.query<{ first: string; last: string }>(
    'span',
    'select min(local_date) as first, max(local_date) as last from occurrences',
  );
  return row;
};

describe('dates worked out ahead', () => {
  it('are left alone on the day they were made', async () => {
    expect(await refreshDates(at(0))).toBe(false);
  });

  it('move on with the calendar, once a day, and what has lapsed meanwhile is no longer found', async () => {
    const before = await span();
    expect(await refreshDates(at(30))).toBe(true);
    expect(await refreshDates(at(30))).toBe(false);
    const after = await span();
    expect(after?.first && before?.first && after.first > before.first).toBe(true);
    expect(after?.last && before?.last && after.last > before.last).toBe(true);
  });

  it('tell the other index of what really changed, and no more', async () => {
    await refreshDates(at(31));
    await deps.db.query('forget-lines', 'delete from outbox');
    await deps.db.query('forget-day', "update program_facts set value = to_jsonb('2026-01-01'::text) where name = 'dates-made-on'");
    expect(await refreshDates(at(31))).toBe(true);
    expect(await deps.db.query('lines', 'select document_id from outbox')).toEqual([]);
  });

  it('are begun anew when the work was broken off', async () => {
    let asked = 0;
    const isStopped = () => {
      asked += 1;
      return asked > 2;
    };
    expect(await refreshDates(at(32), isStopped)).toBe(false);
    expect(await refreshDates(at(32))).toBe(true);
  });

  it('are made by one of several processes that ask at the same time', async () => {
    const answers = await Promise.all([refreshDates(at(33)), refreshDates(at(33)), refreshDates(at(33))]);
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  it('hide what nobody has checked for three half-lives', async () => {
    const found = async () =>
      (await deps.db.query<{ n: number }>('count-search', 'select count(*)::int as n from asset_search where tier = 0'))[0]?.n ?? 0;
    const before = await found();
    await refreshDates(at(500));
    expect(await found()).toBeLessThan(before);
  });
});
