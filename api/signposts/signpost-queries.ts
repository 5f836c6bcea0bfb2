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
