import type { SessionRow, TermRow } from '../../api/sessions/session-rows.ts';

/** What happens on one day, as plain facts. */
export interface Happening {
  localDate: string;
  status: 'on' | 'cancelled' | 'moved';
  startsAt: string;
  endsAt: string;
}

/** How far beyond the days asked for a date may come from. */
const furthestMoveDays = 31;

/** The slow and simple reading of a session, against which the real one is held: day after day, is it on? Shares no code with what it checks. */
export function dayByDay(session: SessionRow, { from, to, terms = [] }: { from: string; to: string; terms?: TermRow[] }): Happening[] {
  const isRuleDay = dayTest(session.rule ?? '', session.starts_on ?? '');
  const happenings: Happening[] = [];
  for (let date = daysLater(from, -furthestMoveDays); date <= daysLater(to, furthestMoveDays); date = daysLater(date, 1)) {
    if (!isRuleDay(date) || !isInSeason(session, terms, date)) continue;
    const exception = session.exceptions.find(({ on_date }) => on_date === date);
    const isMoved = exception?.change === 'moved';
    const localDate = (isMoved && exception.to_date) || date;
    const startsAt = londonMs(localDate, (isMoved && exception.to_time) || (session.start_time ?? ''));
    if (localDate < from || localDate > to) continue;
    happenings.push({
      localDate,
      status: isMoved ? 'moved' : exception?.change === 'cancelled' ? 'cancelled' : 'on',
      startsAt: new Date(startsAt).toISOString(),
      endsAt: new Date(startsAt + (session.minutes ?? 0) * 60_000).toISOString(),
    });
  }
  return happenings.sort((one, other) => one.startsAt.localeCompare(other.startsAt));
}

/** Whether a day is one of the rule's, by counting on the calendar. */
function dayTest(rule: string, start: string): (date: string) => boolean {
  const part = (name: string) => new RegExp(`\\b${name}=([^;]+)`).exec(rule)?.[1]?.split(',') ?? null;
  const [every, interval] = [part('FREQ')?.[0], Number(part('INTERVAL')?.[0] ?? 1)];
  const [days, monthDays, months] = [part('BYDAY'), part('BYMONTHDAY')?.map(Number), part('BYMONTH')?.map(Number)];
  const first = calendar(start);
  return (date) => {
    const { year, month, day, daysInMonth, weekday, week } = calendar(date);
    const [fromStart, fromEnd] = [Math.ceil(day / 7), -Math.ceil((daysInMonth - day + 1) / 7)];
    if (date < start || (months && !months.includes(month))) return false;
    if (every === 'WEEKLY') return (week - first.week) % interval === 0 && (days ?? []).includes(weekday);
    if (every === 'MONTHLY' && ((year - first.year) * 12 + month - first.month) % interval !== 0) return false;
    if (monthDays) return monthDays.includes(day) || monthDays.includes(day - daysInMonth - 1);
    return days === null || days.includes(`${fromStart}${weekday}`) || days.includes(`${fromEnd}${weekday}`);
  };
}

function calendar(date: string) {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const days = Date.UTC(year, month - 1, day) / 86_400_000;
  return {
    year,
    month,
    day,
    daysInMonth: new Date(Date.UTC(year, month, 0)).getUTCDate(),
    weekday: ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '',
    // Day 0, 1 January 1970, was a Thursday; weeks begin on Mondays.
    week: Math.floor((days + 3) / 7),
  };
}

function isInSeason(session: SessionRow, terms: TermRow[], date: string): boolean {
  const isPaused = session.paused_from !== null && date >= session.paused_from && date <= (session.paused_until ?? '9999-12-31');
  const isTerm = terms.some((term) => date >= term.starts_on && date <= term.ends_on);
  const isBegun = date >= (session.starts_on ?? '') && date <= (session.ends_on ?? '9999-12-31');
  return isBegun && !isPaused && (isTerm || !session.term_time);
}

/**
 * The Summer Time Order 2002: an hour ahead from 1am GMT on the last Sunday of March to 1am GMT on the last Sunday of October. RFC 5545: a time
 * that comes twice is its first, one that is skipped counts by the clock before the change.
 */
function londonMs(date: string, time: string): number {
  const asGmt = Date.parse(`${date}T${time}Z`);
  const asSummer = asGmt - 3_600_000;
  const year = date.slice(0, 4);
  const isSummer =
    asSummer >= Date.parse(`${lastSunday(`${year}-03-31`)}T01:00Z`) && asSummer < Date.parse(`${lastSunday(`${year}-10-31`)}T01:00Z`);
  return isSummer ? asSummer : asGmt;
}

export const lastSunday = (endOfMonth: string) => daysLater(endOfMonth, -new Date(`${endOfMonth}T00:00Z`).getUTCDay());

export const daysLater = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
