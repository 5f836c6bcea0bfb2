import { freshnessOf } from '../checks/freshness-rules.ts';
import type { Point } from '../contract/geo.ts';
import type { Listing } from '../contract/listing.ts';
import type { Deps } from '../deps.ts';
import { metresBetween } from '../places/metres-between.ts';
import { londonDate } from '../sessions/london-time.ts';
import { nextDates } from '../sessions/next-dates.ts';
import { listingRows } from './asset-queries.ts';
import { mayBeSeen } from './asset-rules.ts';
import { presentListing } from './present-asset.ts';

/** Asset id → listing, for those that the public may see: whatever an index says, this decides. */
export async function loadListings(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  ids: string[],
  near: Point | null,
): Promise<Map<string, Listing>> {
  if (ids.length === 0) return new Map();
  const now = clock.now();
  const today = londonDate(now);
  const [rows, next] = await Promise.all([listingRows(db, ids), nextDates(db, ids, now)]);
  const listings = new Map<string, Listing>();
  for (const row of rows) {
    const freshness = freshnessOf(row.last_checked_at, row.half_life_days, now);
    if (!mayBeSeen({ status: row.status, freshness, giftExpiresOn: row.gift_expires_on }, today)) continue;
    const distanceMetres =
      near && row.lat !== null && row.lng !== null ? Math.round(metresBetween(near, { lat: row.lat, lng: row.lng })) : null;
    const checkedOn = row.last_checked_at ? londonDate(row.last_checked_at) : null;
    listings.set(row.id, presentListing(row, { freshness, checkedOn, next: next.get(row.id) ?? null, distanceMetres }));
  }
  return listings;
}
