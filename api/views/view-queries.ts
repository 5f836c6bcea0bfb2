import type { Queryable } from '../db/database.ts';

/** Assets that are there no more are passed over. */
export const addViews = (db: Queryable, rows: { day: string; asset_id: string; views: number }[]) =>
  db.query(
    'add-views',
    `insert into asset_views as v (asset_id, day, views)
     select r.asset_id, r.day, r.views from jsonb_to_recordset($1::jsonb) as r (asset_id uuid, day date, views int)
     join assets a on a.id = r.asset_id order by r.asset_id, r.day
     on conflict (asset_id, day) do update set views = v.views + excluded.views`,
    [JSON.stringify(rows)],
  );

/** After thirteen months: a year to look back on. `today` is YYYY-MM-DD. */
export const forgetOldViews = (db: Queryable, today: string) =>
  db.query('forget-old-views', `delete from asset_views where day < $1::date - interval '13 months'`, [today]);

/** What nobody opened in the 30 days that end `today` (YYYY-MM-DD) has no row. */
const sums = 'select asset_id, sum(views)::int as views from asset_views where day > $1::date - 30';
const keepSums = 'on conflict (asset_id) do update set views = excluded.views where r.views <> excluded.views';

export const sumRecentViews = (tx: Queryable, today: string, assetIds: string[]) =>
  tx.query(
    'sum-recent-views',
    `insert into recent_views as r (asset_id, views) ${sums} and asset_id = any($2::uuid[]) group by asset_id order by asset_id ${keepSums}`,
    [today, assetIds],
  );

/** The same of all, while nobody else writes any. */
export async function renewRecentViews(tx: Queryable, today: string): Promise<void> {
  await tx.query('lock-recent-views', 'lock table recent_views in share row exclusive mode');
  await tx.query(
    'forget-recent-views',
    `delete from recent_views r
     where not exists (select from asset_views v where v.asset_id = r.asset_id and v.day > $1::date - 30)`,
    [today],
  );
  await tx.query('renew-recent-views', `insert into recent_views as r (asset_id, views) ${sums} group by asset_id ${keepSums}`, [today]);
}
