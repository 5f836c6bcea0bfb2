import { expect, test } from 'vitest';
import { AssetQuery } from '../../api/contract/asset-query.ts';
import { isAskedFor } from '../../api/exports/date-rules.ts';

const tuesdayEvening = { localDate: '2026-11-24', startsAt: new Date('2026-11-24T19:15:00Z') };
const asked = (query: object) => isAskedFor(AssetQuery.parse(query), tuesdayEvening);

test('who kept it follows every date of it', () => {
  expect(isAskedFor(null, tuesdayEvening)).toBe(true);
});

test.each([
  [{}, true],
  [{ day: 'tuesday' }, true],
  [{ day: 'monday,tuesday', time: 'evening' }, true],
  [{ day: 'monday' }, false],
  [{ day: 'tuesday', time: 'morning' }, false],
  [{ on: '2026-11-24' }, true],
  [{ on: '2026-11-25' }, false],
  [{ from: '2026-11-24' }, true],
  [{ from: '2026-11-25' }, false],
  [{ to: '2026-11-24' }, true],
  [{ to: '2026-11-23' }, false],
  [{ from: '2026-11-20', to: '2026-11-30', day: 'tuesday' }, true],
])('a Tuesday evening and who asks for %j: %s', (query, follows) => {
  expect(asked(query)).toBe(follows);
});
