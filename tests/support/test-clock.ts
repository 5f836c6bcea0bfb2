import type { Clock } from '../../api/deps.ts';

/** A Monday in winter time, two weeks before the schools' last. */
export const TEST_NOW = new Date('2026-11-23T09:00:00Z');

export const testClock: Clock = { now: () => new Date(TEST_NOW) };

/** A clock that moves when it is told to. */
export function movingClock(): Clock & { pass(ms: number): void } {
  let now = TEST_NOW.getTime();
  return {
    now: () => new Date(now),
    pass(ms) {
      now += ms;
    },
  };
}
