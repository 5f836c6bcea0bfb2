import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { recordChange } from '../search/record-change.ts';
import { deleteCheck, holdChecked, setChecked } from './check-queries.ts';

/** How long a press of a button can be taken back. */
export const takeBackMs = 10 * 60_000;

/** A check of an asset, by its number. */
export interface CheckMark {
  id: number;
  assetId: string;
  /** It may have been made since then; unless told, for as long as a press can be taken back. */
  since?: Date;
}

/** A check pressed by mistake: what stood before stands again, unless somebody has checked since. False: it is too late, or was taken back already. */
export const takeBackCheck = ({ db, clock }: Pick<Deps, 'db' | 'clock'>, check: CheckMark): Promise<boolean> =>
  db.transaction((tx) => unwriteCheck(tx, clock.now(), check));

/** The same within a transaction that does more. */
export async function unwriteCheck(tx: Queryable, now: Date, mark: CheckMark): Promise<boolean> {
  const check = await deleteCheck(tx, { since: new Date(now.getTime() - takeBackMs), ...mark });
  if (!check) return false;
  const standing = await holdChecked(tx, check.asset_id);
  if (standing?.at?.getTime() !== check.checked_at.getTime()) return true;
  await setChecked(tx, check.asset_id, { at: check.stood_at, by: check.stood_by });
  await recordChange(tx, now, { assetIds: [check.asset_id] });
  return true;
}
