import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countedFrom, freshnessOf, type LastCheck } from '../../api/checks/freshness-rules.ts';
import { checkers, type Freshness } from '../../api/contract/vocabulary.ts';
import type { Deps } from '../../api/deps.ts';
import { halfLivesAt, lapsedFrom, notLapsedAt, olderThan, youngerThan } from '../../api/search/not-lapsed.ts';
import { TEST_NOW } from '../support/test-clock.ts';
import { createTestDeps } from '../support/test-deps.ts';

const dayMs = 86_400_000;
let deps: Deps & { close(): Promise<void> };
beforeAll(async () => {
  deps = await createTestDeps('empty');
});
afterAll(() => deps.close());

/** Of checks at every age, and most often at the very moment when something becomes another. */
const lastCheck = fc
  .record({
    half_life_days: fc.integer({ min: 7, max: 3_650 }),
    last_checked_by: fc.constantFrom(...checkers, null),
    thirds: fc.option(fc.integer({ min: 0, max: 12 })),
    anyMs: fc.integer({ min: 0, max: 15_000 * dayMs }),
    slipMs: fc.constantFrom(-dayMs, -1_000, -1, 0, 0, 1, 1_000, dayMs),
  })
  .map(({ half_life_days, last_checked_by, thirds, anyMs, slipMs }): LastCheck => {
    const ageMs = thirds === null ? anyMs : (thirds * half_life_days * dayMs) / 3;
    return { half_life_days, last_checked_by, last_checked_at: new Date(TEST_NOW.getTime() - ageMs - slipMs) };
  });
const checks = fc.array(
  fc.oneof({ weight: 9, arbitrary: lastCheck }, { weight: 1, arbitrary: lastCheck.map((check) => ({ ...check, last_checked_at: null })) }),
  {
    minLength: 200,
    maxLength: 200,
  },
);

interface Read {
  /** What holds, of these and no others. */
  holds: string[];
  half_lives: number | null;
}

const now = '$1::timestamptz';
const judgements = {
  ...{ 'older than 1': olderThan(now, 1), 'older than 2': olderThan(now, 2), 'older than 3': olderThan(now, lapsedFrom) },
  ...{ 'younger than 1': youngerThan(now, 1), 'younger than 2': youngerThan(now, 2), 'younger than 3': youngerThan(now, lapsedFrom) },
  shown: notLapsedAt('$1'),
};
const readAll = (all: LastCheck[]) =>
  deps.db.query<Read>(
    'freshness-in-sql',
    `select array_remove(array[${Object.entries(judgements).map(([name, sql]) => `case when ${sql} then '${name}' end`)}], null) as holds,
       ${halfLivesAt('$1')} as half_lives
     from rows from (jsonb_to_recordset($2::jsonb) as (last_checked_at timestamptz, last_checked_by text, half_life_days int))
       with ordinality as a (last_checked_at, last_checked_by, half_life_days, place)
     cross join lateral (select a.half_life_days) k order by a.place`,
    [TEST_NOW, JSON.stringify(all)],
  );

const byTheRules: Record<Freshness, string[]> = {
  fresh: ['younger than 1', 'younger than 2', 'younger than 3', 'shown'],
  ageing: ['older than 1', 'younger than 2', 'younger than 3', 'shown'],
  stale: ['older than 1', 'older than 2', 'younger than 3', 'shown'],
  lapsed: ['older than 1', 'older than 2', 'older than 3'],
};

describe('freshness as SQL reads it', () => {
  it('is what the rules say, to the moment, whoever checked', async () => {
    await fc.assert(
      fc.asyncProperty(checks, async (all) => {
        for (const [at, { holds, half_lives }] of (await readAll(all)).entries()) {
          const check = all[at] as LastCheck;
          const from = countedFrom(check);
          const expected = from === null ? ['shown'] : byTheRules[freshnessOf(from, check.half_life_days, TEST_NOW)];
          expect(holds, JSON.stringify(check)).toEqual(expected);
          if (from === null) expect(half_lives).toBeNull();
          else expect(half_lives).toBeCloseTo((TEST_NOW.getTime() - from.getTime()) / dayMs / check.half_life_days, 6);
        }
      }),
      { numRuns: 40 },
    );
  });
});
