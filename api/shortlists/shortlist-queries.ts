import type { Queryable } from '../db/database.ts';

export interface ShortlistRow {
  code: string;
  asset_ids: string[];
  expires_at: Date;
}

/** Ids of the assets by those names, in the order of the names; of what was found to be another one, that one's. Whether they may be seen is for others to say. */
export const assetIdsBySlug = (db: Queryable, slugs: string[]) =>
  db.query<{ id: string }>(
    'asset-ids-by-slug',
    `select coalesce(r.kept_id, a.id) as id
    from unnest($1::text[]) with ordinality as named (slug, position) join assets a on a.slug = named.slug
    left join asset_redirects r on r.merged_id = a.id
    group by 1 order by min(named.position)`,
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
  db.query<ShortlistRow>(
    'shortlist-by-code',
    `select code, expires_at, array(
       select coalesce(r.kept_id, kept.id) from unnest(asset_ids) with ordinality as kept (id, position)
       left join asset_redirects r on r.merged_id = kept.id group by 1 order by min(kept.position)
     ) as asset_ids
     from shortlists where code = $1::text`,
    [code],
  );

export const emptyExpired = (db: Queryable, now: Date) =>
  db.query('empty-expired-shortlists', "update shortlists set asset_ids = '{}' where expires_at <= $1::timestamptz and asset_ids <> '{}'", [
    now,
  ]);

export const deleteExpiredBefore = (db: Queryable, moment: Date) =>
  db.query('delete-expired-shortlists', 'delete from shortlists where expires_at <= $1::timestamptz', [moment]);
