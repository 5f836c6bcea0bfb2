import type { Checker, Freshness } from '../contract/vocabulary.ts';

const dayMs = 86_400_000;

/** What decides from when an asset's freshness is counted. */
export interface LastCheck {
  last_checked_at: Date | null;
  last_checked_by: Checker | null;
  half_life_days: number;
}

/** The part of a half-life that a neighbour's check starts with behind it: it keeps things fresh for a third of the usual time. */
export const residentHeadStart = 2 / 3;

/** In half-lives. */
export const lapsedAfter = 3;

/**
 * The instant from which the last check counts. Anyone may say "still right" without a name, so a neighbour's check counts less than one by
 * the group, a coordinator or a builder: as though it had been made two thirds of a half-life before.
 */
export function countedFrom({ last_checked_at: at, last_checked_by: by, half_life_days: halfLifeDays }: LastCheck): Date | null {
  if (at === null || by !== 'resident') return at;
  return new Date(at.getTime() - residentHeadStart * halfLifeDays * dayMs);
}

/** Whether a neighbour's check now says more than what stands: never while somebody who knows has checked lately, nor for what has lapsed. */
export function residentCheckCounts(last: LastCheck, now: Date): boolean {
  const standing = countedFrom(last);
  if (standing === null) return true;
  if (freshnessOf(standing, last.half_life_days, now) === 'lapsed') return false;
  return (countedFrom({ ...last, last_checked_at: now, last_checked_by: 'resident' }) ?? standing) > standing;
}

/** Fresh for one half-life of its kind after the last check, then ageing, stale, and after `lapsedAfter` lapsed: never public. */
export function freshnessOf(lastCheckedAt: Date | null, halfLifeDays: number, now: Date): Freshness {
  if (lastCheckedAt === null) return 'stale';
  const halfLives = (now.getTime() - lastCheckedAt.getTime()) / dayMs / halfLifeDays;
  if (halfLives < 1) return 'fresh';
  if (halfLives < 2) return 'ageing';
  return halfLives < lapsedAfter ? 'stale' : 'lapsed';
}
