import { capitalise } from './format.ts';
import { type Grammar, grammarOf, type NthDay } from './grammar.ts';
import { weekdayOf } from './london-day.ts';
import type { Translate } from './translate.ts';

/** A regular happening, as a listing's rule or a session holds it. */
export interface RegularTimes {
  /** RFC 5545 RRULE without DTSTART; null without fixed times. */
  rule: string | null;
  /** Local time, HH:MM. */
  start: string | null;
  minutes: number | null;
  term_time: boolean;
  /** First date, YYYY-MM-DD: tells the weekday of a rule that leaves it out. */
  from?: string | null;
  by_appointment?: boolean;
  usually?: string | null;
}

/** A rule as people say it: "every other Tuesday, 10am to noon". Starts with a small letter, except names. */
export function sayRecurrence(t: Translate, times: RegularTimes): string {
  if (!times.rule) return times.usually ?? (times.by_appointment ? t('when.by-appointment') : t('when.ask'));
  const grammar = grammarOf(t.locale);
  const rule = readRule(times.rule);
  return [
    sayDays(grammar, rule, times) ?? t('when.set-dates'),
    sayHours(grammar, times),
    sayMonths(grammar, rule),
    times.term_time ? t('when.term-time') : null,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Several rules in one line, those that differ only in the day said together; at most two, then "and more". */
export function sayRecurrences(t: Translate, rules: readonly RegularTimes[]): string {
  const said = mergeDays(rules).map((times) => sayRecurrence(t, times));
  const line = said.length > 2 ? `${said[0]}; ${t('when.more')}` : said.join('; ');
  return capitalise(line);
}

interface Rule {
  freq: string;
  interval: number;
  days: NthDay[];
  months: number[];
  dates: number[];
  position: number | null;
}

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

function readRule(text: string): Rule {
  const parts = Object.fromEntries(
    text
      .replace(/^RRULE:/i, '')
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=', 2)),
  );
  const numbers = (value: string | undefined) => (value ?? '').split(',').filter(Boolean).map(Number).filter(Number.isFinite);
  return {
    freq: parts.FREQ ?? '',
    interval: Number(parts.INTERVAL ?? 1) || 1,
    days: (parts.BYDAY ?? '').split(',').flatMap(readDay),
    months: numbers(parts.BYMONTH).sort((a, b) => a - b),
    dates: numbers(parts.BYMONTHDAY),
    position: numbers(parts.BYSETPOS)[0] ?? null,
  };
}

function readDay(code: string): NthDay[] {
  const [, nth = '', name = ''] = /^([+-]?\d+)?([A-Z]{2})$/.exec(code) ?? [];
  const day = dayCodes.indexOf(name);
  return day < 0 ? [] : [{ nth: Number(nth), day }];
}

/** Null when the rule is of a shape that we have no words for. */
function sayDays(grammar: Grammar, rule: Rule, times: RegularTimes): string | null {
  const evening = Number(times.start?.slice(0, 2) ?? 0) >= 17;
  const weekdays = [...new Set(rule.days.map((pick) => pick.day))].sort((a, b) => a - b);
  const picks = rule.position && rule.days.length === 1 ? rule.days.map((pick) => ({ ...pick, nth: rule.position ?? 0 })) : rule.days;
  const counted = picks.length > 0 && picks.every((pick) => pick.nth !== 0);
  if (rule.freq === 'DAILY' && weekdays.length === 0) return grammar.everyDays(rule.interval);
  if (rule.freq === 'YEARLY') return sayYearly(grammar, rule, counted ? picks : [], evening);
  if (rule.freq === 'MONTHLY' && counted) return grammar.nthOfMonth(picks, rule.interval, evening);
  if (rule.freq === 'MONTHLY' && rule.dates.length > 0 && weekdays.length === 0) return grammar.datesOfMonth(rule.dates, rule.interval);
  if (rule.position || !['DAILY', 'WEEKLY', 'MONTHLY'].includes(rule.freq) || (rule.freq !== 'WEEKLY' && rule.interval > 1)) return null;
  const days = weekdays.length === 0 && rule.freq === 'WEEKLY' && times.from ? [weekdayOf(times.from)] : weekdays;
  if (days.length === 0) return null;
  return rule.interval === 1 ? grammar.weekly(days, evening) : grammar.everyWeeks(rule.interval, days, evening);
}

function sayYearly(grammar: Grammar, rule: Rule, picks: NthDay[], evening: boolean): string | null {
  const [month] = rule.months;
  const [date] = rule.dates;
  if (rule.interval !== 1 || rule.months.length !== 1 || month === undefined) return null;
  if (picks.length > 0) return grammar.nthOfNamedMonth(picks, month - 1, evening);
  return date === undefined || rule.days.length > 0 ? null : grammar.dateOfYear(date, month - 1);
}

/** "April to September"; the runs may pass over New Year. Yearly rules have said their month already. */
function sayMonths(grammar: Grammar, rule: Rule): string | null {
  if (rule.months.length === 0 || rule.months.length === 12 || (rule.freq === 'YEARLY' && rule.months.length === 1)) return null;
  const starts = rule.months.filter((month) => !rule.months.includes(month === 1 ? 12 : month - 1));
  const said = starts.flatMap((start) => {
    let length = 1;
    while (rule.months.includes(((start - 1 + length) % 12) + 1)) length += 1;
    const name = (offset: number) => grammar.months[(start - 1 + offset) % 12] ?? '';
    return length > 2 ? [grammar.range(name(0), name(length - 1))] : Array.from({ length }, (_, offset) => name(offset));
  });
  return grammar.list(said);
}

function sayHours(grammar: Grammar, times: RegularTimes): string | null {
  const [hour, minute] = (times.start ?? '').split(':').map(Number);
  if (hour === undefined || minute === undefined) return null;
  const from = grammar.clock(hour, minute);
  if (!times.minutes) return from;
  const end = (hour * 60 + minute + times.minutes) % 1440;
  return grammar.range(from, grammar.clock(Math.floor(end / 60), end % 60));
}

/** "FREQ=WEEKLY;BYDAY=MO" and "…TH" at the same hours are one thing to say. */
function mergeDays(rules: readonly RegularTimes[]): RegularTimes[] {
  const merged = new Map<string, RegularTimes>();
  for (const times of rules) {
    const days = /^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/.exec(times.rule ?? '')?.[1];
    // A rule that names no day has that of its first date.
    const named = days ? 'weekly' : `${times.rule}${/BYDAY|BYMONTHDAY/.test(times.rule ?? '') ? '' : times.from}`;
    const key = `${named}|${times.start}|${times.minutes}|${times.term_time}`;
    const seen = merged.get(key);
    merged.set(key, seen && days ? { ...seen, rule: `${seen.rule},${days}` } : times);
  }
  return [...merged.values()];
}
