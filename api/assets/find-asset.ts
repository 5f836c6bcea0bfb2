import type { Asset } from '../contract/asset.ts';
import type { Deps } from '../deps.ts';
import { photosOfAsset } from '../photos/photos-of-asset.ts';
import { listDates } from '../sessions/list-dates.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import { coordinatorOf } from './find-listing.ts';
import { findRelated } from './find-related.ts';
import { loadVisibleAsset } from './load-visible-asset.ts';
import { presentAsset } from './present-asset.ts';

type FindDeps = Pick<Deps, 'db' | 'clock' | 'assetIndex' | 'embeddedIndex' | 'log'>;

const datesShown = 10;
const daysAhead = 120;

/** Everything the public may know of one asset, by id or slug. Throws not-found, for what may not be seen too. */
export async function findAsset(deps: FindDeps, idOrSlug: string): Promise<Asset> {
  const now = deps.clock.now();
  const today = londonDate(now);
  const { row, freshness, checkedOn } = await loadVisibleAsset(deps, idOrSlug);
  const [{ sessions, dates }, { similar, nearby }, photos, coordinator] = await Promise.all([
    listDates(deps.db, row.id, { from: addDays(today, -1), to: addDays(today, daysAhead), now }),
    findRelated(deps, row),
    photosOfAsset(deps.db, row.id),
    coordinatorOf(deps, row),
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
    { sessions, dates: coming.slice(0, datesShown), similar, nearby, photos, coordinator },
  );
}
