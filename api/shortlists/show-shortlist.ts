import { loadListings } from '../assets/load-listings.ts';
import type { Shortlist } from '../contract/shortlist.ts';
import type { Deps } from '../deps.ts';
import { listDated } from '../sessions/list-dated.ts';
import { assetIdsBySlug } from './shortlist-queries.ts';

type ShowDeps = Pick<Deps, 'db' | 'clock'>;

const daysAhead = 7;

/** What was kept, in its order, by short name. What the public may no longer see is counted and not named. */
export async function showShortlist(deps: ShowDeps, slugs: string[]): Promise<Shortlist> {
  const rows = await assetIdsBySlug(deps.db, slugs);
  const shortlist = await showAssets(
    deps,
    rows.map(({ id }) => id),
  );
  return { ...shortlist, missing: slugs.length - shortlist.items.length };
}

/** The same by id. */
export async function showAssets(deps: ShowDeps, assetIds: string[]): Promise<Shortlist> {
  const [listings, dated] = await Promise.all([
    loadListings(deps, assetIds, null),
    listDated(deps, { assetIds, coordinators: [] }, { days: daysAhead }),
  ]);
  const items = assetIds.flatMap((id) => listings.get(id) ?? []);
  const week = dated.flatMap(({ assetId, occurrence, openMostDays }) => {
    const listing = assetId ? listings.get(assetId) : undefined;
    return listing ? [{ occurrence, listing, coordinator: null, open_most_days: openMostDays, distance_metres: null }] : [];
  });
  return { items, missing: assetIds.length - items.length, week };
}
