import type { Arrangement } from '../contract/people.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { arrangementsFrom } from './arrangement-queries.ts';

/** Where the viewer stands in for somebody, and who stands in where they lead: today and to come. */
export async function listCoversFor({ db, clock }: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn): Promise<Arrangement[]> {
  if (viewer.coordinatorId === null) return [];
  const led = viewer.areas.flatMap(({ id, how }) => (how === 'lead' ? [id] : []));
  const rows = await arrangementsFrom(db, londonDate(clock.now()));
  return rows
    .filter(({ role, area, coordinator }) => role === 'cover' && (coordinator.id === viewer.coordinatorId || led.includes(area.id)))
    .map(({ starts_on: startsOn, ends_on: endsOn, ...row }) => ({ ...row, startsOn, endsOn }));
}
