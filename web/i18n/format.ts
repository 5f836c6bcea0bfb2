import type { Cost, LastCheck } from '../../api/contract/listing.ts';
import type { Occurrence } from '../../api/contract/session.ts';
import { metresAMinute } from '../../api/contract/walks.ts';
import { grammarOf } from './grammar.ts';
import { type Day, dayParts, daysBetween, londonDay, londonTime, weekdayOf } from './london-day.ts';
import type { Translate } from './translate.ts';

/** Past half an hour a distance says more than a walk. */
const longestWalkMinutes = 30;
/** Two points of one building lie as far apart. */
export const sameBuildingMetres = 30;
const metresAMile = 1609.344;

export const capitalise = (text: string) => text.charAt(0).toLocaleUpperCase('en') + text.slice(1);

/** With a full stop, unless it has an end of its own. */
export const endSentence = (text: string) => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** Before a reason as people wrote it: "Not on: the hall is shut.", but "Not on. Bethan is away." */
export const beforeReason = (text: string, reason: string) => (/^\p{Lu}/u.test(reason) ? `${text}.` : `${text}:`);

/** Nearer than this, forward or back, nobody asks which year. */
const monthsAwayDays = 180;

/** "Thu 26 Nov", with the year when it is far off. */
export function sayDate(t: Translate, day: Day, now: Date): string {
  const grammar = grammarOf(t.locale);
  const { year, month, date } = dayParts(day);
  const short = `${grammar.shortWeekdays[weekdayOf(day)]} ${date} ${grammar.shortMonths[month - 1]}`;
  return Math.abs(daysBetween(londonDay(now), day)) < monthsAwayDays ? short : `${short} ${year}`;
}

/** "Thursday 26 November"; `soft` where it follows "from" or "to". */
export function sayLongDate(t: Translate, day: Day, form: 'plain' | 'soft' = 'plain'): string {
  const grammar = grammarOf(t.locale);
  const { month, date } = dayParts(day);
  const weekday = (form === 'soft' ? grammar.softWeekdays : grammar.weekdays)[weekdayOf(day)];
  return `${weekday} ${date} ${grammar.months[month - 1]}`;
}

/** "26 November 2026". */
export function sayFullDate(t: Translate, day: Day): string {
  const { year, month, date } = dayParts(day);
  return `${date} ${grammarOf(t.locale).months[month - 1]} ${year}`;
}

/** "November 2026", of YYYY-MM. */
export function sayMonth(t: Translate, month: string): string {
  const { year, month: its } = dayParts(`${month}-01`);
  return `${capitalise(grammarOf(t.locale).months[its - 1] ?? '')} ${year}`;
}

/** "today", "tomorrow", "Thursday" within the week, else "Thu 26 Nov". */
export function sayDay(t: Translate, day: Day, now: Date): string {
  const ahead = daysBetween(londonDay(now), day);
  if (ahead === 0) return t('day.today');
  if (ahead === 1) return t('day.tomorrow');
  if (ahead > 1 && ahead < 7) return grammarOf(t.locale).weekdays[weekdayOf(day)] ?? day;
  return sayDate(t, day, now);
}

/** "7.15pm". */
export function sayTime(t: Translate, instant: string | Date): string {
  const { hour, minute } = londonTime(instant);
  return grammarOf(t.locale).clock(hour, minute);
}

/** "10am to noon". */
export function sayHours(t: Translate, startsAt: string, endsAt: string): string {
  return startsAt === endsAt ? sayTime(t, startsAt) : grammarOf(t.locale).range(sayTime(t, startsAt), sayTime(t, endsAt));
}

/** "today, 2pm to 4pm". */
export function sayWhen(t: Translate, occurrence: Pick<Occurrence, 'starts_at' | 'ends_at'>, now: Date): string {
  return `${sayDay(t, londonDay(occurrence.starts_at), now)}, ${sayHours(t, occurrence.starts_at, occurrence.ends_at)}`;
}

/** "right here", "8 minutes’ walk", or "2.4 miles away" when that is too far to walk. */
export function sayDistance(t: Translate, metres: number): string {
  if (metres <= sameBuildingMetres) return t('far.here');
  const minutes = Math.max(1, Math.round(metres / metresAMinute));
  if (minutes <= longestWalkMinutes) return t('far.walk', { count: minutes });
  const miles = metres / metresAMile;
  return t('far.miles', { count: miles < 10 ? Math.round(miles * 10) / 10 : Math.round(miles) });
}

/** "15 minutes’ walk" for the distance that a reader chose. */
export const walkMinutes = (metres: number) => Math.round(metres / metresAMinute);
export const walkMetres = (minutes: number) => minutes * metresAMinute;

/** "free", "£3", "pay what you can"; null when nobody has said. */
export function sayCost(t: Translate, cost: Cost): string | null {
  if (cost.type === 'free') return t('cost.free');
  if (cost.type === 'pay-what-you-can') return t('cost.pay-what-you-can');
  return cost.type === 'price' && cost.pounds !== null ? sayPounds(cost.pounds) : null;
}

export function sayPounds(pounds: number): string {
  if (pounds > 0 && pounds < 1) return `${Math.round(pounds * 100)}p`;
  return `£${Number.isInteger(pounds) ? pounds : pounds.toFixed(2)}`;
}

/** "checked by the group 3 weeks ago", with a warning where that is too long ago for its kind. */
export function sayCheck(t: Translate, check: LastCheck | null, now: Date): string {
  if (!check) return t('check.never');
  const checked = t(`check.${check.by}`, { ago: sayAgo(t, daysBetween(check.on, londonDay(now))) });
  return check.freshness === 'stale' ? t('check.stale', { checked }) : checked;
}

/** "today", "last week", "5 months ago": as exactly as it matters. */
export function sayAgo(t: Translate, days: number): string {
  if (days <= 0) return t('day.today');
  if (days === 1) return t('day.yesterday');
  if (days < 7) return t('ago.days', { count: days });
  if (days < 14) return t('ago.last-week');
  if (days < 60) return t('ago.weeks', { count: Math.floor(days / 7) });
  if (days < 365) return t('ago.months', { count: Math.floor(days / 30.4) });
  return days < 730 ? t('ago.over-a-year') : t('ago.years', { count: Math.floor(days / 365) });
}

export const sayList = (t: Translate, items: readonly string[]) => grammarOf(t.locale).list(items);

/** Names of languages, which some languages change after "and". */
export const sayLanguages = (t: Translate, names: readonly string[]) => grammarOf(t.locale).languages(names);
