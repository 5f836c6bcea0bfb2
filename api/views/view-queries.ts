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
