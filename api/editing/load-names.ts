import type { AssetState } from '../contract/asset-state.ts';
import type { StateNames } from '../contract/desk-asset.ts';
import type { Queryable } from '../db/database.ts';
import { namesOfAreas, namesOfVenues } from './patch-queries.ts';

/** What the areas and venues of these states are called. What is no more is left out. */
export async function loadNames(db: Queryable, states: AssetState[]): Promise<StateNames> {
  const unique = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const venueIds = states.flatMap(({ venue_id, sessions, events }) => [
    venue_id,
    ...sessions.map((session) => session.venue_id),
    ...events.map((event) => event.venue_id),
  ]);
  const [areas, venues] = await Promise.all([
    namesOfAreas(db, unique(states.map(({ area_id }) => area_id))),
    namesOfVenues(db, unique(venueIds)),
  ]);
  return { areas: byId(areas), venues: byId(venues) };
}

const byId = (rows: { id: string; name: string; name_cy: string | null }[]) =>
  Object.fromEntries(rows.map(({ id, name, name_cy }) => [id, { name, name_cy }]));
