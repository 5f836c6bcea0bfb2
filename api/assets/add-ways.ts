import type { Point } from '../contract/geo.ts';
import type { Listing } from '../contract/listing.ts';
import type { Deps } from '../deps.ts';
import { findWays } from '../places/find-ways.ts';

/** The same listings, each with the way there on foot; without a place to walk from as they are. */
export async function addWays(deps: Pick<Deps, 'db' | 'clock'>, listings: Listing[], from: Point | null): Promise<Listing[]> {
  if (!from) return listings;
  const ways = await findWays(
    deps,
    from,
    listings.map(({ type, point }) => (type === 'asset' ? point : null)),
  );
  return listings.map((listing, index) => ({ ...listing, way: ways[index] ?? null }));
}
