import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayAgo, sayCheck, sayCost, sayDate, sayDay, sayDistance, sayPounds, sayWhen } from '../../web/i18n/format.ts';
import { addDays, daysBetween, londonDay, weekdayOf } from '../../web/i18n/london-day.ts';
import { createTranslate } from '../../web/i18n/translate.ts';
import { TEST_NOW } from '../support/test-clock.ts';

const english = createTranslate('en');
const welsh = createTranslate('cy');

describe('days', () => {
  test.each([
    ['2026-11-23', 'today', 'heddiw'],
    ['2026-11-24', 'tomorrow', 'yfory'],
    ['2026-11-26', 'Thursday', 'dydd Iau'],
    ['2026-11-30', 'Mon 30 Nov', 'Llun 30 Tach'],
    ['2026-11-20', 'Fri 20 Nov', 'Gwen 20 Tach'],
    ['2027-03-01', 'Mon 1 Mar', 'Llun 1 Maw'],
    ['2027-09-01', 'Wed 1 Sept 2027', 'Mer 1 Medi 2027'],
  ])('%s is said as %s', (day, inEnglish, inWelsh) => {
    expect(sayDay(english, day, TEST_NOW)).toBe(inEnglish);
    expect(sayDay(welsh, day, TEST_NOW)).toBe(inWelsh);
  });

  test('a date leaves out the year while it is near', () => {
    expect(sayDate(english, '2026-12-03', TEST_NOW)).toBe('Thu 3 Dec');
  });

  test('today begins at midnight in London, in summer too', () => {
    expect(londonDay('2026-07-01T23:30:00Z')).toBe('2026-07-02');
    expect(londonDay('2026-12-01T23:30:00Z')).toBe('2026-12-01');
  });

  test('hours are London’s on both sides of the clock changes', () => {
    const at = (starts_at: string, ends_at: string) => sayWhen(english, { starts_at, ends_at }, new Date('2026-03-28T09:00:00Z'));
    expect(at('2026-03-28T10:00:00Z', '2026-03-28T12:00:00Z')).toBe('today, 10am to noon');
    expect(at('2026-03-29T09:00:00Z', '2026-03-29T11:00:00Z')).toBe('tomorrow, 10am to noon');
    expect(at('2026-10-25T10:00:00Z', '2026-10-25T12:15:00Z')).toBe('Sun 25 Oct 2026, 10am to 12.15pm');
  });

  test('counting days forth and back over clock changes loses none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -400, max: 400 }), (start, step) => {
        const day = addDays('2000-01-03', start);
        expect(daysBetween(day, addDays(day, step))).toBe(step);
        expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
      }),
    );
    expect(weekdayOf('2000-01-03')).toBe(0);
  });
});

describe('how far', () => {
  test.each([
    [10, 'right here', 'reit yma'],
    [31, 'a minute’s walk', 'munud ar droed'],
    [160, '2 minutes’ walk', '2 funud ar droed'],
    [640, '8 minutes’ walk', '8 munud ar droed'],
    [2400, '30 minutes’ walk', '30 munud ar droed'],
    [2600, '1.6 miles away', '1.6 milltir i ffwrdd'],
    [16_600, '10 miles away', '10 milltir i ffwrdd'],
  ])('%d metres', (metres, inEnglish, inWelsh) => {
    expect(sayDistance(english, metres)).toBe(inEnglish);
    expect(sayDistance(welsh, metres)).toBe(inWelsh);
  });
});

describe('what it costs', () => {
  test.each([
    [{ type: 'free', pounds: null, note: null }, 'free'],
    [{ type: 'pay-what-you-can', pounds: null, note: null }, 'pay what you can'],
    [{ type: 'price', pounds: 3, note: null }, '£3'],
    [{ type: 'price', pounds: 1.5, note: null }, '£1.50'],
    [{ type: 'unknown', pounds: null, note: null }, null],
  ] as const)('%o', (cost, said) => {
    expect(sayCost(english, cost)).toBe(said);
  });

  test('pennies are pennies', () => {
    expect(sayPounds(0.5)).toBe('50p');
  });
});

describe('when it was checked', () => {
  test.each([
    [0, 'today'],
    [1, 'yesterday'],
    [3, '3 days ago'],
    [9, 'last week'],
    [21, '3 weeks ago'],
    [64, '2 months ago'],
    [150, '4 months ago'],
    [364, '11 months ago'],
    [500, 'over a year ago'],
    [800, '2 years ago'],
  ])('%d days back is %s', (days, said) => {
    expect(sayAgo(english, days)).toBe(said);
  });

  test('says by what kind of person', () => {
    expect(sayCheck(english, { on: '2026-11-02', by: 'group', freshness: 'fresh' }, TEST_NOW)).toBe('checked by the group 3 weeks ago');
    expect(sayCheck(welsh, { on: '2026-09-20', by: 'resident', freshness: 'fresh' }, TEST_NOW)).toBe('gwiriwyd gan gymydog 2 fis yn ôl');
    expect(sayCheck(english, null, TEST_NOW)).toBe('not checked yet');
  });

  test('warns of what nobody has checked for too long', () => {
    const said = sayCheck(english, { on: '2026-02-20', by: 'group', freshness: 'stale' }, TEST_NOW);
    expect(said).toBe('checked by the group 9 months ago, so it may have changed');
  });
});
