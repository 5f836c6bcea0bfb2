import type { Checker } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import { insertCheck } from './note-check-queries.ts';

/** Someone of that kind finds the details right, in the transaction of what else they do; whoever calls tells the indexes. */
export async function noteCheck(tx: Queryable, assetId: string, { now, by }: { now: Date; by: Checker }): Promise<void> {
  await insertCheck(tx, assetId, now, by);
}
