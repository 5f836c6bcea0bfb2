import type { Queryable } from '../db/database.ts';
import { insertAssetRevisions } from './revision-queries.ts';

/** Keeps these assets as they stand now, in the transaction that changed them, after its last write. `madeBy`: `account:<id>`, `import:<source>`. */
export async function recordRevisions(tx: Queryable, ids: string[], { now, madeBy }: { now: Date; madeBy: string }): Promise<void> {
  await insertAssetRevisions(tx, ids, now, madeBy);
}
