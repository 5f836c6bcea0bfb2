import type { Freshness } from '../contract/vocabulary.ts';

/** What decides whether the public may see an asset. */
export interface Visibility {
  status: string;
  freshness: Freshness;
  giftExpiresOn: string | null;
}

/** Published, not lapsed, and a person's gift only for as long as they said. `today` is YYYY-MM-DD. */
export function mayBeSeen({ status, freshness, giftExpiresOn }: Visibility, today: string): boolean {
  if (status !== 'published' || freshness === 'lapsed') return false;
  return giftExpiresOn === null || giftExpiresOn >= today;
}
