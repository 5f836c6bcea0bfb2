import type { AssetState } from '../contract/asset-state.ts';

type Values = Record<string, unknown>;

const own = [
  ...[
    'kind',
    'status',
    'name',
    'name_cy',
    'summary',
    'summary_cy',
    'description',
    'description_cy',
    'topics',
    'area_id',
    'venue_id',
    'lat',
    'lng',
  ],
  ...[
    'point_privacy',
    'cost_type',
    'cost_pence',
    'cost_note',
    'languages',
    'access',
    'how_to_join',
    'just_turn_up',
    'bring_someone',
    'greeter',
  ],
  ...['what_happens', 'feel', 'run_by', 'contact_name', 'contact_phone', 'contact_email', 'contact_web'],
];
const ofSession = [
  ...['id', 'venue_id', 'title', 'title_cy', 'rule', 'starts_on', 'ends_on', 'start_time', 'minutes', 'term_time', 'paused_from'],
  ...['paused_until', 'pause_note', 'by_appointment', 'usually', 'note'],
];
const ofException = ['on_date', 'change', 'to_date', 'to_time', 'note'];
const ofEvent = [
  ...['id', 'name', 'name_cy', 'summary', 'summary_cy', 'venue_id', 'starts_on', 'start_time', 'minutes', 'cost_type', 'cost_pence'],
  ...['cost_note', 'cancelled', 'note'],
];
const ofGift = ['relay_contact', 'introduced_by', 'consented_on', 'expires_on'];

/** What a revision holds, as it is edited: what the table's rows have beside is left out. Written by our own SQL, so that it is as it says. */
export function stateOfSnapshot(snapshot: Values): AssetState {
  const many = (name: string): Values[] => (Array.isArray(snapshot[name]) ? snapshot[name] : []);
  const gift = snapshot.gift === null || snapshot.gift === undefined ? null : pick(Object(snapshot.gift), ofGift);
  return {
    ...pick(snapshot, own),
    sessions: many('sessions').map((session) => ({
      ...pick(session, ofSession),
      exceptions: (Array.isArray(session.exceptions) ? session.exceptions : []).map((each: Values) => pick(each, ofException)),
    })),
    events: many('events').map((event) => pick(event, ofEvent)),
    gift,
  } as AssetState;
}

/** A clock of the database ("10:00:00") as it is edited ("10:00"). */
const pick = (from: Values, names: string[]): Values =>
  Object.fromEntries(
    names.map((name) => [name, /_time$/.test(name) && typeof from[name] === 'string' ? from[name].slice(0, 5) : (from[name] ?? null)]),
  );
