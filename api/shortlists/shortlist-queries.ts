import type { Queryable } from '../db/database.ts';

export interface ShortlistRow {
  code: string;
  asset_ids: string[];
  expires_at: Date;
}

/** Ids of the assets by those names, in the order of the names; whether they may be seen is for others to say. */
export const assetIdsBySlug = (db: Queryable, slugs: string[]) =>
  db.query<{ id: string }>(
    'asset-ids-by-slug',
    `select a.id
    from unnest($1::text[]) with ordinality as named (slug, position) join assets a on a.slug = named.slug
    order by named.position`,
    [slugs],
  );

/** Answers the row, or nothing when the code is taken. */
export const insertShortlist = (db: Queryable, { code, asset_ids, expires_at }: ShortlistRow) =>
  db.query<{ code: string }>(
    'insert-shortlist',
    `insert into shortlists (code, asset_ids, expires_at) values ($1::text, $2::uuid[], $3::timestamptz)
    on conflict (code) do nothing
    returning code`,
    [code, asset_ids, expires_at],
  );

export const shortlistByCode = (db: Queryable, code: string) =>
  db.query<ShortlistRow>('shortlist-by-code', 'select code, asset_ids, expires_at from shortlists where code = $1::text', [code]);

export const emptyExpired = (db: Queryable, now: Date) =>
  db.query('empty-expired-shortlists', "update shortlists set asset_ids = '{}' where expires_at <= $1::timestamptz and asset_ids <> '{}'", [
    now,
  ]);

export const deleteExpiredBefore = (db: Queryable, moment: Date) =>
  db.query('delete-expired-shortlists', 'delete from shortlists where expires_at <= $1::timestamptz', [moment]);
