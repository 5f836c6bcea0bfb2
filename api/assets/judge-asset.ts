import { countedFrom, freshnessOf } from '../checks/freshness-rules.ts';
import type { Freshness } from '../contract/vocabulary.ts';
import { londonDate } from '../time/london-time.ts';
import type { ListingRow } from './asset-queries.ts';
import { mayBeSeen } from './asset-rules.ts';

type JudgedRow = Pick<ListingRow, 'status' | 'last_checked_at' | 'last_checked_by' | 'half_life_days' | 'gift_expires_on'>;

/** How fresh it is, when it was last checked (YYYY-MM-DD), and whether the public may see it. */
export function judgeAsset(row: JudgedRow, now: Date): { freshness: Freshness; checkedOn: string | null; visible: boolean } {
  const freshness = freshnessOf(countedFrom(row), row.half_life_days, now);
  return {
    freshness,
    checkedOn: row.last_checked_at ? londonDate(row.last_checked_at) : null,
    visible: mayBeSeen({ status: row.status, freshness, giftExpiresOn: row.gift_expires_on }, londonDate(now)),
  };
}
