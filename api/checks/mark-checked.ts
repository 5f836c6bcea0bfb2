import type { Checker } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import { holdChecked, insertCheck, setChecked } from './check-queries.ts';

export interface MarkedChecked {
  /** The check's number, for taking it back. */
  id: number;
  /** What it took the place of. */
  stood: { at: Date | null; by: Checker | null };
}

/**
 * Somebody who knows finds the details right, in the transaction of what else they do; whoever calls tells the indexes. `at`: when they looked,
 * where that is told later; who has looked since then counts. Undefined: it is gone.
 */
export async function markChecked(
  tx: Queryable,
  now: Date,
  { assetId, by, at = now }: { assetId: string; by: Checker; at?: Date },
): Promise<MarkedChecked | undefined> {
  const stood = await holdChecked(tx, assetId);
  if (!stood) return undefined;
  const id = await insertCheck(tx, { assetId, at, by, stood });
  if (stood.at === null || stood.by === 'resident' || at >= stood.at) await setChecked(tx, assetId, { at, by });
  return { id, stood };
}
