import { describe, expect, test } from 'vitest';
import { sayChange } from '../../web/components/date-list/say-change.ts';
import { createTranslate } from '../../web/i18n/translate.ts';

const english = { t: createTranslate('en') };
const welsh = { t: createTranslate('cy') };
/** A Thursday at two. */
const moved = { status: 'moved', starts_at: '2026-12-03T14:00:00Z' } as const;

describe('a date that is not as usual', () => {
  test('says when only the time is another', () => {
    expect(sayChange(english, moved, { rule: 'FREQ=WEEKLY;BYDAY=TH', start: '10:00' })).toBe('At another time');
    expect(sayChange(english, moved, { rule: 'FREQ=MONTHLY;BYDAY=1TH', start: '10:00' })).toBe('At another time');
  });

  test('says which day is usual when there is only one', () => {
    expect(sayChange(english, moved, { rule: 'FREQ=WEEKLY;BYDAY=TU', start: '14:00' })).toBe('Moved from the usual Tuesday');
    expect(sayChange(welsh, moved, { rule: 'FREQ=WEEKLY;BYDAY=TU', start: '14:00' })).toBe('Dydd Mawrth fel arfer, ond wedi’i symud');
  });

  test('says no more than it knows', () => {
    expect(sayChange(english, moved, null)).toBe('Moved to this day');
    expect(sayChange(english, moved, { rule: 'FREQ=WEEKLY;BYDAY=MO,TU', start: '14:00' })).toBe('Moved to this day');
    expect(sayChange(english, moved, { rule: 'FREQ=WEEKLY;BYDAY=TH', start: '14:00' })).toBe('Moved to this day');
  });

  test('is not on when it is cancelled, and nothing is said of a usual one', () => {
    expect(sayChange(english, { ...moved, status: 'cancelled' }, null)).toBe('Not on');
    expect(sayChange(english, { ...moved, status: 'on' }, null)).toBeNull();
  });
});
