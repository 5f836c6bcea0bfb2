import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { expandSession } from '../../api/sessions/expand-session.ts';
import { addDays, londonIso } from '../../api/time/london-time.ts';
import { aSession } from './session-fixture.ts';

const window = { from: '2026-11-01', to: '2026-12-31' };
const datesOf = (session: ReturnType<typeof aSession>, terms = [] as { starts_on: string; ends_on: string }[], within = window) =>
  expandSession(session, terms, within).map(({ localDate }) => localDate);

describe('the dates of a session', () => {
  it('keeps to every other Tuesday across the new year', () => {
    expect(
      datesOf(aSession({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', starts_on: '2026-11-10' }), [], { from: '2026-12-01', to: '2027-01-31' }),
    ).toEqual(['2026-12-08', '2026-12-22', '2027-01-05', '2027-01-19']);
  });

  it('finds the second Tuesday and the last Friday of a month', () => {
    expect(datesOf(aSession({ rule: 'FREQ=MONTHLY;BYDAY=2TU', starts_on: '2026-01-13' }))).toEqual(['2026-11-10', '2026-12-08']);
    expect(datesOf(aSession({ rule: 'FREQ=MONTHLY;BYDAY=-1FR', starts_on: '2026-01-30' }))).toEqual(['2026-11-27', '2026-12-25']);
  });

  it('leaves out what is not in term time', () => {
    const terms = [{ starts_on: '2026-11-02', ends_on: '2026-12-18' }];
    expect(datesOf(aSession({ term_time: true }), terms).at(-1)).toBe('2026-12-15');
  });

  it('leaves out a pause, both its days included', () => {
    const dates = datesOf(aSession({ paused_from: '2026-11-10', paused_until: '2026-11-24' }));
    expect(dates.slice(0, 2)).toEqual(['2026-11-03', '2026-12-01']);
  });

  it('keeps a cancelled date and says why', () => {
    const [first] = expandSession(
      aSession({ exceptions: [{ on_date: '2026-11-03', change: 'cancelled', to_date: null, to_time: null, note: 'the floor' }] }),
      [],
      window,
    );
    expect(first).toMatchObject({ localDate: '2026-11-03', status: 'cancelled', note: 'the floor' });
  });

  it('shows a moved date on its new day only, even when it moves into the window from outside', () => {
    const moved = aSession({
      exceptions: [{ on_date: '2026-10-27', change: 'moved', to_date: '2026-11-01', to_time: '14:00:00', note: null }],
    });
    const dates = expandSession(moved, [], window);
    expect(dates[0]).toMatchObject({ localDate: '2026-11-01', status: 'moved', dayPart: 'afternoon' });
    expect(expandSession(moved, [], { from: '2026-10-27', to: '2026-10-27' })).toEqual([]);
  });

  it('shows a date that was moved by half a year, either way, and none that its rule never had', () => {
    const moved = (on: string) =>
      aSession({ exceptions: [{ on_date: on, change: 'moved', to_date: '2026-11-14', to_time: null, note: null }] });
    const onTheDay = { from: '2026-11-14', to: '2026-11-14' };
    for (const on of ['2026-05-12', '2027-05-11'])
      expect(expandSession(moved(on), [], onTheDay)).toMatchObject([{ localDate: '2026-11-14', status: 'moved' }]);
    expect(expandSession(moved('2026-05-13'), [], onTheDay)).toEqual([]);
  });

  it('ends the next day when it runs past midnight', () => {
    const [first] = expandSession(aSession({ start_time: '22:30:00', minutes: 210 }), [], window);
    expect([first && londonIso(first.startsAt), first && londonIso(first.endsAt)]).toEqual([
      '2026-11-03T22:30+00:00',
      '2026-11-04T02:00+00:00',
    ]);
  });

  it('keeps its local time over both clock changes', () => {
    const sundays = aSession({ rule: 'FREQ=WEEKLY;BYDAY=SU', starts_on: '2026-01-04' });
    const iso = (from: string, to: string) => expandSession(sundays, [], { from, to }).map(({ startsAt }) => londonIso(startsAt));
    expect(iso('2026-03-22', '2026-03-29')).toEqual(['2026-03-22T10:00+00:00', '2026-03-29T10:00+01:00']);
    expect(iso('2026-10-18', '2026-10-25')).toEqual(['2026-10-18T10:00+01:00', '2026-10-25T10:00+00:00']);
  });

  it('has no dates when it is by appointment', () => {
    expect(datesOf(aSession({ rule: null, starts_on: null, start_time: null, minutes: null, by_appointment: true }))).toEqual([]);
  });

  it('agrees with an independent reading of RFC 5545 over ten years, clock changes and all', () => {
    const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
    const rule = fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 4 }), fc.uniqueArray(weekday, { minLength: 1, maxLength: 4 }))
        .map(([interval, days]) => `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days}`),
      fc.tuple(fc.constantFrom(1, 2, 3, 4, -1), weekday).map(([nth, day]) => `FREQ=MONTHLY;BYDAY=${nth}${day}`),
      fc.integer({ min: 1, max: 28 }).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
    );
    const start = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2020-01-01', days));
    const clock = fc.constantFrom('00:30:00', '01:30:00', '10:00:00', '23:45:00');
    fc.assert(
      fc.property(rule, start, clock, fc.integer({ min: 0, max: 700 }), (text, startsOn, time, later) => {
        const within = { from: addDays(startsOn, later), to: addDays(startsOn, later + 60) };
        expect(datesOf(aSession({ rule: text, starts_on: startsOn, start_time: time }), [], within)).toEqual(
          oracleDates(text, startsOn, within),
        );
      }),
      { numRuns: 300 },
    );
  });
});

/** ical.js, in floating time: local dates need no zone. */
function oracleDates(rule: string, startsOn: string, within: { from: string; to: string }): string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(startsOn));
  const dates: string[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    const date = next.toString().slice(0, 10);
    if (date > within.to) break;
    if (date >= within.from) dates.push(date);
  }
  return dates;
}
