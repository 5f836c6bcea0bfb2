import type { Occurrence } from '../contract/session.ts';
import type { Queryable } from '../db/database.ts';
import { openDoorsBetween } from './occurrence-queries.ts';
import { presentOccurrence } from './present-session.ts';

/** Coordinator id → open doors that are not over, until a moment; soonest first. */
export async function openDoors(
  db: Queryable,
  coordinatorIds: string[],
  between: { now: Date; until: Date },
): Promise<Map<string, Occurrence[]>> {
  const doors = new Map<string, Occurrence[]>(coordinatorIds.map((id) => [id, []]));
  for (const row of await openDoorsBetween(db, coordinatorIds, between)) doors.get(row.subject_id)?.push(presentOccurrence(row));
  return doors;
}
