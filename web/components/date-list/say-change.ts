import type { Occurrence } from '../../../api/contract/session.ts';
import { sayLongDate, sayTime } from '../../i18n/format.ts';
import { londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';

type Change = Pick<Occurrence, 'status' | 'starts_at' | 'moved_from' | 'moved_to'>;

/** "Not on", "Moved to Tuesday 8 December, 2pm", "Moved from Thursday 3 December" or "Moved from 10am"; null when it is on as usual. */
export function sayChange({ t }: Pick<Reader, 't'>, date: Change): string | null {
  if (date.status === 'on') return null;
  if (date.status === 'cancelled') return date.moved_to ? sayNewDay(t, date.starts_at, date.moved_to) : t('dates.cancelled');
  if (!date.moved_from) return t('dates.moved');
  const oldDay = londonDay(date.moved_from);
  if (oldDay === londonDay(date.starts_at)) return t('dates.moved-time', { time: sayTime(t, date.moved_from) });
  return t('dates.moved-from', { day: sayLongDate(t, oldDay, 'soft') });
}

/** The hour is said only when it is another one. */
function sayNewDay(t: Reader['t'], startsAt: string, movedTo: string): string {
  const day = sayLongDate(t, londonDay(movedTo), 'soft');
  const time = sayTime(t, movedTo);
  return time === sayTime(t, startsAt) ? t('dates.moved-to', { day }) : t('dates.moved-to-time', { day, time });
}
