import { type DayPart, type Weekday, weekdays } from '../contract/vocabulary.ts';
import type { AssetFilters } from './asset-index.ts';

/** A coming date on which something is on. */
export interface ComingDate {
  date: string;
  weekday: Weekday;
  part: DayPart;
}

/** A document's tokens: `tuesday` and `tuesday:evening`, the same for dates. */
export function timeTokens(coming: ComingDate[]): { days: string[]; dates: string[]; times: DayPart[] } {
  return {
    days: unique(coming.flatMap(({ weekday, part }) => [weekday, `${weekday}:${part}`])),
    dates: unique(coming.flatMap(({ date, part }) => [date, `${date}:${part}`])),
    times: unique(coming.map(({ part }) => part)),
  };
}

/** One of these tokens must stand in that field. */
export interface TimeCondition {
  field: 'days' | 'dates' | 'times';
  tokens: string[];
}

export type TimeFilters = Pick<AssetFilters, 'days' | 'times' | 'dates'>;

/** What day, part of the day and dates ask for together: "a Tuesday evening in December" is one happening, not three. Null: nothing. */
export function timeCondition({ days, times, dates }: TimeFilters): TimeCondition | null {
  if (dates) return { field: 'dates', tokens: withParts(datesBetween(dates, days), times) };
  if (days.length > 0) return { field: 'days', tokens: withParts(days, times) };
  return times.length > 0 ? { field: 'times', tokens: times } : null;
}

/** Beyond the window of known dates nothing is found anyway; keeps a range of years from becoming a list of thousands. */
const longestRangeDays = 370;

function datesBetween({ from, to }: { from: string; to: string }, days: Weekday[]): string[] {
  const found: string[] = [];
  const date = new Date(`${from}T00:00:00Z`);
  for (let count = 0; count < longestRangeDays && isoDate(date) <= to; count += 1) {
    const weekday = weekdays[(date.getUTCDay() + 6) % 7];
    if (days.length === 0 || (weekday && days.includes(weekday))) found.push(isoDate(date));
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return found;
}

const isoDate = (date: Date) => date.toISOString().slice(0, 10);
const withParts = (tokens: string[], parts: DayPart[]) =>
  parts.length === 0 ? tokens : tokens.flatMap((token) => parts.map((part) => `${token}:${part}`));
const unique = <T>(values: T[]) => [...new Set(values)];
