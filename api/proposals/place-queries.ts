import type { Point } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';

/** The venue of that very name at that very point. */
export async function venueNamed(db: Queryable, name: string, { lat, lng }: Point): Promise<string | null> {
  const [row] = await db.query<{ id: string }>(
    'venue-named',
    `select id from venues where (name = $1::text or name_cy = $1::text) and lat between $2::float8 - 0.0005 and $2::float8 + 0.0005
       and lng between $3::float8 - 0.0005 and $3::float8 + 0.0005 order by slug limit 1`,
    [name, lat, lng],
  );
  return row?.id ?? null;
}

export const areaNames = (db: Queryable) =>
  db.query<{ id: string; slug: string; name: string; name_cy: string | null }>(
    'proposal-areas',
    'select id, slug, name, name_cy from areas order by name',
  );
