import type { Occurrence } from '../contract/session.ts';
import type { Queryable } from '../db/database.ts';
import { nextOccurrences } from './occurrence-queries.ts';
import { presentOccurrence } from './present-session.ts';

/** Asset id → its soonest date that is on and not over, for those that have one. */
export async function nextDates(db: Queryable, assetIds: string[], now: Date): Promise<Map<string, Occurrence>> {
  const rows = await nextOccurrences(db, assetIds, now);
  return new Map(rows.map((row) => [row.subject_id, presentOccurrence(row)]));
}
