import type { TimesTold } from '../../../../api/contract/desk-asset.ts';
import { sayLongDate } from '../../../i18n/format.ts';
import { grammarOf } from '../../../i18n/grammar.ts';
import type { Translate } from '../../../i18n/translate.ts';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** What was not understood of times, or was taken so though nobody said it; in a sentence. */
export function sayTold(t: Translate, told: TimesTold): string {
  const weekday = 'weekday' in told ? told.weekday : null;
  const date = 'date' in told ? told.date : null;
  return t(`times.${told.code}`, {
    words: told.words,
    day: weekday ? (grammarOf(t.locale).softWeekdays[weekdays.indexOf(weekday)] ?? weekday) : '',
    date: date ? sayLongDate(t, date, 'soft') : '',
  });
}
