import type { WeekSheet } from '../../../api/contract/week-sheet.ts';
import { sayFullDate } from '../../i18n/format.ts';
import { grammarOf } from '../../i18n/grammar.ts';
import { dayParts, weekdayOf } from '../../i18n/london-day.ts';
import type { Translate } from '../../i18n/translate.ts';

/** "Monday 23 to Sunday 29 November 2026"; the month twice when there are two. */
export function sayWeek(t: Translate, { from, to }: Pick<WeekSheet, 'from' | 'to'>): string {
  const grammar = grammarOf(t.locale);
  const [first, last] = [dayParts(from), dayParts(to)];
  const month = first.month === last.month ? '' : ` ${grammar.months[first.month - 1]}`;
  return grammar.range(
    `${grammar.weekdays[weekdayOf(from)]} ${first.date}${month}`,
    `${grammar.weekdays[weekdayOf(to)]} ${sayFullDate(t, to)}`,
  );
}
