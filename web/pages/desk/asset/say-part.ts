import { type AssetPart, assetParts } from '../../../../api/contract/asset-parts.ts';
import type { AssetState } from '../../../../api/contract/asset-state.ts';
import type { StateNames, TwoNames } from '../../../../api/contract/desk-asset.ts';
import type { TopicNames } from '../../../../api/contract/vocabulary.ts';
import { sayCost, sayDate, sayFullDate } from '../../../i18n/format.ts';
import { inLocale, languageName } from '../../../i18n/locale.ts';
import type { Reader } from '../../../reader.ts';
import { sayEvent, saySession } from './boxes-of.ts';

/** What words a state is told in. */
export interface Telling {
  reader: Reader;
  names: StateNames;
  topics: TopicNames;
}

/** One part of a state, in lines; none where nothing is said of it. */
export function sayPart(part: AssetPart, state: AssetState, telling: Telling): string[] {
  const { reader, topics, names } = telling;
  const { t, locale } = reader;
  const named = ({ name, name_cy }: TwoNames) => inLocale(locale, name, name_cy).text;
  switch (part) {
    case 'status':
      return [t(`edit.status-${state.status}`)];
    case 'kind':
      return topics.kinds.flatMap((kind) => (kind.slug === state.kind ? [inLocale(locale, kind.label, kind.label_cy).text] : []));
    case 'topics':
      return topics.topics.flatMap((topic) =>
        state.topics.includes(topic.slug) ? [inLocale(locale, topic.label, topic.label_cy).text] : [],
      );
    case 'sessions':
      return state.sessions.map((session) => saySessionWhole(session, telling));
    case 'events':
      return state.events.map(
        (event) =>
          `${inLocale(locale, event.name, event.name_cy).text}: ${sayEvent(event, reader)}${event.cancelled ? ` (${t('edit.cancelled')})` : ''}`,
      );
    case 'place':
      return sayPlaceOf(state, telling);
    case 'area':
      return state.area_id ? [named(names.areas[state.area_id] ?? unknown(t('edit.gone')))] : [];
    case 'cost':
      return [
        sayCost(t, { type: state.cost_type, pounds: state.cost_pence === null ? null : state.cost_pence / 100, note: null }),
        state.cost_note,
      ].flatMap((said) => said ?? []);
    case 'languages':
      return state.languages.map((code) => languageName(locale, code));
    case 'access':
      return state.access.map((feature) => t(`access.${feature}`));
    case 'just_turn_up':
    case 'bring_someone':
      return state[part] === null ? [] : [t(state[part] ? 'edit.yes' : 'edit.no')];
    case 'gift':
      return state.gift
        ? [
            state.gift.relay_contact,
            state.gift.expires_on && t('edit.gift-until', { date: sayFullDate(t, state.gift.expires_on) }),
          ].flatMap((said) => said || [])
        : [];
    default:
      return assetParts[part].flatMap((field) => textOf(state[field]));
  }
}

function saySessionWhole(session: AssetState['sessions'][number], { reader, names }: Telling): string {
  const { t, locale, now } = reader;
  const venue = session.venue_id ? names.venues[session.venue_id] : undefined;
  const off = session.exceptions.filter(({ change }) => change !== 'note').map(({ on_date }) => sayDate(t, on_date, now));
  return [
    session.title && `${inLocale(locale, session.title, session.title_cy).text}: ${saySession(session, reader)}`,
    !session.title && saySession(session, reader),
    venue && inLocale(locale, venue.name, venue.name_cy).text,
    session.ends_on && t('edit.until', { date: sayFullDate(t, session.ends_on) }),
    session.paused_from && t('edit.rests-from', { date: sayFullDate(t, session.paused_from) }),
    off.length > 0 && t('edit.not-as-usual', { dates: off.join(', ') }),
    session.note,
  ]
    .filter(Boolean)
    .join('; ');
}

function sayPlaceOf(state: AssetState, { reader, names }: Telling): string[] {
  const { t, locale } = reader;
  const venue = state.venue_id ? (names.venues[state.venue_id] ?? unknown(t('edit.gone'))) : null;
  const point =
    state.lat !== null && state.lng !== null ? t('edit.point', { point: `${state.lat.toFixed(5)}, ${state.lng.toFixed(5)}` }) : null;
  const hidden = state.point_privacy === 'private' ? t('edit.place-hidden') : null;
  return [venue && inLocale(locale, venue.name, venue.name_cy).text, point, hidden].flatMap((said) => said ?? []);
}

const unknown = (name: string): TwoNames => ({ name, name_cy: name });
const textOf = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : []);
