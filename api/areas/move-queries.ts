import type { Box } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';

export interface PlacedAssetRow {
  id: string;
  slug: string;
  name: string;
  name_cy: string | null;
  area_id: string | null;
  lat: number | null;
  lng: number | null;
}

/** Every asset with a place in a box, and what belongs to one of these areas without having any place; a page at a time, by id. */
export const assetsThatMayMove = (db: Queryable, where: Box & { areaIds: string[]; after: string; limit: number }) =>
  db.query<PlacedAssetRow>(
    'assets-that-may-move',
    `select a.id, a.slug, a.name, a.name_cy, a.area_id, coalesce(a.lat, v.lat) as lat, coalesce(a.lng, v.lng) as lng
     from assets a left join venues v on v.id = a.venue_id
     where a.id > $6::uuid and (
       (coalesce(a.lng, v.lng) between $1::float8 and $3::float8 and coalesce(a.lat, v.lat) between $2::float8 and $4::float8)
       or a.area_id = any ($5::uuid[]))
     order by a.id limit $7::integer`,
    [where.west, where.south, where.east, where.north, where.areaIds, where.after, where.limit],
  );

export const moveAssets = (tx: Queryable, rows: { id: string; area_id: string | null }[], now: Date) =>
  tx.query(
    'move-assets-between-areas',
    `update assets a set area_id = r.area_id, version = a.version + 1, updated_at = $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as r(id uuid, area_id uuid) where a.id = r.id`,
    [JSON.stringify(rows), now],
  );

export const allSignpostIds = (db: Queryable) => db.query<{ id: string }>('all-signpost-ids', 'select id from signposts');
