import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RegularTimes, sayRecurrence, sayRecurrences } from '../../web/i18n/say-recurrence.ts';
import { createTranslate } from '../../web/i18n/translate.ts';

const english = createTranslate('en');
const welsh = createTranslate('cy');
const times = (
  rule: string | null,
  start: string | null = null,
  minutes: number | null = null,
  more: Partial<RegularTimes> = {},
): RegularTimes => ({
  rule,
  start,
  minutes,
  term_time: false,
  ...more,
});

describe('a rule is said as people say it', () => {
  test.each<[string, RegularTimes, string, string]>([
    ['one day a week', times('FREQ=WEEKLY;BYDAY=TH', '10:00', 120), 'Thursdays, 10am to noon', 'bob dydd Iau, 10yb tan hanner dydd'],
    ['early evening', times('FREQ=WEEKLY;BYDAY=TU', '17:30', 75), 'Tuesdays, 5.30pm to 6.45pm', 'bob nos Fawrth, 5.30yh tan 6.45yh'],
    ['an evening', times('FREQ=WEEKLY;BYDAY=TU', '19:15', 90), 'Tuesdays, 7.15pm to 8.45pm', 'bob nos Fawrth, 7.15yh tan 8.45yh'],
    [
      'a fortnight',
      times('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', '10:00', 120),
      'every other Tuesday, 10am to noon',
      'bob yn ail ddydd Mawrth, 10yb tan hanner dydd',
    ],
    ['every third week', times('FREQ=WEEKLY;INTERVAL=3;BYDAY=MO'), 'every three weeks on Monday', 'bob tair wythnos ar ddydd Llun'],
    [
      'a mobile library’s four weeks, its weekday told by the first date',
      times('FREQ=WEEKLY;INTERVAL=4', '11:35', 20, { from: '2020-03-03' }),
      'every four weeks on Tuesday, 11.35am to 11.55am',
      'bob pedair wythnos ar ddydd Mawrth, 11.35yb tan 11.55yb',
    ],
    ['every week, said the long way', times('FREQ=WEEKLY;INTERVAL=1', null, null, { from: '2020-03-03' }), 'Tuesdays', 'bob dydd Mawrth'],
    [
      'a rule from elsewhere, with its name',
      times('RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261231'),
      'every other Tuesday',
      'bob yn ail ddydd Mawrth',
    ],
    ['weekdays', times('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '09:00', 240), 'weekdays, 9am to 1pm', 'dydd Llun i ddydd Gwener, 9yb tan 1yp'],
    ['days on end', times('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA'), 'Monday to Saturday', 'dydd Llun i ddydd Sadwrn'],
    [
      'scattered days, in any order',
      times('FREQ=WEEKLY;BYDAY=FR,MO,WE'),
      'Mondays, Wednesdays and Fridays',
      'bob dydd Llun, dydd Mercher a dydd Gwener',
    ],
    ['every day', times('FREQ=DAILY', '08:00'), 'every day, 8am', 'bob dydd, 8yb'],
    ['every other day', times('FREQ=DAILY;INTERVAL=2'), 'every other day', 'bob yn ail ddydd'],
    ['the second Tuesday', times('FREQ=MONTHLY;BYDAY=2TU', '19:00'), 'second Tuesday of the month, 7pm', 'ail nos Fawrth y mis, 7yh'],
    ['the second Tuesday by position', times('FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2'), 'second Tuesday of the month', 'ail ddydd Mawrth y mis'],
    ['the last Friday', times('FREQ=MONTHLY;BYDAY=-1FR'), 'last Friday of the month', 'dydd Gwener olaf y mis'],
    [
      'two Saturdays',
      times('FREQ=MONTHLY;BYDAY=1SA,3SA'),
      'first and third Saturday of the month',
      'dydd Sadwrn cyntaf a thrydydd dydd Sadwrn y mis',
    ],
    [
      'two different days',
      times('FREQ=MONTHLY;BYDAY=1MO,-1FR'),
      'first Monday and last Friday of the month',
      'dydd Llun cyntaf a dydd Gwener olaf y mis',
    ],
    [
      'every other month',
      times('FREQ=MONTHLY;INTERVAL=2;BYDAY=1SU'),
      'first Sunday of every other month',
      'dydd Sul cyntaf bob yn ail fis',
    ],
    ['dates of the month', times('FREQ=MONTHLY;BYMONTHDAY=1,15'), 'the 1st and 15th of the month', '1af a 15fed y mis'],
    ['the last day', times('FREQ=MONTHLY;BYMONTHDAY=-1'), 'the last day of the month', 'diwrnod olaf y mis'],
    ['a season', times('FREQ=WEEKLY;BYDAY=SA;BYMONTH=4,5,6,7,8,9'), 'Saturdays, April to September', 'bob dydd Sadwrn, Ebrill i Fedi'],
    [
      'a winter over New Year',
      times('FREQ=WEEKLY;BYDAY=SU;BYMONTH=1,2,11,12'),
      'Sundays, November to February',
      'bob dydd Sul, Tachwedd i Chwefror',
    ],
    [
      'two seasons',
      times('FREQ=MONTHLY;BYMONTH=3,4,5,6,9,10;BYDAY=2SU'),
      'second Sunday of the month, March to June, September and October',
      'ail ddydd Sul y mis, Mawrth i Fehefin, Medi a Hydref',
    ],
    ['a date of the year', times('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1'), '1 March every year', '1 Mawrth bob blwyddyn'],
    ['a Sunday of the year', times('FREQ=YEARLY;BYMONTH=1;BYDAY=2SU'), 'second Sunday in January', 'ail ddydd Sul ym mis Ionawr'],
    [
      'term time',
      times('FREQ=WEEKLY;BYDAY=FR', '13:30', 105, { term_time: true }),
      'Fridays, 1.30pm to 3.15pm, in term time',
      'bob dydd Gwener, 1.30yp tan 3.15yp, yn ystod y tymor ysgol',
    ],
    [
      'past midnight',
      times('FREQ=MONTHLY;BYDAY=-1FR', '22:30', 120),
      'last Friday of the month, 10.30pm to 12.30am',
      'nos Wener olaf y mis, 10.30yh tan 12.30yb',
    ],
    ['until midnight', times('FREQ=WEEKLY;BYDAY=SA', '20:00', 240), 'Saturdays, 8pm to midnight', 'bob nos Sadwrn, 8yh tan hanner nos'],
    [
      'a weekday told by the first date',
      times('FREQ=WEEKLY', '10:00', null, { from: '2026-11-26' }),
      'Thursdays, 10am',
      'bob dydd Iau, 10yb',
    ],
    ['by appointment', times(null, null, null, { by_appointment: true }), 'by appointment', 'trwy drefniant'],
    ['in its own words', times(null, null, null, { usually: 'Most dry mornings' }), 'Most dry mornings', 'Most dry mornings'],
    ['a shape we have no words for', times('FREQ=YEARLY;BYWEEKNO=20', '10:00'), 'on set dates, 10am', 'ar ddyddiadau penodol, 10yb'],
  ])('%s', (_what, regular, inEnglish, inWelsh) => {
    expect(sayRecurrence(english, regular)).toBe(inEnglish);
    expect(sayRecurrence(welsh, regular)).toBe(inWelsh);
  });
});

describe('several rules in one line', () => {
  test('days at the same hours are said together', () => {
    const rules = [times('FREQ=WEEKLY;BYDAY=TH', '10:00', 60), times('FREQ=WEEKLY;BYDAY=MO', '10:00', 60)];
    expect(sayRecurrences(english, rules)).toBe('Mondays and Thursdays, 10am to 11am');
  });

  test('different hours are said one after the other, and more than two only hinted at', () => {
    const rules = [
      times('FREQ=WEEKLY;BYDAY=SU', '08:30'),
      times('FREQ=WEEKLY;BYDAY=WE', '07:00'),
      times('FREQ=MONTHLY;BYDAY=1FR', '19:00'),
    ];
    expect(sayRecurrences(english, rules.slice(0, 2))).toBe('Sundays, 8.30am; Wednesdays, 7am');
    expect(sayRecurrences(english, rules)).toBe('Sundays, 8.30am; and more');
  });
});

test('whatever the rule, something is said and nothing of the rule shows through', () => {
  const days = fc.subarray(['MO', '2TU', 'WE', '-1TH', '1FR', 'SA', 'SU']);
  const months = fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  const rule = fc.record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 6 }),
    days,
    months,
  });
  fc.assert(
    fc.property(
      rule,
      fc.integer({ min: 0, max: 1439 }),
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom(english, welsh),
      (shape, from, minutes, t) => {
        const text = [
          `FREQ=${shape.freq};INTERVAL=${shape.interval}`,
          ...(shape.days.length ? [`BYDAY=${shape.days.join(',')}`] : []),
          ...(shape.months.length ? [`BYMONTH=${shape.months.join(',')}`] : []),
        ].join(';');
        const start = `${String(Math.floor(from / 60)).padStart(2, '0')}:${String(from % 60).padStart(2, '0')}`;
        const said = sayRecurrence(t, times(text, start, minutes));
        expect(said).not.toMatch(/undefined|NaN|FREQ|\{|, ,|^,| {2}/);
        expect(said.length).toBeGreaterThan(8);
      },
    ),
  );
});

test('a rule in any shape at all is said without throwing, and none of it shows through', () => {
  const part = fc.oneof(
    fc.constantFrom(
      'FREQ=SECONDLY',
      'FREQ=WEEKLY',
      'FREQ=MONTHLY',
      'INTERVAL=0',
      'INTERVAL=-3',
      'INTERVAL=99',
      'COUNT=4',
      'UNTIL=20261231T000000Z',
    ),
    fc.constantFrom(
      'BYDAY=53MO',
      'BYDAY=XX',
      'BYDAY=',
      'BYSETPOS=-2',
      'BYMONTHDAY=-31',
      'BYMONTHDAY=31,0',
      'BYMONTH=13',
      'WKST=SU',
      'BYYEARDAY=100',
      '',
    ),
    fc.string(),
  );
  const from = fc.option(fc.constantFrom('2026-11-24', '2026-12-31'));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), from, fc.constantFrom(english, welsh), (parts, first, t) => {
      const said = sayRecurrence(t, times(parts.join(';') || 'FREQ', '10:00', 60, { from: first }));
      expect(said).not.toMatch(/undefined|NaN|FREQ|BY[A-Z]|INTERVAL|UNTIL|=/);
      expect(said).toMatch(t === english ? /10am to 11am/ : /10yb tan 11yb/);
    }),
    { numRuns: 500 },
  );
});

test('days at the same hours in rules without a day keep apart', () => {
  const rules = [
    times('FREQ=WEEKLY;INTERVAL=4', '10:00', 60, { from: '2020-03-03' }),
    times('FREQ=WEEKLY;INTERVAL=4', '10:00', 60, { from: '2020-03-05' }),
  ];
  expect(sayRecurrences(english, rules)).toBe('Every four weeks on Tuesday, 10am to 11am; every four weeks on Thursday, 10am to 11am');
});
