import { RRuleTemporal } from 'rrule-temporal';
import type { DayPart, Weekday } from '../contract/vocabulary.ts';
import { addDays, dayPartOf, daysBetween, londonInstant, weekdayOf } from '../time/london-time.ts';
import type { EventRow, SessionException, SessionRow, TermRow } from './session-rows.ts';

/** One date worked out from a rule. */
export interface ExpandedDate {
  startsAt: Date;
  endsAt: Date;
  localDate: string;
  weekday: Weekday;
  dayPart: DayPart;
  status: 'on' | 'cancelled' | 'moved';
  note: string | null;
  /** On a moved date: when it would have been. */
  movedFrom: Date | null;
  /** On a cancelled date: when it is instead. */
  movedTo: Date | null;
}

/** Inclusive local dates. */
export interface DateWindow {
  from: string;
  to: string;
}

/**
 * The dates of a session within a window, in order: rule (RFC 5545), first and last date, term time, pauses, then exceptions.
 * Cancelled dates stay, marked, because people need to be told; paused and out-of-term ones go.
 */
export function expandSession(session: SessionRow, terms: TermRow[], window: DateWindow): ExpandedDate[] {
  const { rule, starts_on: startsOn, start_time: startTime, minutes } = session;
  if (!rule || !startsOn || !startTime || !minutes) return [];
  const exceptions = new Map(session.exceptions.map((exception) => [exception.on_date, exception]));
  const days = new Set([...ruleDates(rule, startsOn, window), ...movedInto(session.exceptions, rule, startsOn, window)]);
  return [...days]
    .filter((date) => runsOn(session, terms, date))
    .map((date) => applyException(date, startTime, minutes, exceptions.get(date) ?? exceptions.get(`*${date.slice(4)}`)))
    .filter(({ localDate }) => localDate >= window.from && localDate <= window.to)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

/** The one date of an event, if it lies in the window. */
export function expandEvent(event: EventRow, window: DateWindow): ExpandedDate[] {
  if (event.starts_on < window.from || event.starts_on > window.to) return [];
  return [describe(event.starts_on, event.start_time, event.minutes, event.cancelled ? 'cancelled' : 'on', event.note)];
}

/** However far away the rule has them. */
function movedInto(exceptions: SessionException[], rule: string, startsOn: string, window: DateWindow): string[] {
  return exceptions.flatMap(({ on_date: day, change, to_date: newDay }) =>
    change === 'moved' && newDay && newDay >= window.from && newDay <= window.to ? ruleDates(rule, startsOn, { from: day, to: day }) : [],
  );
}

/** Dates only, worked out in UTC: a time that a clock change skips must not take its date with it. */
function ruleDates(rule: string, startsOn: string, window: DateWindow): string[] {
  const start = nearStart(rule, startsOn, window.from).replaceAll('-', '');
  const recurrence = new RRuleTemporal({ rruleString: `DTSTART:${start}T000000Z\nRRULE:${rule}` });
  return recurrence.between(utcMidnight(window.from), utcMidnight(window.to), true).map((date) => date.toPlainDate().toString());
}

/** A weekly rule may as well begin whole intervals later, one before the window: what lies between costs as much as what is asked for. */
function nearStart(rule: string, startsOn: string, from: string): string {
  if (!rule.startsWith('FREQ=WEEKLY') || rule.includes('COUNT')) return startsOn;
  const days = 7 * Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? 1);
  const passed = Math.floor(daysBetween(startsOn, from) / days) - 1;
  return passed > 0 ? addDays(startsOn, passed * days) : startsOn;
}

const utcMidnight = (date: string) => new Date(`${date}T00:00:00Z`);

function runsOn(session: SessionRow, terms: TermRow[], date: string): boolean {
  if (session.starts_on && date < session.starts_on) return false;
  if (session.ends_on && date > session.ends_on) return false;
  if (session.paused_from && date >= session.paused_from && (!session.paused_until || date <= session.paused_until)) return false;
  return !session.term_time || terms.some((term) => date >= term.starts_on && date <= term.ends_on);
}

function applyException(date: string, startTime: string, minutes: number, exception: SessionException | undefined): ExpandedDate {
  if (!exception) return describe(date, startTime, minutes, 'on', null);
  if (exception.change === 'moved') {
    const moved = describe(exception.to_date ?? date, exception.to_time ?? startTime, minutes, 'moved', exception.note);
    return { ...moved, movedFrom: londonInstant(date, startTime) };
  }
  return describe(date, startTime, minutes, exception.change === 'cancelled' ? 'cancelled' : 'on', exception.note);
}

/** Minutes are real minutes, so an evening that crosses a clock change ends when its people go home. */
function describe(date: string, time: string, minutes: number, status: ExpandedDate['status'], note: string | null): ExpandedDate {
  const startsAt = londonInstant(date, time);
  return {
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutes * 60_000),
    localDate: date,
    weekday: weekdayOf(date),
    dayPart: dayPartOf(startsAt),
    status,
    note,
    movedFrom: null,
    movedTo: null,
  };
}
