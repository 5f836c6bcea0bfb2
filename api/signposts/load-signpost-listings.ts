import type { Listing } from '../contract/listing.ts';
import type { Queryable } from '../db/database.ts';
import { signpostListingRows } from './signpost-queries.ts';

/** Published signposts by id, in the shape of a list's line. */
export async function loadSignpostListings(db: Queryable, ids: string[]): Promise<Map<string, Listing>> {
  if (ids.length === 0) return new Map();
  const rows = await signpostListingRows(db, ids);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        type: 'signpost',
        id: row.id,
        slug: row.slug,
        kind: 'signpost',
        name: row.name,
        name_cy: row.name_cy,
        summary: row.summary,
        summary_cy: row.summary_cy,
        topics: row.topics,
        area: null,
        venue: null,
        point: row.lat !== null && row.lng !== null ? { lat: row.lat, lng: row.lng } : null,
        distance_metres: null,
        way: null,
        cost: { type: 'unknown', pounds: null, note: null },
        access: row.access,
        languages: row.languages,
        just_turn_up: null,
        bring_someone: null,
        rules: [],
        usually: row.hours,
        next: null,
        phone: row.phone,
        checked: null,
      } satisfies Listing,
    ]),
  );
}
