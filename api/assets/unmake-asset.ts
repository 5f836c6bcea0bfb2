import type { Queryable } from '../db/database.ts';
import { EditedMeanwhile } from '../errors.ts';
import { recordChange } from '../search/record-change.ts';
import { deleteNewAsset, deleteUntouchedDraft } from './asset-status-queries.ts';

/** Made by a slip a moment ago: gone again, but for its revision. Throws edited-meanwhile when somebody has changed it since. */
export async function unmakeAsset(tx: Queryable, now: Date, id: string): Promise<void> {
  if (!(await deleteNewAsset(tx, id))) throw new EditedMeanwhile({ theirs: id, yours: null });
  await recordChange(tx, now, { assetIds: [id] });
}

/** The same for a draft on which nobody has written anything. */
export async function takeOutUntouchedDraft(tx: Queryable, now: Date, id: string): Promise<void> {
  if (await deleteUntouchedDraft(tx, id)) await recordChange(tx, now, { assetIds: [id] });
}
