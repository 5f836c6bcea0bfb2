import { expect, it } from 'vitest';
import type { TodayAfter } from '../../api/contract/today.ts';
import { compareItems } from '../../api/today/today-rules.ts';

const item = (reason: TodayAfter['reason'], weight = 0, key = 'a'): TodayAfter => ({ reason, weight, key });

it('puts what sends somebody to a closed door this week before all else, and gaps last', () => {
  const mixed = [
    item('looked-for', 900),
    item('proposed', 90),
    item('lapsing', 4),
    item('closed', 8),
    item('closed-soon'),
    item('bounced'),
  ];
  expect(mixed.sort(compareItems).map(({ reason }) => reason)).toEqual([
    'closed-soon',
    'bounced',
    'closed',
    'lapsing',
    'proposed',
    'looked-for',
  ]);
});

it('puts what many see before what few do, and is never undecided', () => {
  const alike = [item('changed', 1, 'b'), item('changed', 64, 'c'), item('changed', 1, 'a')];
  expect(alike.sort(compareItems).map(({ key }) => key)).toEqual(['c', 'a', 'b']);
  expect(compareItems(item('changed'), item('changed'))).toBe(0);
});
