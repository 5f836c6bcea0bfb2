import { expect, test } from 'vitest';
import { understoodQuery } from '../../api/contract/understood-query.ts';

test('pieces that speak of the same add up, and nothing else is chosen', () => {
  const understood = [
    { type: 'day', text: 'saturday', filters: { day: 'saturday' } },
    { type: 'day', text: 'at the weekend', filters: { day: 'saturday,sunday' } },
    { type: 'place', text: 'QX3 2AB', filters: { near: 'QX3 2AB' } },
    { type: 'distance', text: 'close by', filters: {} },
  ] as const;
  expect(understoodQuery(understood)).toEqual({ day: ['saturday', 'sunday'], near: 'QX3 2AB' });
});

test('nothing understood chooses nothing', () => {
  expect(understoodQuery([])).toEqual({});
});
