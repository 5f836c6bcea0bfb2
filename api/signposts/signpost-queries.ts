import type { Signpost } from '../contract/signpost.ts';
import type { AccessFeature } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';

export interface SignpostListingRow {
  id: string;
  slug: string;
  name: string;
  name_cy: string | null;
  summary: string;
  summary_cy: string | null;
  topics: string[];
  phone: string | null;
  lat: number | null;
  lng: number | null;
  hours: string | null;
  access: AccessFeature[];
  languages: string[];
}

export const signpostListingRows = (db: Queryable, ids: string[]) =>
  db.query<SignpostListingRow>(
    'signpost-listings',
    `select id, slug, name, name_cy, summary, summary_cy, topics, phone, lat, lng, hours, access, languages
    from signposts where id = any($1::uuid[]) and status = 'published'`,
    [ids],
  );

export const publishedSignposts = (db: Queryable) =>
  db.query<Signpost>(
    'published-signposts',
    `select id, slug, name, name_cy, summary, summary_cy, phone, web, hours, crisis, languages, access
    from signposts where status = 'published'
    order by crisis desc, name`,
  );

export const addAreaToSignposts = (tx: Queryable, areaId: string, part: string) =>
  tx.query(
    'add-area-to-signposts',
    'update signposts set area_ids = array_append(area_ids, $2::uuid), version = version + 1 where area_ids @> array[$1::uuid]',
    [areaId, part],
  );

export const replaceAreaInSignposts = (tx: Queryable, areaId: string, heir: string) =>
  tx.query(
    'replace-area-in-signposts',
    `update signposts set version = version + 1, area_ids = case
       when area_ids @> array[$2::uuid] then array_remove(area_ids, $1::uuid)
       else array_replace(area_ids, $1::uuid, $2::uuid) end
     where area_ids @> array[$1::uuid]`,
    [areaId, heir],
  );
