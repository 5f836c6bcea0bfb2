import { capitalise, sayDate, sayDay, sayLongDate } from '../../i18n/format.ts';
import { type Day, daysBetween, londonDay } from '../../i18n/london-day.ts';
import type { Reader } from '../../reader.ts';
import type { Period } from './read-period.ts';

/** "today", "this weekend", "this week", "from Mon 7 Dec to Sun 13 Dec". */
export function sayPeriod({ t, now }: Reader, { name, from, to }: Period): string {
  if (name === 'weekend') return t('whats-on.weekend');
  if (name === 'week') return t('whats-on.week');
  return name === 'day' ? sayDay(t, from, now) : t('whats-on.from-to', { from: sayDate(t, from, now), to: sayDate(t, to, now) });
}

/** "Today, Monday 23 November"; further off the weekday alone: "Thursday 26 November". */
export function dayHeading({ t, now }: Reader, day: Day): string {
  const ahead = daysBetween(londonDay(now), day);
  const full = sayLongDate(t, day);
  return ahead === 0 || ahead === 1 ? `${capitalise(sayDay(t, day, now))}, ${full}` : capitalise(full);
}
