import type { Asset } from '../contract/asset.ts';
import type { CoordinatorCard } from '../contract/coordinator.ts';
import type { Listing } from '../contract/listing.ts';
import { coordinatorsOfAreas } from '../coordinators/coordinators-of-areas.ts';
import type { Deps } from '../deps.ts';
import { searchWithFallback } from '../search/search-with-fallback.ts';
import { listDates } from '../sessions/list-dates.ts';
import { addDays, londonDate } from '../sessions/london-time.ts';
import type { AssetRow } from './asset-queries.ts';
import { loadListings } from './load-listings.ts';
import { loadVisibleAsset } from './load-visible-asset.ts';
import { presentAsset } from './present-asset.ts';
import { toIndexFilters } from './to-index-query.ts';

type FindDeps = Pick<Deps, 'db' | 'clock' | 'assetIndex' | 'embeddedIndex' | 'log'>;

const datesShown = 10;
const daysAhead = 120;
const nearbyShown = 3;
const nearbyMetres = 1200;

/** Everything the public may know of one asset, by id or slug. Throws not-found, for what may not be seen too. */
export async function findAsset(deps: FindDeps, idOrSlug: string): Promise<Asset> {
  const now = deps.clock.now();
  const today = londonDate(now);
  const { row, freshness, checkedOn } = await loadVisibleAsset(deps, idOrSlug);
  const [{ sessions, dates }, nearby, coordinator] = await Promise.all([
    listDates(deps.db, row.id, { from: addDays(today, -1), to: addDays(today, daysAhead), now }),
    findNearby(deps, row, today),
    findCoordinatorOf(deps, row),
  ]);
  const coming = dates.filter(({ ends_at }) => new Date(ends_at) > now);
  return presentAsset(
    row,
    {
      freshness,
      checkedOn,
      next: coming.find(({ status }) => status !== 'cancelled') ?? null,
      distanceMetres: null,
    },
    { sessions, dates: coming.slice(0, datesShown), nearby, coordinator },
  );
}

async function findNearby(deps: FindDeps, row: AssetRow, today: string): Promise<Listing[]> {
  if (row.lat === null || row.lng === null) return [];
  const point = { lat: row.lat, lng: row.lng };
  const everything = { area: [], kind: [], topic: row.topics, day: [], time: [], cost: [], access: [], language: [], within: nearbyMetres };
  const { answer } = await searchWithFallback(deps, {
    text: '',
    filters: toIndexFilters(everything, point, today),
    sort: 'distance',
    offset: 0,
    limit: nearbyShown + 1,
  });
  const ids = answer.ids.filter((id) => id.startsWith('asset-') && id !== `asset-${row.id}`).map((id) => id.slice('asset-'.length));
  const listings = await loadListings(deps, ids, point);
  return ids.flatMap((id) => listings.get(id) ?? []).slice(0, nearbyShown);
}

async function findCoordinatorOf(deps: FindDeps, row: AssetRow): Promise<CoordinatorCard | null> {
  if (!row.area_id) return null;
  return (await coordinatorsOfAreas(deps, [row.area_id])).get(row.area_id)?.[0] ?? null;
}
