import type { SessionRow } from './session-rows.ts';

type Hours = Pick<SessionRow, 'id' | 'asset_id' | 'title' | 'rule' | 'minutes'>;

/** On so many days of a week nobody calls it a happening: it is open. */
const mostDaysOfWeek = 4;
/** A whole morning and more, twice a week: a place that is open. */
const longMinutes = 240;
const someDaysOfWeek = 2;

/** Ids of the sessions that are opening hours; those of one asset under one title count together. Open doors never are. */
export function openingHours(sessions: Hours[]): Set<string> {
  const days = new Map<string, Set<string>>();
  for (const session of sessions) {
    const known = days.get(keyOf(session)) ?? new Set();
    for (const day of weekdaysOf(session.rule)) known.add(day);
    days.set(keyOf(session), known);
  }
  const isOpen = (session: Hours) => {
    const count = weekdaysOf(session.rule).length > 0 ? (days.get(keyOf(session))?.size ?? 0) : 0;
    return count >= mostDaysOfWeek || (count >= someDaysOfWeek && (session.minutes ?? 0) >= longMinutes);
  };
  return new Set(sessions.filter((session) => session.asset_id !== null && isOpen(session)).map(({ id }) => id));
}

const keyOf = ({ asset_id, title }: Hours) => `${asset_id}|${title ?? ''}`;

const everyDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Of a rule that holds every week; none for one that comes round less often. */
function weekdaysOf(rule: string | null): string[] {
  const parts = new Map((rule ?? '').split(';').map((part): [string, string] => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']));
  const freq = parts.get('FREQ');
  if ((freq !== 'WEEKLY' && freq !== 'DAILY') || (parts.get('INTERVAL') ?? '1') !== '1') return [];
  const named = parts.get('BYDAY')?.split(',').filter(Boolean);
  if (named) return named;
  return freq === 'DAILY' ? everyDay : ['once'];
}
