import type { Occurrence } from '../../../api/contract/session.ts';
import { capitalise } from '../../i18n/format.ts';
import { grammarOf } from '../../i18n/grammar.ts';
import { londonTime, weekdayOf } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';

/** When it is usually: enough to tell a new time from a new day. */
export interface UsualTimes {
  rule: string | null;
  start: string | null;
}

/** "Not on", "At another time", "Moved from the usual Thursday" or "Moved to this day"; null when it is on as usual. */
export function sayChange(
  { t }: Pick<Reader, 't'>,
  date: Pick<Occurrence, 'status' | 'starts_at'>,
  usual: UsualTimes | null,
): string | null {
  if (date.status === 'on') return null;
  if (date.status === 'cancelled') return t('dates.cancelled');
  const days = usualDays(usual);
  const { day, hour, minute } = londonTime(date.starts_at);
  if (days.includes(weekdayOf(day))) {
    const sameHour = usual?.start === `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    return t(sameHour ? 'dates.moved' : 'dates.moved-time');
  }
  const [only, ...others] = days;
  if (only === undefined || others.length > 0) return t('dates.moved');
  return capitalise(t('dates.moved-from', { day: grammarOf(t.locale).weekdays[only] ?? '' }));
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Monday is 0. */
function usualDays(usual: UsualTimes | null): number[] {
  const named = /BYDAY=([^;]+)/i.exec(usual?.rule ?? '')?.[1]?.split(',') ?? [];
  return [...new Set(named.map((code) => codes.indexOf(code.slice(-2).toUpperCase())))].filter((day) => day >= 0);
}
