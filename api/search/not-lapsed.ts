import { lapsedAfter, residentHeadStart } from '../checks/freshness-rules.ts';

/**
 * `freshnessOf` in SQL, with what a neighbour's check has behind it (`countedFrom`): nothing lapsed is public. For assets `a` of kind `k`; `now` is
 * the parameter that holds the time.
 */
export const notLapsedAt = (now: string) => `(a.last_checked_at is null or a.last_checked_at > ${now}::timestamptz - k.half_life_days
      * (${lapsedAfter} - case when a.last_checked_by = 'resident' then ${residentHeadStart} else 0 end) * interval '1 day')`;

/** How many half-lives ago it was last checked, as `freshnessOf` of `countedFrom` has it; null: never. `now` as above. */
export const halfLivesSinceCheck = (now: string) =>
  `(extract(epoch from ${now}::timestamptz - a.last_checked_at) / 86400 / k.half_life_days
      + case when a.last_checked_by = 'resident' then ${residentHeadStart} else 0 end)`;
