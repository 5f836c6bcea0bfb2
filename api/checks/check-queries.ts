import type { Checker } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';

export interface LastCheckRow {
  last_checked_at: Date | null;
  last_checked_by: Checker | null;
  half_life_days: number;
  /** Neighbours' checks since `$2`. */
  checks_today: number;
}

/** Held until the commit, so that two who press at once are counted one after the other. */
export async function holdLastCheck(tx: Queryable, assetId: string, dayBegan: Date): Promise<LastCheckRow | undefined> {
  await tx.query('hold-asset-check', 'select 1 from assets where id = $1::uuid for no key update', [assetId]);
  const [row] = await tx.query<LastCheckRow>(
    'last-check',
    `select a.last_checked_at, a.last_checked_by, k.half_life_days,
       (select count(*)::int from checks c where c.asset_id = a.id and c.by_kind = 'resident' and c.checked_at >= $2::timestamptz) as checks_today
     from assets a join kinds k on k.slug = a.kind where a.id = $1::uuid`,
    [assetId, dayBegan],
  );
  return row;
}

export const insertResidentCheck = (tx: Queryable, assetId: string, now: Date) =>
  tx.query('insert-resident-check', `insert into checks (asset_id, checked_at, by_kind) values ($1::uuid, $2::timestamptz, 'resident')`, [
    assetId,
    now,
  ]);

export const setCheckedByResident = (tx: Queryable, assetId: string, now: Date) =>
  tx.query(
    'set-checked-by-resident',
    `update assets set last_checked_at = $2::timestamptz, last_checked_by = 'resident' where id = $1::uuid`,
    [assetId, now],
  );

/** Without holding the asset: its row may be in use, and a line in `checks` needs no more of it than that it stays. */
export const insertResidentCheckAtMost = (
  db: Queryable,
  assetId: string,
  { now, dayBegan, most }: { now: Date; dayBegan: Date; most: number },
) =>
  db.query(
    'insert-resident-check-at-most',
    `insert into checks (asset_id, checked_at, by_kind) select $1::uuid, $2::timestamptz, 'resident'
     where (select count(*) from checks where asset_id = $1::uuid and by_kind = 'resident' and checked_at >= $3::timestamptz) < $4::integer`,
    [assetId, now, dayBegan, most],
  );
