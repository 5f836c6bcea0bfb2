import { Temporal } from 'temporal-polyfill';
import { weekdays } from '../../contract/vocabulary.ts';
import { weekdayOf } from '../../time/london-time.ts';
import type { Reading } from './phrase.ts';
import { joint, month, monthNumberOf, weekday, weekdayNumber, welshWeekday } from './words.ts';

const dayNumber = '\\d{1,2}(?:st|nd|rd|th|af|il|ydd|ed|fed|eg|ain)?';
const dayName = `(?:(?:${weekday}|(?:d?dydd|nos|ddydd) ${welshWeekday}),? (?:the )?)?`;
/** "Saturday 12 December 2026", "12th of December", "December 12", "12/12/2026", "dydd Sadwrn 12 Rhagfyr". */
export const date = `(?:${dayName}(?:${dayNumber}(?: of| o)? ${month}(?![a-z])|${month} ${dayNumber}(?![\\d.:]| ?-| ?[ap]\\.?m| to ))(?:,? 20\\d{2})?|${dayName}\\d{1,2}\\/\\d{1,2}(?:\\/(?:20)?\\d{2})?)`;

/** "24 December and 2 January", "24 and 31 December". */
export const dates = `(?:${dayName}${dayNumber}${joint})*${date}(?:${joint}(?:${dayName}${dayNumber}${joint})*${date})*`;

/** Every date in such words; what is none is told as a problem. */
export function datesIn({ today, problem }: Pick<Reading, 'today' | 'problem'>, text: string): string[] {
  const whole = [...text.matchAll(new RegExp(`((?:${dayName}${dayNumber}${joint})*)(${date})`, 'g'))];
  return whole.flatMap(([, before = '', last = '']) => {
    const ending = new RegExp(`(?: of| o)? ${month}(?:,? 20\\d{2})?$`).exec(last)?.[0] ?? '';
    const days = [...before.matchAll(new RegExp(`${dayName}${dayNumber}`, 'g'))].map(([day]) => day + ending);
    return [...days, last].flatMap((words) => {
      const read = readDate(words, today);
      if ('date' in read) return [read.date];
      problem(read.problem === 'other-weekday' ? { code: read.problem, weekday: read.weekday, words } : { code: read.problem, words });
      return [];
    });
  });
}

const parts = new RegExp(
  `^(?<name>${weekday}|(?:d?dydd|nos) ${welshWeekday})?,? ?(?:the )?(?:(?<day>\\d{1,2})(?:[a-z]{2,3})?(?: of| o)? (?<month>${month})|(?<month2>${month}) (?<day2>\\d{1,2})(?:[a-z]{2,3})?|(?<day3>\\d{1,2})\\/(?<month3>\\d{1,2}))(?:(?:,? |\\/)(?<year>\\d{2,4}))?$`,
);

type ReadDate = { date: string } | { problem: 'no-such-day' } | { problem: 'other-weekday'; weekday: (typeof weekdays)[number] };

/** The next such date, today included; the very one where a year was said. `today`: YYYY-MM-DD. */
function readDate(text: string, today: string): ReadDate {
  const { groups: said = {} } = parts.exec(text) ?? {};
  const day = Number(said.day ?? said.day2 ?? said.day3);
  const name = said.month ?? said.month2;
  const monthOfYear = name ? monthNumberOf(name) : Number(said.month3);
  const year = said.year === undefined ? null : said.year.length === 2 ? 2000 + Number(said.year) : Number(said.year);
  const date = year === null ? soonest(today, day, monthOfYear) : dateIn(year, day, monthOfYear);
  if (date === null) return { problem: 'no-such-day' };
  const named = said.name?.replace(/^(?:d?dydd|nos) /, '');
  if (named && weekdayNumber(named) !== weekdays.indexOf(weekdayOf(date))) return { problem: 'other-weekday', weekday: weekdayOf(date) };
  return { date };
}

function soonest(today: string, day: number, monthOfYear: number): string | null {
  const thisYear = Number(today.slice(0, 4));
  // 29 February is never more than eight years away.
  for (let year = thisYear; year <= thisYear + 8; year += 1) {
    const found = dateIn(year, day, monthOfYear);
    if (found !== null && found >= today) return found;
  }
  return null;
}

function dateIn(year: number, day: number, monthOfYear: number): string | null {
  if (!(day >= 1 && monthOfYear >= 1 && monthOfYear <= 12)) return null;
  const found = Temporal.PlainDate.from({ year, month: monthOfYear, day }, { overflow: 'constrain' });
  return found.day === day ? found.toString() : null;
}
