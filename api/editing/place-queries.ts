import type { Point } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';

export async function venuePoint(db: Queryable, id: string): Promise<Point | null> {
  const [row] = await db.query<Point>('venue-point', 'select lat, lng from venues where id = $1::uuid and lat is not null', [id]);
  return row ?? null;
}

export interface VenueRow {
  id: string;
  name: string;
  name_cy: string | null;
  address: string | null;
}

/** Venues whose name holds these words in this order (a pattern), the shortest names first. Where somebody lives is not offered. */
export const venuesLike = (db: Queryable, pattern: string) =>
  db.query<VenueRow>(
    'venues-like',
    `select v.id, v.name, v.name_cy, coalesce(v.address || ', ' || v.postcode, v.address, v.postcode) as address
     from venues v
     where (unaccent(lower(v.name)) like unaccent(lower($1::text)) or unaccent(lower(v.name_cy)) like unaccent(lower($1::text)))
       and not exists (select from assets a where a.venue_id = v.id and (a.point_privacy = 'private' or a.kind = 'people'))
     order by length(v.name), v.name, v.id limit 8`,
    [pattern],
  );
