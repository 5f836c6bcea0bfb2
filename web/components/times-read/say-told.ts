import type { TimesAssumed, TimesProblem } from '../../../api/contract/plain-times.ts';
import { type Weekday, weekdays } from '../../../api/contract/vocabulary.ts';
import { sayLongDate } from '../../i18n/format.ts';
import { grammarOf } from '../../i18n/grammar.ts';
import type { Reader } from '../../reader.ts';

/** What was not clear, and the fix. */
export function sayProblem({ t }: Reader, problem: TimesProblem): string {
  const { code, words } = problem;
  return t(`times.${code}`, { words, ...(problem.code === 'other-weekday' ? { day: dayName(t, problem.weekday) } : {}) });
}

/** What nobody said and we took so. */
export function sayAssumed({ t }: Reader, assumed: TimesAssumed): string {
  const { code, words } = assumed;
  return t(`times.${code}`, { words, ...(assumed.code === 'first-date' ? { date: sayLongDate(t, assumed.date) } : {}) });
}

const dayName = (t: Reader['t'], day: Weekday) => grammarOf(t.locale).weekdays[weekdays.indexOf(day)] ?? day;
