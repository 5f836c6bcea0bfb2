import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Queryable } from '../../api/db/database.ts';
import { materialiseOccurrences } from '../../api/sessions/materialise-occurrences.ts';
import { refreshDates } from '../../api/sessions/refresh-dates.ts';
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

const startsOf = async (sessionId: string | undefined) =>
  (
    await deps.db.query<{ at: string }>(
      'starts-of',
      `select distinct to_char(starts_at at time zone 'Europe/London', 'HH24:MI') as at from occurrences where session_id = $1::uuid and status = 'on'`,
      [sessionId],
    )
  ).map(({ at: time }) => time);
/** How many wait for a lock in this database. */
const waiting = async (tx: Queryable) =>
  (await tx.query('waiting', "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")).length;

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

  it('keep the time of their last change while they stay as they are', async () => {
    const changes = () =>
      deps.db.query<{ at: string }>(
        'changes',
        `select string_agg(changed_at::text, ',' order by session_id, event_id, starts_at, moved_from) as at
      from occurrences where local_date < '2027-02-01'`,
      );
    await refreshDates(at(34));
    await deps.db.query('forget-past', "delete from occurrences where local_date < '2026-12-30'");
    const before = await changes();
    await refreshDates(at(35));
    await deps.db.query('forget-past', "delete from occurrences where local_date < '2026-12-30'");
    expect(await changes()).toEqual(before);
  });

  it('are those of an edit that was under way while the night’s work came by', async () => {
    const [session] = await deps.db.query<{ id: string; asset_id: string }>(
      'a-session',
      `select s.id, s.asset_id from sessions s join assets a on a.id = s.asset_id where a.slug = 'cor-y-bont' limit 1`,
    );
    const night = await deps.db.transaction(async (tx) => {
      await tx.query('hold', 'update assets set updated_at = now() where id = $1::uuid', [session?.asset_id]);
      await tx.query('edit', "update sessions set start_time = '06:15' where id = $1::uuid", [session?.id]);
      const work = refreshDates(at(36));
      // The night is through with all others and waits for this one.
      await expect.poll(() => waiting(tx)).toBeGreaterThan(0);
      await materialiseOccurrences(tx, at(36).clock.now(), { assetIds: [session?.asset_id ?? ''] });
      return { work };
    });
    expect(await night.work).toBe(true);
    expect(await startsOf(session?.id)).toEqual(['06:15']);
  });

  it('are never there twice, when two work them out at once', async () => {
    const [asset] = await deps.db.query<{ id: string }>('an-asset', "select id from assets where slug = 'cor-y-bont'");
    const remake = (tx: Queryable) => materialiseOccurrences(tx, at(36).clock.now(), { assetIds: [asset?.id ?? ''] });
    const count = async () => (await deps.db.query('dates-of', 'select from occurrences where asset_id = $1::uuid', [asset?.id])).length;
    await deps.db.transaction(remake);
    const before = await count();
    const other = await deps.db.transaction(async (tx) => {
      await tx.query('none', 'delete from occurrences where asset_id = $1::uuid', [asset?.id]);
      await remake(tx);
      const work = deps.db.transaction(remake);
      await expect.poll(() => waiting(tx)).toBeGreaterThan(0);
      return { work };
    });
    await other.work;
    expect(await count()).toBe(before);
  });

  it('hide what nobody has checked for three half-lives', async () => {
    const found = async () =>
      (await deps.db.query<{ n: number }>('count-search', 'select count(*)::int as n from asset_search where tier = 0'))[0]?.n ?? 0;
    const before = await found();
    await refreshDates(at(500));
    expect(await found()).toBeLessThan(before);
  });
});
