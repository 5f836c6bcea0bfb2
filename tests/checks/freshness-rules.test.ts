import { describe, expect, it } from 'vitest';
import { freshnessOf } from '../../api/checks/freshness-rules.ts';
import { TEST_NOW } from '../support/test-clock.ts';

const daysAgo = (days: number) => new Date(TEST_NOW.getTime() - days * 86_400_000);

describe('freshness', () => {
  it.each([
    [0, 'fresh'],
    [119.9, 'fresh'],
    [120, 'ageing'],
    [239.9, 'ageing'],
    [240, 'stale'],
    [359.9, 'stale'],
    [360, 'lapsed'],
    [5_000, 'lapsed'],
  ])('%d days after a check of what halves in 120 is %s', (days, freshness) => {
    expect(freshnessOf(daysAgo(days), 120, TEST_NOW)).toBe(freshness);
  });

  it('takes what was never checked for stale, never for lapsed', () => {
    expect(freshnessOf(null, 120, TEST_NOW)).toBe('stale');
  });
});
