import { describe, expect, test } from 'vitest';
import { sayChange } from '../../web/components/date-list/say-change.ts';
import { createTranslate } from '../../web/i18n/translate.ts';

const english = { t: createTranslate('en') };
const welsh = { t: createTranslate('cy') };
/** From a Tuesday at ten to a Thursday at two. */
const moved = { status: 'moved', starts_at: '2026-12-03T14:00:00Z', moved_from: '2026-12-01T10:00:00Z', moved_to: null } as const;
const left = { status: 'cancelled', starts_at: '2026-12-01T10:00:00Z', moved_from: null, moved_to: '2026-12-03T14:00:00Z' } as const;

describe('a date that is not as usual', () => {
  test('says from which day it was moved', () => {
    expect(sayChange(english, moved)).toBe('Moved from Tuesday 1 December');
    expect(sayChange(welsh, moved)).toBe('Wedi’i symud o ddydd Mawrth 1 Rhagfyr');
  });

  test('says from which hour it was moved, when the day is the same', () => {
    const earlier = { ...moved, moved_from: '2026-12-03T10:00:00Z' };
    expect(sayChange(english, earlier)).toBe('Moved from 10am');
    expect(sayChange(welsh, earlier)).toBe('Wedi’i symud o 10yb');
  });

  test('says on the old day to which it was moved, and the hour when that is another', () => {
    expect(sayChange(english, left)).toBe('Moved to Thursday 3 December, 2pm');
    expect(sayChange(welsh, left)).toBe('Wedi’i symud i ddydd Iau 3 Rhagfyr, 2yp');
    expect(sayChange(english, { ...left, moved_to: '2026-12-03T10:00:00Z' })).toBe('Moved to Thursday 3 December');
  });

  test('says no more than it knows', () => {
    expect(sayChange(english, { ...moved, moved_from: null })).toBe('Moved to this day');
  });

  test('is not on when it is cancelled, and nothing is said of a usual one', () => {
    expect(sayChange(english, { ...moved, status: 'cancelled', moved_from: null })).toBe('Not on');
    expect(sayChange(english, { ...moved, status: 'on', moved_from: null })).toBeNull();
  });
});
