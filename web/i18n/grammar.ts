import { cyGrammar } from './grammar-cy.ts';
import { enGrammar } from './grammar-en.ts';
import type { Locale } from './locale.ts';

/** "The second Tuesday": `nth` counts from the start of the month, or from its end when negative. `day` 0 is Monday. */
export interface NthDay {
  nth: number;
  day: number;
}

/** What a language does with days and times beyond swapping words. Days of the week start with Monday at 0, months with January at 0. */
export interface Grammar {
  weekdays: readonly string[];
  /** After "from" and "to", which soften in some languages. */
  softWeekdays: readonly string[];
  shortWeekdays: readonly string[];
  months: readonly string[];
  shortMonths: readonly string[];
  clock(hour: number, minute: number): string;
  list(items: readonly string[]): string;
  /** As `list`, for names of languages. */
  languages(names: readonly string[]): string;
  /** From one to another: times, months. */
  range(from: string, to: string): string;
  /** `days` ascending; `evening` when it starts at five or later. */
  weekly(days: readonly number[], evening: boolean): string;
  everyWeeks(weeks: number, days: readonly number[], evening: boolean): string;
  everyDays(days: number): string;
  nthOfMonth(picks: readonly NthDay[], everyMonths: number, evening: boolean): string;
  nthOfNamedMonth(picks: readonly NthDay[], month: number, evening: boolean): string;
  /** -1 is the last day of the month. */
  datesOfMonth(dates: readonly number[], everyMonths: number): string;
  dateOfYear(date: number, month: number): string;
}

export const grammarOf = (locale: Locale): Grammar => (locale === 'cy' ? cyGrammar : enGrammar);

/** Three or more days on end, as "Monday to Saturday"; null when they are scattered. */
export function dayRun(days: readonly number[]): { from: number; to: number } | null {
  const [from] = days;
  const to = days.at(-1);
  return from !== undefined && to !== undefined && days.length > 2 && to - from === days.length - 1 ? { from, to } : null;
}
