import type { Occurrence } from '../contract/session.ts';
import type { Deps } from '../deps.ts';
import { openDoors } from '../sessions/open-doors.ts';
import { addDays, londonDate, londonInstant } from '../time/london-time.ts';

const weekDays = 7;

/** Of the coming week, soonest first; none without a coordinator. */
export async function openDoorsOf({ db, clock }: Pick<Deps, 'db' | 'clock'>, coordinatorId: string | null): Promise<Occurrence[]> {
  if (coordinatorId === null) return [];
  const now = clock.now();
  const until = londonInstant(addDays(londonDate(now), weekDays), '00:00');
  return (await openDoors(db, [coordinatorId], { now, until })).get(coordinatorId) ?? [];
}
