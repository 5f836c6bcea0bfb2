import type { Queryable } from '../db/database.ts';

/** Whose assets are taken away: of one area (a short name), or of all that lie in these; `areaIds` null: everywhere. */
export interface Patch {
  area: string | null;
  areaIds: string[] | null;
  withoutArea: boolean;
}

/** Assets of a patch after one, in the order of their ids, with what people call their area and place. */
export const patchAfter = (db: Queryable, { area, areaIds, withoutArea }: Patch, { after, limit }: { after: string; limit: number }) =>
  db.query<PatchRow>(
    'patch-after',
    `select a.id, r.name as area, v.name as venue, v.address, v.postcode, coalesce(a.lat, v.lat) as lat, coalesce(a.lng, v.lng) as lng, a.last_checked_at
     from assets a left join areas r on r.id = a.area_id left join venues v on v.id = a.venue_id
     where a.id > $4::uuid and ($1::text is null or r.slug = $1::text)
       and ($2::uuid[] is null or a.area_id = any ($2::uuid[]) or ($3::boolean and a.area_id is null))
     order by a.id limit $5::integer`,
    [area, areaIds, withoutArea, after, limit],
  );

export interface PatchRow {
  id: string;
  area: string | null;
  venue: string | null;
  address: string | null;
  postcode: string | null;
  lat: number | null;
  lng: number | null;
  last_checked_at: Date | null;
}
