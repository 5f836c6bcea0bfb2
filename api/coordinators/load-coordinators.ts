import type { Deps } from '../deps.ts';
import { openDoors } from '../sessions/open-doors.ts';
import { addDays, londonDate, londonInstant } from '../time/london-time.ts';
import { activeCoordinators, assignmentsOn } from './coordinator-queries.ts';
import type { CoordinatorParts } from './present-coordinator.ts';

const weekDays = 7;

/** Every active coordinator with today's areas and the open doors of the coming week. A district has tens of them at most. */
export async function loadCoordinators({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<CoordinatorParts[]> {
  const now = clock.now();
  const today = londonDate(now);
  const [rows, assignments] = await Promise.all([activeCoordinators(db), assignmentsOn(db, today)]);
  const ids = rows.map(({ id }) => id);
  const doors = await openDoors(db, ids, { now, until: londonInstant(addDays(today, weekDays), '00:00') });
  return rows.map((row) => ({
    row,
    assignments: assignments.filter((assignment) => assignment.coordinator_id === row.id),
    openDoors: doors.get(row.id) ?? [],
  }));
}
