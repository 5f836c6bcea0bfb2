import { loadAreaFinder } from '../areas/area-finder.ts';
import type { AssetState } from '../contract/asset-state.ts';
import type { AssetWarning } from '../contract/desk-asset.ts';
import type { Point } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { formalWords } from '../proposals/service-rules.ts';
import { londonDate } from '../time/london-time.ts';
import { namesOfAreas } from './patch-queries.ts';
import { pointOf } from './point-of.ts';

/** What somebody should look at before they publish this; none of it stops them. `areaId`: where it has been until now. */
export async function warnOfEdit(deps: Pick<Deps, 'db' | 'clock'>, state: AssetState, areaId: string | null): Promise<AssetWarning[]> {
  const point = await pointOf(deps.db, state);
  const place = point ? await warnOfPlace(deps.db, point, areaId) : noPlace(state);
  const today = londonDate(deps.clock.now());
  return [...place, ...noWayToJoin(state), ...noTimes(state), ...pastEnd(state, today), ...likeAService(state)];
}

/** Whose area it will be: that where it is, else the one it has. */
export async function areaOf(db: Queryable, state: AssetState): Promise<string | null> {
  const point = await pointOf(db, state);
  const found = point ? (await loadAreaFinder(db)).areaAt(point) : null;
  return found?.id ?? state.area_id;
}

async function warnOfPlace(db: Queryable, point: Point, areaId: string | null): Promise<AssetWarning[]> {
  const area = (await loadAreaFinder(db)).areaAt(point);
  if (!area) return [{ code: 'outside-area' }];
  if (areaId === null || area.id === areaId) return [];
  const [names] = await namesOfAreas(db, [area.id]);
  return names ? [{ code: 'other-area', area: { name: names.name, name_cy: names.name_cy } }] : [];
}

const noPlace = ({ kind, venue_id }: AssetState): AssetWarning[] =>
  kind === 'people' || kind === 'story' || venue_id !== null ? [] : [{ code: 'no-place' }];

/** Nobody to ask, nothing said of joining, and no word that one may just come. */
const noWayToJoin = (state: AssetState): AssetWarning[] => {
  const { how_to_join, just_turn_up, contact_phone, contact_email, contact_web, greeter, gift, kind } = state;
  const way = how_to_join || just_turn_up || contact_phone || contact_email || contact_web || greeter || gift?.relay_contact;
  return way || kind === 'story' ? [] : [{ code: 'no-way-to-join' }];
};

const noTimes = ({ kind, sessions, events }: AssetState): AssetWarning[] =>
  (kind === 'group' || kind === 'exchange') && sessions.length === 0 && events.length === 0 ? [{ code: 'no-times' }] : [];

const pastEnd = ({ sessions }: AssetState, today: string): AssetWarning[] =>
  sessions.flatMap(({ ends_on: on }): AssetWarning[] => (on !== null && on < today ? [{ code: 'past-end', on }] : [])).slice(0, 1);

const likeAService = ({ name, summary, description, how_to_join }: AssetState): AssetWarning[] => {
  const words = formalWords([name, summary, description, how_to_join]).map(({ word }) => word);
  return words.length > 0 ? [{ code: 'like-a-service', words }] : [];
};
