import type { Queryable } from '../db/database.ts';
import { londonDate } from '../time/london-time.ts';
import { materialiseOccurrences } from './materialise-occurrences.ts';
import { holdPauses, setPauses } from './pause-queries.ts';
import type { PauseRow } from './session-rows.ts';

/** Rests all sessions of an asset from today to the end of a day (YYYY-MM-DD), in a transaction of the caller's. Answers what stood before. */
export async function pauseSessions(tx: Queryable, now: Date, { assetId, until }: { assetId: string; until: string }): Promise<PauseRow[]> {
  const before = await holdPauses(tx, assetId);
  const from = londonDate(now);
  await putPauses(tx, now, { assetId, pauses: before.map(({ id }) => ({ id, paused_from: from, paused_until: until, pause_note: null })) });
  return before;
}

/** As they were answered by `pauseSessions`. */
export async function putPauses(tx: Queryable, now: Date, { assetId, pauses }: { assetId: string; pauses: PauseRow[] }): Promise<void> {
  await setPauses(tx, assetId, pauses);
  await materialiseOccurrences(tx, now, { assetIds: [assetId] });
}
