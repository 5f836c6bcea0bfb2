import type { Queryable } from '../db/database.ts';
import { insertAreaRevisions } from './boundary-queries.ts';

/** Writes down areas as they stand now, each with its boundary. `madeBy`: an account's mark, or that of an import. */
export async function recordAreaRevisions(tx: Queryable, areaIds: string[], { now, madeBy }: { now: Date; madeBy: string }): Promise<void> {
  await insertAreaRevisions(tx, areaIds, now, madeBy);
}
