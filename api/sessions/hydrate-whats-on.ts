import { loadListings } from '../assets/load-listings.ts';
import type { Point } from '../contract/geo.ts';
import type { WhatsOnItem } from '../contract/whats-on.ts';
import type { Deps } from '../deps.ts';
import { presentWhatsOnItem } from './present-whats-on.ts';
import type { WhatsOnRow } from './whats-on-queries.ts';

/** Dates with what they belong to; what may no longer be seen drops out. */
export async function hydrateWhatsOn(deps: Pick<Deps, 'db' | 'clock'>, rows: WhatsOnRow[], near: Point | null): Promise<WhatsOnItem[]> {
  const assetIds = [...new Set(rows.flatMap(({ asset_id }) => asset_id ?? []))];
  const listings = await loadListings(deps, assetIds, near);
  return rows.flatMap((row) => presentWhatsOnItem(row, row.asset_id ? (listings.get(row.asset_id) ?? null) : null, near) ?? []);
}
