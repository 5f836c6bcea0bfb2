import type { Queryable } from '../db/database.ts';
import { EditedMeanwhile } from '../errors.ts';
import { recordChange } from '../search/record-change.ts';
import { deleteNewAsset } from './asset-status-queries.ts';

/** Made by a slip a moment ago: gone again, but for its revision. Throws edited-meanwhile when somebody has changed it since. */
export async function unmakeAsset(tx: Queryable, now: Date, id: string): Promise<void> {
  if (!(await deleteNewAsset(tx, id))) throw new EditedMeanwhile({ theirs: id, yours: null });
  await recordChange(tx, now, { assetIds: [id] });
}
