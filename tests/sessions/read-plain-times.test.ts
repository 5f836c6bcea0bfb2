import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SessionState } from '../../api/contract/session-state.ts';
import { expandSession } from '../../api/sessions/expand-session.ts';
import { readPlainTimes } from '../../api/sessions/read-plain-times.ts';
import { ruleProblem } from '../../api/sessions/recurrence-rules.ts';
import { addDays } from '../../api/time/london-time.ts';
import { sayRecurrence } from '../../web/i18n/say-recurrence.ts';
import { createTranslate } from '../../web/i18n/translate.ts';
import { aSession } from './session-fixture.ts';

const today = '2026-11-23';
const read = (text: string) => readPlainTimes(text, today);
/** "FREQ=… from 2026-11-24 until 2027-03-31 10:00 +120 term", one line a session. */
const rules = (text: string) =>
  read(text).sessions.map(({ rule, starts_on, ends_on, start_time, minutes, term_time }) =>
    [rule, `from ${starts_on}`, ends_on && `until ${ends_on}`, start_time, `+${minutes}`, term_time && 'term'].filter(Boolean).join(' '),
  );

describe('times as people write them', () => {
  it.each([
    ['every Tuesday 10am to noon', 'FREQ=WEEKLY;BYDAY=TU from 2026-11-24 10:00 +120'],
    ['second Tuesday 2pm-3pm, not in August', 'FREQ=MONTHLY;BYDAY=2TU;BYMONTH=1,2,3,4,5,6,7,9,10,11,12 from 2026-12-08 14:00 +60'],
    ['first and third Fridays 7.30-9pm', 'FREQ=MONTHLY;BYDAY=1FR,3FR from 2026-12-04 19:30 +90'],
    ['every other Monday from 4 January 2pm for an hour', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO from 2027-01-04 14:00 +60'],
    ['Mon, Wed and Fri mornings 10-12', 'FREQ=WEEKLY;BYDAY=MO,WE,FR from 2026-11-23 10:00 +120'],
    ['weekdays 9 to 5', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR from 2026-11-23 09:00 +480'],
    ['last Sunday of the month 2pm for an hour and a half', 'FREQ=MONTHLY;BYDAY=-1SU from 2026-11-29 14:00 +90'],
    ['term time Thursdays 3.30pm - 5', 'FREQ=WEEKLY;BYDAY=TH from 2026-11-26 15:30 +90 term'],
    ['Tuesdays 10am-12 from 6 January until 31 March', 'FREQ=WEEKLY;BYDAY=TU from 2027-01-12 until 2027-03-31 10:00 +120'],
    ['Saturdays from April to September 2-4pm', 'FREQ=WEEKLY;BYDAY=SA;BYMONTH=4,5,6,7,8,9 from 2027-04-03 14:00 +120'],
    ['14:00–16:00 every Wednesday', 'FREQ=WEEKLY;BYDAY=WE from 2026-11-25 14:00 +120'],
    ['Tuesday and Thursday evenings 7-9', 'FREQ=WEEKLY;BYDAY=TU,TH from 2026-11-24 19:00 +120'],
    ['monthly on the first Monday, 11am to 12', 'FREQ=MONTHLY;BYDAY=1MO from 2026-12-07 11:00 +60'],
    ['1st Saturday 10am - 12 noon', 'FREQ=MONTHLY;BYDAY=1SA from 2026-12-05 10:00 +120'],
    ['every second Tuesday of the month 7pm to 8pm', 'FREQ=MONTHLY;BYDAY=2TU from 2026-12-08 19:00 +60'],
    ['Mondays half past seven pm for 2 hours', 'FREQ=WEEKLY;BYDAY=MO from 2026-11-23 19:30 +120'],
    ['Mondays 10pm to 2am', 'FREQ=WEEKLY;BYDAY=MO from 2026-11-23 22:00 +240'],
    ['dydd Mawrth 10yb tan hanner dydd', 'FREQ=WEEKLY;BYDAY=TU from 2026-11-24 10:00 +120'],
    ['bob yn ail ddydd Llun o 4 Ionawr, 2yp am awr', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO from 2027-01-04 14:00 +60'],
    ['bob dydd Llun, Mercher a Mawrth, 9yb tan 1yp', 'FREQ=WEEKLY;BYDAY=MO,TU,WE from 2026-11-23 09:00 +240'],
    [
      'dydd Gwener cyntaf y mis 7yh tan 9yh, ond nid ym mis Awst',
      'FREQ=MONTHLY;BYDAY=1FR;BYMONTH=1,2,3,4,5,6,7,9,10,11,12 from 2026-12-04 19:00 +120',
    ],
    ['nos Fercher, 7yh tan 9yh, yn ystod y tymor ysgol', 'FREQ=WEEKLY;BYDAY=WE from 2026-11-25 19:00 +120 term'],
  ])('“%s”', (text, rule) => {
    expect(read(text).problems).toEqual([]);
    expect(rules(text)).toEqual([rule]);
  });

  it('several happenings are parted by semicolons, new lines, and days told after hours; what stands at the end holds for all', () => {
    expect(rules('Knitting: Tuesdays 7pm-9pm; Choir: Wednesdays 7pm-8pm\nSundays 10am-11am')).toHaveLength(3);
    expect(read('Knitting: Tuesdays 7pm-9pm; Wednesdays 7pm-8pm').sessions.map(({ title }) => title)).toEqual(['Knitting', null]);
    expect(rules('Mon 10am-12, Wed 2-4pm, in term time')).toEqual([
      'FREQ=WEEKLY;BYDAY=MO from 2026-11-23 10:00 +120 term',
      'FREQ=WEEKLY;BYDAY=WE from 2026-11-25 14:00 +120 term',
    ]);
    expect(rules('10am-12 on Tuesdays, 2pm-4pm Thursdays').map((rule) => rule.slice(12, 20))).toEqual(['BYDAY=TU', 'BYDAY=TH']);
  });

  it('dates are events; dates left out are cancelled ones', () => {
    expect(read('12 December 2pm to 4pm').events).toEqual([{ starts_on: '2026-12-12', start_time: '14:00', minutes: 120 }]);
    expect(read('Sat 12th and Sun 13th December 10am-4pm').events.map(({ starts_on }) => starts_on)).toEqual(['2026-12-12', '2026-12-13']);
    const [session] = read('Thursdays 10am-11.30am except 24 and 31 December').sessions;
    expect(session?.exceptions.map(({ on_date, change }) => [on_date, change])).toEqual([
      ['2026-12-24', 'cancelled'],
      ['2026-12-31', 'cancelled'],
    ]);
  });

  it('what has no fixed time is kept as it was said', () => {
    expect(read('by appointment').sessions).toMatchObject([{ rule: null, by_appointment: true, usually: null }]);
    expect(read('usually open every day').sessions).toMatchObject([{ rule: null, usually: 'usually open every day' }]);
    expect(read('Tuesday mornings')).toMatchObject({
      sessions: [{ rule: null, usually: 'Tuesday mornings' }],
      assumed: [{ code: 'own-words' }],
    });
    expect(read(' \n; ')).toEqual({ sessions: [], events: [], problems: [], assumed: [] });
  });
});

describe('what is not clear is told, never guessed', () => {
  it.each([
    ['Tuesdays in the big hall 10am-12', { code: 'not-understood', words: 'in the big hall' }],
    ['Fridays, 10am till late', { code: 'not-understood', words: 'till late' }],
    ['5 to 7 January', { code: 'not-understood', words: '5 to' }],
    ['every second Tuesday 7pm', { code: 'every-second', words: 'every second Tuesday' }],
    ['7 to 9 on Fridays', { code: 'which-half', words: '7 to 9' }],
    ['31 June 2pm', { code: 'no-such-day', words: '31 June' }],
    ['Friday 12 December 2pm', { code: 'other-weekday', words: 'Friday 12 December', weekday: 'saturday' }],
    ['Mondays 25am', { code: 'not-understood', words: '25am' }],
    ['Tuesdays 10am to 11am in August, not in August', { code: 'no-dates', words: 'Tuesdays 10am to 11am in August, not in August' }],
  ])('“%s”', (text, problem) => {
    const told = read(text);
    expect(told.problems).toContainEqual(problem);
    // Half of what somebody wrote would be wrong dates: it stays in their words.
    expect(told.sessions.every(({ rule }) => rule === null)).toBe(true);
    expect(told.events).toEqual([]);
  });

  it.each([
    ['Tuesdays 10am', 'one-hour'],
    ['Tuesdays 10-12', 'clock'],
    ['every other Tuesday 10am to 11am', 'first-date'],
    ['every other Tuesday 10am to 11am from 4 January', 'first-date'],
  ])('“%s” is read with something taken so, which is said', (text, code) => {
    expect(read(text).assumed.map((each) => each.code)).toEqual([code]);
  });

  it('whatever is written, nothing breaks, and every time read is one that can be kept', () => {
    const word = fc.constantFrom(
      ...'every second Tuesday Mon 10 am 10am-12 noon not in August by 31 June 5 January first last of the month until from bob yn ail ddydd Llun nos 7yh tan ; , & 99:99'.split(
        ' ',
      ),
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 14 }).map((words) => words.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, (written) => {
        for (const session of read(written).sessions) {
          SessionState.parse(session);
          if (session.rule && session.starts_on) expect(ruleProblem(session.rule, session.starts_on)).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is said of a rule, read back, gives the same dates', () => {
  const day = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
  const days = fc.uniqueArray(day, { minLength: 1, maxLength: 7 });
  const nth = fc.constantFrom(1, 2, 3, 4, 5, -1, -2);
  const months = fc.oneof(
    fc.constant(''),
    fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 11 }).map((all) => `;BYMONTH=${all.sort((a, b) => a - b)}`),
  );
  const every = (most: number) => fc.integer({ min: 1, max: most }).map((n) => (n > 1 ? `;INTERVAL=${n}` : ''));
  const rule = fc.oneof(
    fc.tuple(every(6), days, months).map(([n, all, months]) => `FREQ=WEEKLY${n};BYDAY=${all}${n ? '' : months}`),
    fc
      .tuple(every(4), fc.uniqueArray(nth, { minLength: 1, maxLength: 3 }), day, months)
      .map(([n, nths, one, months]) => `FREQ=MONTHLY${n};BYDAY=${nths.map((each) => each + one)}${n ? '' : months}`),
    fc.tuple(nth, day, nth, day).map(([one, first, other, second]) => `FREQ=MONTHLY;BYDAY=${one}${first},${other}${second}`),
    fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 3 }).map((all) => `FREQ=MONTHLY;BYMONTHDAY=${all}`),
    fc.constantFrom('FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=DAILY', 'FREQ=DAILY;INTERVAL=2', 'FREQ=DAILY;INTERVAL=5'),
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([month, date]) => `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${date}`),
    fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 2, 3, -1), day)
      .map(([month, one, first]) => `FREQ=YEARLY;BYMONTH=${month};BYDAY=${one}${first}`),
  );
  const datesOf = (session: Parameters<typeof expandSession>[0], from: string) =>
    expandSession(session, [{ starts_on: from, ends_on: addDays(from, 200) }], { from, to: addDays(from, 800) }).map(
      ({ startsAt, endsAt }) => `${startsAt.toISOString()} ${endsAt.toISOString()}`,
    );

  it.each(['en', 'cy'] as const)('%s', (locale) => {
    const t = createTranslate(locale);
    fc.assert(
      fc.property(
        rule,
        fc.integer({ min: 0, max: 364 }),
        fc.integer({ min: 0, max: 287 }),
        fc.integer({ min: 1, max: 288 }),
        fc.boolean(),
        (made, ahead, fiveMinutes, length, termTime) => {
          const start = `${String(Math.floor(fiveMinutes / 12)).padStart(2, '0')}:${String((fiveMinutes % 12) * 5).padStart(2, '0')}`;
          const base = aSession({
            rule: made.replace(/;INTERVAL=\d+/, ''),
            starts_on: addDays(today, ahead),
            start_time: start,
            minutes: length * 5,
          });
          const [first] = expandSession(base, [], { from: addDays(today, ahead), to: addDays(today, ahead + 800) });
          const from = first?.localDate ?? today;
          const session = { ...base, rule: made, starts_on: from, term_time: termTime };
          const said = sayRecurrence(t, { rule: made, start, minutes: length * 5, term_time: termTime, from });
          const told = readPlainTimes(said, from);
          expect(told.problems, said).toEqual([]);
          const dates = told.sessions.flatMap((each) => datesOf({ ...session, ...each, id: 'x', exceptions: [] }, from)).sort();
          expect(dates, said).toEqual(datesOf(session, from));
        },
      ),
      { numRuns: 120 },
    );
  });
});
