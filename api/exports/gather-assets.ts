import { findArea } from '../areas/find-area.ts';
import { locate } from '../areas/locate.ts';
import { loadListings } from '../assets/load-listings.ts';
import { matchAssets } from '../assets/match-assets.ts';
import type { AssetQuery } from '../contract/asset-query.ts';
import type { CoordinatorCard } from '../contract/coordinator.ts';
import type { Point } from '../contract/geo.ts';
import type { Listing } from '../contract/listing.ts';
import type { Deps } from '../deps.ts';
import { loadKept } from '../shortlists/load-kept.ts';

export type GatherDeps = Pick<Deps, 'db' | 'clock' | 'assetIndex' | 'embeddedIndex' | 'vocabulary' | 'log'>;

/** What is taken away: what a search finds, or what someone kept. */
export type Chosen = { query: AssetQuery } | { slugs: string[] };

export interface Gathered {
  /** Assets only: services of last resort have no dates and no news. */
  listings: Listing[];
  /** The search with what its words became; null for what was kept. */
  query: AssetQuery | null;
  /** From where the search looks. */
  near: { label: string; point: Point } | null;
  missing: number;
}

/** More than one person follows; the first by the search's own order. */
const mostListings = 500;

/** Throws bad-request for a search that makes no sense. */
export async function gatherAssets(deps: GatherDeps, chosen: Chosen): Promise<Gathered> {
  if ('slugs' in chosen) {
    const { items, missing } = await loadKept(deps, chosen.slugs);
    return { listings: items, query: null, near: null, missing };
  }
  const { assetIds, near, query } = await matchAssets(deps, chosen.query, mostListings);
  const listings = await loadListings(deps, assetIds, near?.point ?? null);
  return {
    listings: assetIds.flatMap((id) => listings.get(id) ?? []),
    query,
    near,
    missing: 0,
  };
}

/** Whose door is open to whoever takes this away: of the place, of the one area, else of the area most of it is in. */
export async function coordinatorsFor(deps: GatherDeps, chosen: Chosen, { listings, near }: Gathered): Promise<CoordinatorCard[]> {
  if (near) return (await locate(deps, `${near.point.lat},${near.point.lng}`)).coordinators;
  const [only, ...others] = 'query' in chosen ? chosen.query.area : [];
  const area = only && others.length === 0 ? only : commonestArea(listings);
  return area ? (await findArea(deps, area)).coordinators : [];
}

function commonestArea(listings: Listing[]): string | null {
  const counts = new Map<string, number>();
  for (const { area } of listings) if (area) counts.set(area.slug, (counts.get(area.slug) ?? 0) + 1);
  const [commonest] = [...counts].sort(([, one], [, other]) => other - one);
  return commonest?.[0] ?? null;
}
