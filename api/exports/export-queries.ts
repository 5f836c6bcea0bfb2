import type { Queryable } from '../db/database.ts';

export interface NewsRow {
  id: string;
  created_at: Date;
  updated_at: Date;
}

/** The newest among some assets, by when they were last changed. */
export const newestAssets = (db: Queryable, assetIds: string[], limit: number) =>
  db.query<NewsRow>(
    'newest-assets',
    `select id, created_at, updated_at from assets
    where id = any($1::uuid[])
    order by updated_at desc, id
    limit $2::int`,
    [assetIds, limit],
  );

/** Whom to ring about some assets. A person who offers a gift is reached through the coordinator. */
export const phoneContacts = (db: Queryable, assetIds: string[]) =>
  db.query<{ slug: string; name: string | null; phone: string }>(
    'phone-contacts',
    `select slug, contact_name as name, contact_phone as phone from assets
    where id = any($1::uuid[]) and kind <> 'people' and contact_phone is not null`,
    [assetIds],
  );
