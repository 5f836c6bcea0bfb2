import { RRuleTemporal } from 'rrule-temporal';
import type { TimesAssumed, TimesProblem } from '../../contract/plain-times.ts';
import type { SessionState } from '../../contract/session-state.ts';
import type { Hours } from './clock.ts';
import { type Group, hasDays } from './group.ts';

/** A one-off happening, yet without a name. */
export interface EventTimes {
  starts_on: string;
  start_time: string;
  minutes: number;
}

export interface GroupTimes {
  sessions: SessionState[];
  events: EventTimes[];
  problems: TimesProblem[];
  assumed: TimesAssumed[];
}

/** What one happening is as rules (RFC 5545) and dates; `words` are the ones that told it. */
export function toTimes(group: Group, words: string, today: string): GroupTimes {
  const told: GroupTimes = { sessions: [], events: [], problems: [], assumed: [] };
  if (group.byAppointment) told.sessions.push({ ...noSession, by_appointment: true, usually: hasDays(group) ? words : null });
  if (group.byAppointment || !(hasDays(group) || group.hours.length > 0)) return told;
  const [first] = group.hours;
  if (!first || !hasDays(group)) {
    // Without a clock or a day there are no dates to work out: it is shown as it was written.
    told.sessions.push({ ...noSession, usually: words, term_time: group.termTime });
    told.assumed.push({ code: 'own-words', words });
    return told;
  }
  for (const hours of group.hours) {
    const length = minutesOf(group, hours);
    if (length === null) told.assumed.push({ code: 'one-hour', words });
    const clock = { start_time: clockText(hours.start), minutes: length ?? 60 };
    told.events.push(...group.once.map((starts_on) => ({ starts_on, ...clock })));
    for (const rule of rulesOf(group)) addSession(told, { group, rule, clock, words, today });
  }
  return told;
}

interface ToldRule {
  group: Group;
  rule: string;
  clock: Pick<EventTimes, 'start_time' | 'minutes'>;
  words: string;
  today: string;
}

function addSession(told: GroupTimes, { group, rule, clock, words, today }: ToldRule): void {
  const first = firstDate(rule, group.from ?? today);
  if (first === null || (group.until !== null && group.until < first)) {
    told.problems.push({ code: 'no-dates', words });
    return;
  }
  if (rule.includes('INTERVAL') && group.from !== first) told.assumed.push({ code: 'first-date', words, date: first });
  const exceptions = group.notDates.map((on_date) => ({ on_date, change: 'cancelled' as const, to_date: null, to_time: null, note: null }));
  told.sessions.push({ ...noSession, ...clock, rule, starts_on: first, ends_on: group.until, term_time: group.termTime, exceptions });
}

/** Weekly days, days of the month and dates are rules of their own, though they be told in one breath. */
function rulesOf(group: Group): string[] {
  const kept = monthsKept(group);
  const monthly = group.everyMonths > 1 ? `;INTERVAL=${group.everyMonths}` : '';
  const yearly = group.inMonths && group.months.length === 1;
  const days = [...new Set(group.days)].sort((one, other) => one - other);
  return [
    ...(days.length > 0 ? [`FREQ=WEEKLY${group.weeks > 1 ? `;INTERVAL=${group.weeks}` : ''};BYDAY=${days.map(codeOf)}${kept}`] : []),
    ...(group.nths.length > 0
      ? [`FREQ=${yearly ? 'YEARLY' : 'MONTHLY'}${monthly};BYDAY=${group.nths.map(({ nth, day }) => `${nth}${codeOf(day)}`)}${kept}`]
      : []),
    ...(group.dates.length > 0 ? [`FREQ=MONTHLY${monthly};BYMONTHDAY=${group.dates}${kept}`] : []),
    ...(group.everyDays !== null ? [`FREQ=DAILY${group.everyDays > 1 ? `;INTERVAL=${group.everyDays}` : ''}${kept}`] : []),
    ...group.yearly.map(({ day, month }) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`),
  ];
}

const codeOf = (day: number) => ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][day] ?? 'MO';

function monthsKept({ months, notMonths }: Group): string {
  const all = Array.from({ length: 12 }, (_, at) => at + 1);
  const kept = (months.length > 0 ? all.filter((month) => months.includes(month)) : all).filter((month) => !notMonths.includes(month));
  return kept.length === 12 ? '' : `;BYMONTH=${kept}`;
}

/** The first day from `from` on that the rule gives; null when there is none. */
function firstDate(rule: string, from: string): string | null {
  if (/BYMONTH=($|;)/.test(rule)) return null;
  // Of every few weeks or days, the first that may be is the first that is.
  const every = rule.replace(/;INTERVAL=\d+/, '');
  try {
    const recurrence = new RRuleTemporal({ rruleString: `DTSTART:${from.replaceAll('-', '')}T000000Z\nRRULE:${every}` });
    return (
      recurrence
        .next(new Date(`${from}T00:00:00Z`), true)
        ?.toPlainDate()
        .toString() ?? null
    );
  } catch {
    return null;
  }
}

/** Null: nobody said. */
function minutesOf({ minutes }: Group, { start, end }: Hours): number | null {
  if (end !== null) return end - start;
  return minutes !== null && minutes > 0 && minutes <= 1440 ? minutes : null;
}

const clockText = (minutes: number) => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

export const noSession: SessionState = {
  ...{ id: null, title: null, title_cy: null, venue_id: null, rule: null, starts_on: null, ends_on: null, start_time: null, minutes: null },
  ...{ term_time: false, paused_from: null, paused_until: null, pause_note: null, by_appointment: false, usually: null, note: null },
  exceptions: [],
};
