import { weekdayOf } from '../time/london-time.ts';
import { fill, fillOptional, type Values } from './field-rules.ts';
import type { SessionFields } from './mapping-format.ts';

/** One regular happening as a row of a timetable tells it, ready to be written. */
export interface Visit {
  rule: string;
  starts_on: string;
  ends_on: string | null;
  start_time: string;
  minutes: number;
  /** Dates of the rule on which it is not. */
  cancelled: string[];
}

const part =
  /^(?:INTERVAL=[1-9]\d?|BYDAY=(?:[1-5]|-[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[1-5]|-[1-5])?(?:MO|TU|WE|TH|FR|SA|SU))*|BYMONTHDAY=-?[1-9]\d?(?:,-?[1-9]\d?)*|BYMONTH=[1-9]\d?(?:,[1-9]\d?)*)$/;
const longestMinutes = 12 * 60;

/** Reads rule, first date, times and exceptions; or says why they make no sense (pure). */
export function readVisit(fields: SessionFields, values: Values): Visit | { refused: string } {
  const from = fill(fields.from, values) ?? '';
  if (!isDate(from)) return { refused: `its first date “${from}” is no date (2026-11-24)` };
  const rule = fill(fields.rule, values)?.toUpperCase() ?? '';
  if (!isRule(rule)) return { refused: `“${rule}” is no rule that we can read (FREQ=WEEKLY;INTERVAL=2)` };
  const day = fillOptional(fields.weekday, values)?.toLowerCase();
  if (day && !agrees(rule, from, day))
    return { refused: `it is said to be on a ${capital(day)}, but its dates are on another day (${rule} from ${from})` };
  const until = fillOptional(fields.until, values);
  if (until !== null && !isDate(until)) return { refused: `its last date “${until}” is no date (2026-11-24)` };
  const [start, end] = [readTime(fill(fields.start, values)), readTime(fill(fields.end, values))];
  const minutes = start === null || end === null ? 0 : (end - start + 1_440) % 1_440;
  const times = `${fill(fields.start, values) ?? '?'} to ${fill(fields.end, values) ?? '?'}`;
  if (start === null || minutes === 0 || minutes > longestMinutes) return { refused: `from ${times} is no length of time` };
  const cancelled = (fillOptional(fields.not_on, values) ?? '').split(/[\s,;|]+/).filter(Boolean);
  const wrong = cancelled.find((date) => !isDate(date));
  if (wrong) return { refused: `its exception “${wrong}” is no date (2026-11-24)` };
  return {
    rule: withWeekday(rule, from),
    starts_on: from,
    ends_on: until,
    start_time: clock(start),
    minutes,
    cancelled: [...new Set(cancelled)].sort(),
  };
}

/** Tells two happenings of one asset apart from run to run; its length may change. */
export const visitKey = ({ rule, starts_on, start_time }: Visit) => `${rule}|${starts_on}|${start_time}`;

function isRule(rule: string): boolean {
  const [every, ...parts] = rule.split(';');
  return /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(every ?? '') && parts.every((text) => part.test(text));
}

/** "Every four weeks" from a Tuesday is every fourth Tuesday: said in the rule, so that it can be said to people. */
function withWeekday(rule: string, from: string): string {
  const said = rule.replace(';INTERVAL=1;', ';').replace(/;INTERVAL=1$/, '');
  return said.startsWith('FREQ=WEEKLY') && !said.includes('BYDAY') ? `${said};BYDAY=${shortDay(weekdayOf(from))}` : said;
}

function agrees(rule: string, from: string, day: string): boolean {
  const days = /BYDAY=([^;]+)/
    .exec(withWeekday(rule, from))?.[1]
    ?.split(',')
    .map((text) => text.slice(-2));
  return days === undefined || days.includes(shortDay(day));
}

const shortDay = (day: string) => day.slice(0, 2).toUpperCase();
const capital = (day: string) => day.slice(0, 1).toUpperCase() + day.slice(1);

/** A real day of the calendar. */
function isDate(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** `9:20`, `09:20` and `9.20` in minutes after midnight. */
function readTime(text: string | null): number | null {
  const [, hours, minutes] = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?$/.exec(text ?? '') ?? [];
  const time = Number(hours) * 60 + Number(minutes);
  return Number(hours) < 24 && Number(minutes) < 60 ? time : null;
}

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`;
