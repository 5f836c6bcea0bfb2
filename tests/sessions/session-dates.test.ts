import { describe, expect, it } from 'vitest';
import { openingHours } from '../../api/sessions/opening-hours-rules.ts';
import { sessionDates } from '../../api/sessions/session-dates.ts';
import { londonIso } from '../../api/time/london-time.ts';
import { aSession } from './session-fixture.ts';

const exception = { on_date: '2026-11-24', change: 'moved' as const, to_date: '2026-11-26', to_time: '14:00:00', note: 'a concert' };
const moved = aSession({ exceptions: [exception] });
const told = (session: ReturnType<typeof aSession>, from: string, to: string) =>
  sessionDates(session, [], { from, to }).map(({ startsAt, status, movedFrom, movedTo, note }) => [
    londonIso(startsAt),
    status,
    movedFrom && londonIso(movedFrom),
    movedTo && londonIso(movedTo),
    note,
  ]);

describe('a moved date', () => {
  it('tells on its new day where it came from, and on its old day where it went', () => {
    expect(told(moved, '2026-11-24', '2026-11-30')).toEqual([
      ['2026-11-24T10:00+00:00', 'cancelled', null, '2026-11-26T14:00+00:00', 'a concert'],
      ['2026-11-26T14:00+00:00', 'moved', '2026-11-24T10:00+00:00', null, 'a concert'],
    ]);
  });

  it('is told of on the old day even when the new one is not asked for', () => {
    expect(told(moved, '2026-11-24', '2026-11-24').map(([, status]) => status)).toEqual(['cancelled']);
    expect(told(moved, '2026-11-25', '2026-11-26').map(([, status]) => status)).toEqual(['moved']);
  });

  it('stands once when only its hour was moved', () => {
    const later = aSession({ exceptions: [{ ...exception, to_date: '2026-11-24' }] });
    expect(told(later, '2026-11-24', '2026-11-24')).toEqual([
      ['2026-11-24T14:00+00:00', 'moved', '2026-11-24T10:00+00:00', null, 'a concert'],
    ]);
  });

  it('keeps its hour when none is said, over the clock change too', () => {
    const over = aSession({ exceptions: [{ ...exception, on_date: '2026-10-20', to_date: '2026-10-27', to_time: null }] });
    expect(told(over, '2026-10-20', '2026-10-20')).toEqual([
      ['2026-10-20T10:00+01:00', 'cancelled', null, '2026-10-27T10:00+00:00', 'a concert'],
    ]);
  });

  it('leaves nothing behind on a day that the rule does not hold', () => {
    expect(told(aSession({ exceptions: [{ ...exception, on_date: '2026-11-25' }] }), '2026-11-25', '2026-11-25')).toEqual([]);
  });
});

describe('opening hours', () => {
  const isOpen = (...sessions: Parameters<typeof aSession>[0][]) => {
    const made = sessions.map((changes, index) => aSession({ ...changes, id: String(index) }));
    const open = openingHours(made);
    return made.map(({ id }) => open.has(id));
  };

  it('are what is on most days of a week, in one rule or in several', () => {
    expect(isOpen({ rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH' })).toEqual([true]);
    expect(isOpen({ rule: 'FREQ=DAILY' })).toEqual([true]);
    expect(isOpen({ rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE' }, { rule: 'FREQ=WEEKLY;BYDAY=SA' })).toEqual([true, true]);
    expect(isOpen({ rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE' }, { rule: 'FREQ=WEEKLY;BYDAY=SA', title: 'Rhyme time' })).toEqual([false, false]);
  });

  it('are long hours on some days of a week', () => {
    expect(isOpen({ rule: 'FREQ=WEEKLY;BYDAY=FR,SA', minutes: 300 })).toEqual([true]);
    expect(isOpen({ rule: 'FREQ=WEEKLY;BYDAY=SA', minutes: 300 })).toEqual([false]);
  });

  it('are never what comes round less often than each week, nor an open door', () => {
    expect(isOpen({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH' })).toEqual([false]);
    expect(isOpen({ rule: 'FREQ=MONTHLY;BYDAY=1MO,1TU,1WE,1TH' })).toEqual([false]);
    expect(isOpen({ rule: 'FREQ=DAILY', asset_id: null, coordinator_id: 'x' })).toEqual([false]);
  });
});
