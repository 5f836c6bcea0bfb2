import type { AssetState } from '../../../../api/contract/asset-state.ts';
import type { EventState, SessionState } from '../../../../api/contract/session-state.ts';
import { sayFullDate } from '../../../i18n/format.ts';
import { grammarOf } from '../../../i18n/grammar.ts';
import { sayRecurrence } from '../../../i18n/say-recurrence.ts';
import type { Reader } from '../../../reader.ts';

/** What stands in the boxes of a form, by their names. A box to tick is there when it is ticked. */
export type Boxes = Record<string, string>;

/** Texts that stand in one box each, as they are. */
export const plainTexts = [
  ...(['name', 'name_cy', 'summary', 'summary_cy', 'description', 'description_cy', 'how_to_join', 'cost_note', 'greeter'] as const),
  ...(['what_happens', 'feel', 'run_by', 'contact_name', 'contact_phone', 'contact_email', 'contact_web'] as const),
];
export const sessionTexts = ['title', 'title_cy', 'note', 'ends_on', 'paused_from', 'paused_until', 'pause_note'] as const;
export const eventTexts = ['name', 'name_cy', 'summary', 'summary_cy', 'note'] as const;
export const giftTexts = ['relay_contact', 'consented_on', 'expires_on'] as const;

/** The boxes in which a state is edited. What has no box of its own goes along whole, in the box `….was`, so that the form alone says all. */
export function boxesOf(state: AssetState, version: number, reader: Reader): Boxes {
  return {
    version: String(version),
    was: JSON.stringify(carried(state)),
    kind: state.kind,
    ...Object.fromEntries(plainTexts.map((name) => [name, state[name] ?? ''])),
    ...ticks('topic', state.topics),
    ...ticks('access', state.access),
    ...ticks('language', state.languages),
    ...(state.point_privacy === 'private' ? { private_place: 'yes' } : {}),
    area: state.area_id ?? '',
    where: 'same',
    place: '',
    looked: '',
    just_turn_up: yesOrNo(state.just_turn_up),
    bring_someone: yesOrNo(state.bring_someone),
    cost_type: state.cost_type,
    cost_pounds: state.cost_pence === null ? '' : (state.cost_pence / 100).toFixed(2).replace(/\.00$/, ''),
    ...texts('gift', giftTexts, state.gift ?? {}),
    sessions: String(state.sessions.length),
    ...Object.assign({}, ...state.sessions.map((session, at) => sessionBoxes(`s${at}`, session, reader))),
    events: String(state.events.length),
    ...Object.assign({}, ...state.events.map((event, at) => eventBoxes(`e${at}`, event, reader))),
  };
}

const carried = ({ status, area_id, venue_id, lat, lng, gift, languages, access }: AssetState) => ({
  ...{ status, area_id, venue_id, lat, lng, gift, languages, access },
});

export type Carried = ReturnType<typeof carried>;

function sessionBoxes(box: string, session: SessionState, reader: Reader): Boxes {
  const said = saySession(session, reader);
  return { [`${box}.was`]: JSON.stringify(session), [`${box}.said`]: said, [`${box}.words`]: said, ...texts(box, sessionTexts, session) };
}

function eventBoxes(box: string, event: EventState, reader: Reader): Boxes {
  const said = sayEvent(event, reader);
  return {
    [`${box}.was`]: JSON.stringify(event),
    [`${box}.said`]: said,
    [`${box}.words`]: said,
    ...texts(box, eventTexts, event),
    ...(event.cancelled ? { [`${box}.cancelled`]: 'yes' } : {}),
  };
}

/** When it comes round, in the words in which it may be typed again. */
export const saySession = (session: SessionState, { t }: Reader): string =>
  sayRecurrence(t, { ...session, start: session.start_time, from: session.starts_on });

/** "12 December 2026, 2pm to 4pm". */
export function sayEvent(
  { starts_on, start_time, minutes }: Pick<EventState, 'starts_on' | 'start_time' | 'minutes'>,
  { t }: Reader,
): string {
  const grammar = grammarOf(t.locale);
  const [hour = 0, minute = 0] = start_time.split(':').map(Number);
  const end = (hour * 60 + minute + minutes) % 1440;
  return `${sayFullDate(t, starts_on)}, ${grammar.range(grammar.clock(hour, minute), grammar.clock(Math.floor(end / 60), end % 60))}`;
}

const ticks = (box: string, values: readonly string[]) => Object.fromEntries(values.map((value) => [`${box}.${value}`, 'yes']));
const yesOrNo = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');
const texts = <Name extends string>(box: string, names: readonly Name[], from: Partial<Record<Name, string | null>>) =>
  Object.fromEntries(names.map((name) => [`${box}.${name}`, from[name] ?? '']));
