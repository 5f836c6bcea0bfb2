import type { Checker } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';

export const insertCheck = async (tx: Queryable, assetId: string, now: Date, by: Checker) => {
  await tx.query('insert-noted-check', 'insert into checks (asset_id, checked_at, by_kind) values ($1::uuid, $2::timestamptz, $3::text)', [
    assetId,
    now,
    by,
  ]);
  await tx.query('set-last-check', 'update assets set last_checked_at = $2::timestamptz, last_checked_by = $3::text where id = $1::uuid', [
    assetId,
    now,
    by,
  ]);
};
