import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { expandSession } from '../../api/sessions/expand-session.ts';
import type { SessionException, SessionRow } from '../../api/sessions/session-rows.ts';
import { dayByDay, daysLater, type Happening, lastSunday } from './day-by-day.ts';
import { aSession } from './session-fixture.ts';

/** Ten years with leap days in them. */
const decade = { from: '2023-01-01', to: '2032-12-31' };
const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const weekdays = fc.uniqueArray(weekday, { minLength: 1, maxLength: 4 });
const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }).map((chosen) => `;BYMONTH=${chosen}`);
const someMonths = fc.option(months, { nil: '' });
const month = fc.integer({ min: 1, max: 12 });
const nthOf = (...nth: number[]) => fc.tuple(fc.constantFrom(...nth), weekday).map(([which, day]) => `${which}${day}`);
const nthWeekdays = fc.uniqueArray(nthOf(1, 2, 3, 4, 5, -1, -2), { minLength: 1, maxLength: 3 });
const monthDay = fc.constantFrom(1, 13, 15, 28, 29, 30, 31, -1);

const rule = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), weekdays, someMonths)
    .map(([interval, days, season]) => `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days}${season}`),
  fc.tuple(fc.integer({ min: 1, max: 3 }), nthWeekdays).map(([interval, days]) => `FREQ=MONTHLY;INTERVAL=${interval};BYDAY=${days}`),
  fc.tuple(nthWeekdays, months).map(([days, season]) => `FREQ=MONTHLY;BYDAY=${days}${season}`),
  fc.tuple(monthDay, someMonths).map(([day, season]) => `FREQ=MONTHLY;BYMONTHDAY=${day}${season}`),
  fc.tuple(month, monthDay).map(([which, day]) => `FREQ=YEARLY;BYMONTH=${which};BYMONTHDAY=${day}`),
  fc.tuple(month, nthWeekdays).map(([which, days]) => `FREQ=YEARLY;BYMONTH=${which};BYDAY=${days}`),
);
/** What ical.js 2.2 reads as RFC 5545 says; at the first date of rules with months, fifth weekdays or a 29th of February it does not. */
const icalRule = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 6 }), weekdays).map(([interval, days]) => `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days}`),
  fc.tuple(fc.integer({ min: 1, max: 3 }), nthOf(1, 2, 3, 4, -1)).map(([every, day]) => `FREQ=MONTHLY;INTERVAL=${every};BYDAY=${day}`),
  fc.constantFrom(1, 13, 15, 28, -1).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
  fc.tuple(month, fc.integer({ min: 1, max: 28 })).map(([which, day]) => `FREQ=YEARLY;BYMONTH=${which};BYMONTHDAY=${day}`),
  fc.tuple(month, nthOf(1, 2, 3, 4, -1)).map(([which, day]) => `FREQ=YEARLY;BYMONTH=${which};BYDAY=${day}`),
);
const startsOn = fc.integer({ min: 0, max: 1_500 }).map((days) => daysLater(decade.from, days));
const aroundTheChange = ['00:00:00', '00:30:00', '01:00:00', '01:15:00', '01:30:00', '01:59:00', '02:00:00', '02:30:00'];
const startTime = fc.constantFrom(...aroundTheChange, '09:20:00', '19:30:00', '22:45:00', '23:59:00');
const minutes = fc.constantFrom(10, 45, 90, 240, 1_440);

describe('the dates of a rule', () => {
  it('are those of ical.js over ten years', () => {
    fc.assert(
      fc.property(icalRule, startsOn, startTime, (text, start, time) => {
        const session = aSession({ rule: text, starts_on: start, start_time: time });
        expect(real(session).map(({ localDate }) => localDate)).toEqual(icalDates(text, start));
      }),
      { numRuns: 120 },
    );
  });

  it('are those of a calendar read day by day over ten years', () => {
    fc.assert(
      fc.property(rule, startsOn, startTime, minutes, (text, start, time, length) => {
        const session = aSession({ rule: text, starts_on: start, start_time: time, minutes: length });
        expect(real(session)).toEqual(dayByDay(session, decade));
      }),
      { numRuns: 60 },
    );
  });

  it('are the same in a window far from the first date', () => {
    fc.assert(
      fc.property(rule, startsOn, fc.integer({ min: 0, max: 2_000 }), (text, start, later) => {
        const session = aSession({ rule: text, starts_on: start });
        const within = { from: daysLater(start, later), to: daysLater(start, later + 90) };
        expect(real(session, within)).toEqual(dayByDay(session, within));
      }),
      { numRuns: 150 },
    );
  });

  it('end where the rule says, at a date or after a count', () => {
    const untilDays = fc.option(fc.integer({ min: 0, max: 1_000 }));
    const count = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(rule, startsOn, untilDays, count, (text, start, days, most) => {
        const until = days === null ? null : daysLater(start, days);
        const session = aSession({ rule: text + (until ? `;UNTIL=${until.replaceAll('-', '')}` : `;COUNT=${most}`), starts_on: start });
        const all = dayByDay(aSession({ rule: text, starts_on: start }), decade).map(({ localDate }) => localDate);
        const expected = until ? all.filter((date) => date <= until) : all.slice(0, most);
        expect(real(session).map(({ localDate }) => localDate)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('are the right moments on every night of the ten years on which the clocks change', () => {
    const nights = Array.from({ length: 10 }, (_, year) => ['03-31', '10-31'].map((end) => lastSunday(`${2023 + year}-${end}`))).flat();
    for (const night of nights) {
      for (const time of aroundTheChange) {
        const session = aSession({
          rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU',
          starts_on: daysLater(night, -1),
          start_time: time,
          minutes: 180,
        });
        const within = { from: daysLater(night, -1), to: daysLater(night, 1) };
        expect(real(session, within), `${night} ${time}`).toEqual(dayByDay(session, within));
      }
    }
  });
});

describe('the dates of a session', () => {
  const span = { from: '2026-01-01', to: '2027-12-31' };
  const day = fc.integer({ min: -40, max: 770 }).map((days) => daysLater(span.from, days));
  const period = fc
    .tuple(day, fc.integer({ min: 0, max: 120 }))
    .map(([from, length]) => ({ starts_on: from, ends_on: daysLater(from, length) }));
  const change = fc.record({
    /** Of the rule's dates, counted from the first. */
    which: fc.nat({ max: 100 }),
    change: fc.constantFrom<SessionException['change']>('cancelled', 'moved', 'note'),
    days: fc.integer({ min: -31, max: 31 }),
    to_time: fc.option(startTime),
  });

  it('are those of a day-by-day reading, with terms, pauses, ends, and dates cancelled and moved', () => {
    const settings = fc.record({
      ends_on: fc.option(day),
      term_time: fc.boolean(),
      paused_from: fc.option(day),
      pausedDays: fc.option(fc.integer({ min: 0, max: 90 })),
      start_time: startTime,
      minutes,
    });
    fc.assert(
      fc.property(
        rule,
        day,
        settings,
        fc.array(period, { maxLength: 5 }),
        fc.array(change, { maxLength: 6 }),
        (text, start, set, terms, changes) => {
          const { pausedDays, ...rest } = set;
          const ruleDays = dayByDay(aSession({ rule: text, starts_on: start }), span).map(({ localDate }) => localDate);
          const session = aSession({
            ...rest,
            rule: text,
            starts_on: start,
            paused_until: set.paused_from && pausedDays !== null ? daysLater(set.paused_from, pausedDays) : null,
            exceptions: exceptionsOf(changes, ruleDays),
          });
          expect(sorted(real(session, span, terms))).toEqual(sorted(dayByDay(session, { ...span, terms })));
        },
      ),
      { numRuns: 100 },
    );
  });

  function exceptionsOf(
    changes: { which: number; change: SessionException['change']; days: number; to_time: string | null }[],
    ruleDays: string[],
  ) {
    const byDate = new Map<string, SessionException>();
    for (const { which, change: what, days, to_time } of changes) {
      const date = ruleDays[which];
      if (date)
        byDate.set(date, { on_date: date, change: what, to_date: what === 'moved' ? daysLater(date, days) : null, to_time, note: null });
    }
    return [...byDate.values()];
  }
});

function real(session: SessionRow, within = decade, terms: { starts_on: string; ends_on: string }[] = []): Happening[] {
  return expandSession(session, terms, within).map(({ localDate, status, startsAt, endsAt }) => ({
    localDate,
    status,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
}

/** Two at the same moment have no order of their own. */
const sorted = (happenings: Happening[]) => happenings.map((happening) => Object.values(happening).join(' ')).sort();

/** ical.js in floating time: which local dates there are does not depend on a zone. */
function icalDates(text: string, start: string): string[] {
  const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(start));
  const dates: string[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    const date = next.toString().slice(0, 10);
    if (date > decade.to) break;
    dates.push(date);
  }
  return dates;
}
