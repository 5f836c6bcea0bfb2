import { loadListings } from '../assets/load-listings.ts';
import type { Listing } from '../contract/listing.ts';
import type { Deps } from '../deps.ts';
import { assetIdsBySlug } from './shortlist-queries.ts';

/** What was kept, in its order, by short name. What the public may no longer see is counted and not named. */
export async function loadKept(deps: Pick<Deps, 'db' | 'clock'>, slugs: string[]): Promise<{ items: Listing[]; missing: number }> {
  const ids = (await assetIdsBySlug(deps.db, slugs)).map(({ id }) => id);
  const listings = await loadListings(deps, ids, null);
  const items = ids.flatMap((id) => listings.get(id) ?? []);
  return { items, missing: slugs.length - items.length };
}
