import type { Point } from '../contract/geo.ts';
import type { Listing } from '../contract/listing.ts';
import type { Deps } from '../deps.ts';
import { metresBetween } from '../geo/metres-between.ts';
import { nextDates } from '../sessions/next-dates.ts';
import { londonDate } from '../time/london-time.ts';
import { listingRows } from './asset-queries.ts';
import { judgeAsset } from './judge-asset.ts';
import { presentListing } from './present-asset.ts';

/** Asset id → listing, for those that the public may see: whatever an index says, this decides. */
export async function loadListings(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  ids: string[],
  near: Point | null,
): Promise<Map<string, Listing>> {
  if (ids.length === 0) return new Map();
  const now = clock.now();
  const [rows, next] = await Promise.all([listingRows(db, ids, londonDate(now)), nextDates(db, ids, now)]);
  const listings = new Map<string, Listing>();
  for (const row of rows) {
    const { visible, freshness, checkedOn } = judgeAsset(row, now);
    if (!visible) continue;
    const point = row.lat !== null && row.lng !== null ? { lat: row.lat, lng: row.lng } : null;
    const distanceMetres = near && point ? Math.round(metresBetween(near, point)) : null;
    listings.set(row.id, presentListing(row, { freshness, checkedOn, next: next.get(row.id) ?? null, distanceMetres }));
  }
  return listings;
}
