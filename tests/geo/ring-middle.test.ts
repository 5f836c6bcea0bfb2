import { expect, test } from 'vitest';
import { boundsOf } from '../../api/geo/bounds-of.ts';
import { ringMiddle, ringSize } from '../../api/geo/ring-middle.ts';

const open = [
  [-2.3, 53.4],
  [-2.1, 53.4],
  [-2.1, 53.5],
  [-2.3, 53.5],
];
const closed = [...open, [-2.3, 53.4]];

test.each([
  ['open', open],
  ['closed', closed],
  ['the other way round', closed.toReversed()],
])('a ring has the same size and middle, %s', (_, ring) => {
  expect(ringSize(ring)).toBeCloseTo(0.02, 9);
  expect(ringMiddle(ring)).toEqual({ lng: expect.closeTo(-2.2, 9), lat: expect.closeTo(53.45, 9) });
});

test('a ring without area has no middle', () => {
  expect(ringMiddle([])).toBeNull();
  expect(ringMiddle(open.slice(0, 2))).toBeNull();
});

test('bounds hold points, rings and collections of shapes alike', () => {
  const box = { west: -2.3, south: 53.4, east: -2.1, north: 53.5 };
  expect(boundsOf([closed])).toEqual(box);
  expect(boundsOf([[[open]], [-2.2, 53.45]])).toEqual(box);
  expect(boundsOf([-2.2, 53.45])).toEqual({ west: -2.2, south: 53.45, east: -2.2, north: 53.45 });
});
