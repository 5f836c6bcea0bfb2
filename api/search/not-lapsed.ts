import { lapsedAfter, residentHeadStart } from '../checks/freshness-rules.ts';

/**
 * `freshnessOf` in SQL, with what a neighbour's check has behind it (`countedFrom`): nothing lapsed is public. For assets `a` of kind `k`; `now` is
 * the parameter that holds the time.
 */
export const notLapsedAt = (now: string) => `(a.last_checked_at is null or a.last_checked_at > ${now}::timestamptz - k.half_life_days
      * (${lapsedAfter} - case when a.last_checked_by = 'resident' then ${residentHeadStart} else 0 end) * interval '1 day')`;

/** `freshnessOf` in SQL as a number: how many half-lives ago the last check counts from. Null: never checked. For assets `a` of kind `k`. */
export const halfLivesAt = (now: string) => `(extract(epoch from ${now}::timestamptz - a.last_checked_at)::float8 / 86400 / k.half_life_days
      + case when a.last_checked_by = 'resident' then ${residentHeadStart} else 0 end)`;

/** From so many on it has lapsed. */
export const lapsedFrom = lapsedAfter;
