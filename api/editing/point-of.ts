import type { AssetState } from '../contract/asset-state.ts';
import type { Point } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';
import { venuePoint } from './place-queries.ts';

/** Where an asset is: its own spot, else its venue's. */
export async function pointOf(db: Queryable, { lat, lng, venue_id }: AssetState): Promise<Point | null> {
  if (lat !== null && lng !== null) return { lat, lng };
  return venue_id ? venuePoint(db, venue_id) : null;
}
