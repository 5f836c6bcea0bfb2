import type { Asset } from '../contract/asset.ts';
import type { Listing } from '../contract/listing.ts';
import type { Deps } from '../deps.ts';
import { nextDates } from '../sessions/next-dates.ts';
import { londonDate } from '../time/london-time.ts';
import { assetRow } from './asset-queries.ts';
import { judgeAsset } from './judge-asset.ts';
import { presentContact, presentListing } from './present-asset.ts';

/** What a group sees of its own. */
export interface OwnAsset {
  listing: Listing;
  status: string;
  areaId: string | null;
  join: string | null;
  contact: Asset['contact'];
  /** On the list as everyone sees it; else it has lapsed, or somebody took it off. */
  isPublic: boolean;
}

/** By id, for whoever it belongs to: also what has lapsed or closed, and no more of it than the public may know. Null: it is there no more. */
export async function loadOwnAsset({ db, clock }: Pick<Deps, 'db' | 'clock'>, id: string): Promise<OwnAsset | null> {
  const now = clock.now();
  const [[row], next] = await Promise.all([assetRow(db, id, londonDate(now)), nextDates(db, [id], now)]);
  if (!row) return null;
  const { freshness, checkedOn, visible } = judgeAsset(row, now);
  return {
    listing: presentListing(row, { freshness, checkedOn, next: next.get(id) ?? null, distanceMetres: null }),
    status: row.status,
    areaId: row.area_id,
    join: row.how_to_join,
    contact: presentContact(row),
    isPublic: visible,
  };
}
