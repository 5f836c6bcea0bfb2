import type { Freshness } from '../contract/vocabulary.ts';

const dayMs = 86_400_000;

/** Fresh for one half-life of its kind after the last check, then ageing, stale, and after three lapsed: never public. */
export function freshnessOf(lastCheckedAt: Date | null, halfLifeDays: number, now: Date): Freshness {
  if (lastCheckedAt === null) return 'stale';
  const halfLives = (now.getTime() - lastCheckedAt.getTime()) / dayMs / halfLifeDays;
  if (halfLives < 1) return 'fresh';
  if (halfLives < 2) return 'ageing';
  return halfLives < 3 ? 'stale' : 'lapsed';
}
