import type { Queryable } from '../db/database.ts';

/** Assets with a place, a page at a time by id. */
export const placedAssetsAfter = (tx: Queryable, after: string, limit: number) =>
  tx.query<{ id: string; area_id: string | null; lat: number; lng: number }>(
    'placed-assets-after',
    `select a.id, a.area_id, coalesce(a.lat, v.lat) as lat, coalesce(a.lng, v.lng) as lng
     from assets a left join venues v on v.id = a.venue_id
     where a.id > $1::uuid and coalesce(a.lat, v.lat) is not null
     order by a.id limit $2::integer`,
    [after, limit],
  );

/** Documents that say an area's name, or that they hold in every area there is: the first of these areas' assets, the others all signposts. */
export const documentsOfAreas = (tx: Queryable, areaIds: string[]) =>
  tx.query<{ type: 'asset' | 'signpost'; id: string }>(
    'documents-of-areas',
    `select 'asset' as type, id from assets where area_id = any ($1::uuid[]) union all select 'signpost', id from signposts`,
    [areaIds],
  );

export const moveAssets = (tx: Queryable, rows: { id: string; area_id: string | null }[], now: Date) =>
  tx.query(
    'move-assets',
    `update assets a set area_id = r.area_id, version = a.version + 1, updated_at = $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as r(id uuid, area_id uuid) where a.id = r.id`,
    [JSON.stringify(rows), now],
  );
