import { lapsedAfter, residentHeadStart } from '../checks/freshness-rules.ts';

// `freshnessOf` in SQL, with what a neighbour's check has behind it (`countedFrom`), for assets `a` of kind `k`; `now` is an expression that tells
// the time. Each compares the column itself with a time that is the same for all of a kind, so that `assets_by_check` serves.

/** Of 24 hours, as the rules have it: a day would be looked up in the calendar, for each asset. */
const ago = (now: string, halfLives: number) => `${now} - k.half_life_days * ${halfLives}::float8 * interval '24 hours'`;

/** The last check counts from so many half-lives ago, or more. Not so where there was none. */
export const olderThan = (now: string, halfLives: number) => `(a.last_checked_at <= ${ago(now, halfLives - residentHeadStart)}
      and (a.last_checked_by is not distinct from 'resident' or a.last_checked_at <= ${ago(now, halfLives)}))`;

/** It counts from less than so many half-lives ago. Not so where there was none. */
export const youngerThan = (now: string, halfLives: number) => `(a.last_checked_at > ${ago(now, halfLives)}
      and (a.last_checked_by is distinct from 'resident' or a.last_checked_at > ${ago(now, halfLives - residentHeadStart)}))`;

/** Nothing lapsed is public. */
export const notLapsedAt = (now: string) => `(a.last_checked_at is null or ${youngerThan(`${now}::timestamptz`, lapsedAfter)})`;

/** How many half-lives ago the last check counts from, for an order or a date. Null: never checked. */
export const halfLivesAt = (now: string) => `(date_part('epoch', ${now}::timestamptz - a.last_checked_at) / 86400 / k.half_life_days
      + case when a.last_checked_by = 'resident' then ${residentHeadStart} else 0 end)`;

/** From so many half-lives on it has lapsed. */
export const lapsedFrom = lapsedAfter;

/** For an asset `a`: what is offered has not ended; `now` is an expression that tells the time. */
export const notExpiredAt = (now: string) =>
  `a.id not in (select asset_id from gifts where expires_on < (${now} at time zone 'Europe/London')::date)`;
