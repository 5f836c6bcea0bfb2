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

/** Held until the commit; undefined: it is there no more. */
export async function holdChecked(tx: Queryable, assetId: string): Promise<{ at: Date | null; by: Checker | null } | undefined> {
  const [row] = await tx.query<{ at: Date | null; by: Checker | null }>(
    'hold-checked',
    'select last_checked_at as at, last_checked_by as by from assets where id = $1::uuid for no key update',
    [assetId],
  );
  return row;
}

export interface CheckInsert {
  assetId: string;
  at: Date;
  by: Checker;
  /** What stood before. */
  stood: { at: Date | null; by: Checker | null };
}

/** Answers its number. */
export async function insertCheck(tx: Queryable, { assetId, at, by, stood }: CheckInsert): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    'insert-check',
    `insert into checks (asset_id, checked_at, by_kind, stood_at, stood_by)
     values ($1::uuid, $2::timestamptz, $3::text, $4::timestamptz, $5::text) returning id`,
    [assetId, at, by, stood.at, stood.by],
  );
  return row?.id ?? 0;
}

export const setChecked = (tx: Queryable, assetId: string, { at, by }: { at: Date | null; by: Checker | null }) =>
  tx.query('set-checked', 'update assets set last_checked_at = $2::timestamptz, last_checked_by = $3::text where id = $1::uuid', [
    assetId,
    at,
    by,
  ]);

export interface CheckRow {
  asset_id: string;
  checked_at: Date;
  by_kind: Checker;
  stood_at: Date | null;
  stood_by: Checker | null;
}

/** Answers what the line said; undefined: it is gone, or older than `since`. */
export async function deleteCheck(
  tx: Queryable,
  { id, assetId, since }: { id: number; assetId: string; since: Date },
): Promise<CheckRow | undefined> {
  const [row] = await tx.query<CheckRow>(
    'delete-check',
    `delete from checks where id = $1::bigint and checked_at >= $2::timestamptz and asset_id = $3::uuid and by_kind <> 'resident'
     returning asset_id, checked_at, by_kind, stood_at, stood_by`,
    [id, since, assetId],
  );
  return row;
}

/** Whether somebody of this kind has checked it since. */
export async function wasCheckedSince(tx: Queryable, { assetId, by, since }: { assetId: string; by: Checker; since: Date }) {
  const rows = await tx.query(
    'was-checked-since',
    'select 1 from checks where asset_id = $1::uuid and by_kind = $2::text and checked_at >= $3::timestamptz limit 1',
    [assetId, by, since],
  );
  return rows.length > 0;
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
