import { expect, test } from 'vitest';
import { AssetQuery } from '../../api/contract/asset-query.ts';
import { datesAsked } from '../../api/exports/date-rules.ts';

const today = '2026-11-23';
const asked = (query: object) => datesAsked(AssetQuery.parse(query), today);

test('who kept it follows every date of it', () => {
  expect(datesAsked(null, today)).toEqual({});
});

test.each([
  [{}, { weekdays: [], times: [], from: null, to: null }],
  [
    { day: 'monday,tuesday', time: 'evening' },
    { weekdays: ['monday', 'tuesday'], times: ['evening'] },
  ],
  [
    { on: '2026-11-25', from: '2026-11-24', to: '2026-11-30' },
    { from: '2026-11-25', to: '2026-11-25' },
  ],
  [{ from: '2027-01-04' }, { from: '2027-01-04', to: null }],
  [
    { from: '2026-11-01', to: '2026-11-30' },
    { from: today, to: '2026-11-30' },
  ],
  [{ on: '2026-11-01' }, { from: today, to: '2026-11-01' }],
])('who asks for %j follows those days', (query, dates) => {
  expect(asked(query)).toMatchObject(dates);
});
