import type { Queryable } from '../db/database.ts';

export interface PostcodeBatch {
  postcodes: string[];
  lats: number[];
  lngs: number[];
}

export interface PlaceRow {
  name: string;
  name_cy: string | null;
  folded: string;
  folded_cy: string | null;
  type: string;
  lat: number;
  lng: number;
}

/** Adds or moves postcodes; those that stand as given are left alone. Answers how many were added and how many moved. */
export const upsertPostcodes = (tx: Queryable, batch: PostcodeBatch) =>
  tx.query<{ added: number; changed: number }>(
    'upsert-postcodes',
    `with written as (
       insert into postcodes as p (postcode, lat, lng)
       select * from unnest($1::text[], $2::float8[], $3::float8[])
       on conflict (postcode) do update set lat = excluded.lat, lng = excluded.lng
       where (p.lat, p.lng) is distinct from (excluded.lat, excluded.lng)
       returning xmax = 0 as added
     )
     select count(*) filter (where added)::int as added, count(*) filter (where not added)::int as changed from written`,
    [batch.postcodes, batch.lats, batch.lngs],
  );

/** Places have no identity but what they say: those of the source that are gone go, new ones come, the rest stay. */
export const replacePlaces = (tx: Queryable, source: string, rows: PlaceRow[]) =>
  tx.query<{ added: number; removed: number }>(
    'replace-places',
    `with given as (
       select distinct r.* from jsonb_to_recordset($2::jsonb) as r(name text, name_cy text, folded text, folded_cy text, type text, lat float8, lng float8)
     ), gone as (
       delete from places p where p.source = $1::text and not exists (
         select 1 from given g
         where (g.name, g.name_cy, g.folded, g.folded_cy, g.type, g.lat, g.lng) is not distinct from (p.name, p.name_cy, p.folded, p.folded_cy, p.type, p.lat, p.lng))
       returning 1
     ), fresh as (
       insert into places (name, name_cy, folded, folded_cy, type, lat, lng, source)
       select g.name, g.name_cy, g.folded, g.folded_cy, g.type, g.lat, g.lng, $1::text from given g
       where not exists (
         select 1 from places p where p.source = $1::text
         and (g.name, g.name_cy, g.folded, g.folded_cy, g.type, g.lat, g.lng) is not distinct from (p.name, p.name_cy, p.folded, p.folded_cy, p.type, p.lat, p.lng))
       returning 1
     )
     select (select count(*)::int from fresh) as added, (select count(*)::int from gone) as removed`,
    [source, JSON.stringify(rows)],
  );
