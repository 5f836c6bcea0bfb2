import type { CoordinatorCard } from '../../../api/contract/coordinator.ts';

/** Whose door opens soonest comes first; those without a date last, by name. */
export function soonestFirst<Person extends Pick<CoordinatorCard, 'name' | 'open_doors'>>(coordinators: Person[], now: Date): Person[] {
  return [...coordinators].sort(
    (a, b) =>
      Date.parse(nextDoor(a, now)?.starts_at ?? never) - Date.parse(nextDoor(b, now)?.starts_at ?? never) || a.name.localeCompare(b.name),
  );
}

const never = '9999-12-31';

/** The door that is open now, or opens next. */
export const nextDoor = ({ open_doors: doors }: Pick<CoordinatorCard, 'open_doors'>, now: Date) =>
  doors.find((door) => door.status !== 'cancelled' && new Date(door.ends_at) > now);
