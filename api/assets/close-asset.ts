import type { Queryable } from '../db/database.ts';
import { recordChange } from '../search/record-change.ts';
import { moveStatus } from './asset-status-queries.ts';
import { recordRevisions } from './record-revisions.ts';

interface Closing {
  assetId: string;
  /** Who says so, for the history. */
  madeBy: string;
}

/** Takes a published asset off every list, in a transaction of the caller's. False: it was not published. */
export const closeAsset = (tx: Queryable, now: Date, closing: Closing) => move(tx, now, closing, ['published', 'closed']);

/** Puts back what was closed. False: it was not closed. */
export const reopenAsset = (tx: Queryable, now: Date, closing: Closing) => move(tx, now, closing, ['closed', 'published']);

async function move(tx: Queryable, now: Date, { assetId, madeBy }: Closing, [from, to]: [string, string]): Promise<boolean> {
  if (!(await moveStatus(tx, now, { assetId, from, to }))) return false;
  await recordRevisions(tx, [assetId], { now, madeBy });
  await recordChange(tx, now, { assetIds: [assetId] });
  return true;
}
