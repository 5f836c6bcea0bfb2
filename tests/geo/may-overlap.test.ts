import { expect, it } from 'vitest';
import { edgesOf } from '../../api/geo/edges.ts';
import type { Ground } from '../../api/geo/ground.ts';
import { mayOverlap } from '../../api/geo/may-overlap.ts';

const shape = (...corners: [number, number][]): Ground => [[[...corners, corners[0] ?? [0, 0]]]];
const square = shape([-3.1, 52.1], [-3, 52.1], [-3, 52.2], [-3.1, 52.2]);

it.each([
  ['a neighbour along an edge', shape([-3, 52.1], [-2.9, 52.1], [-2.9, 52.2], [-3, 52.2]), false],
  ['one that touches a corner', shape([-3, 52.2], [-2.9, 52.2], [-2.9, 52.3]), false],
  ['one far away', shape([-2, 52], [-1, 52], [-1, 53]), false],
  ['one that crosses', shape([-3.05, 52.15], [-2.9, 52.1], [-2.9, 52.2]), true],
  ['one inside', shape([-3.08, 52.12], [-3.02, 52.12], [-3.02, 52.18]), true],
  ['the same', square, true],
  ['half of it, with no corner of its own', shape([-3.1, 52.1], [-3, 52.1], [-3, 52.2]), true],
])('says of a square and %s whether they overlap', (_, other, overlaps) => {
  expect(mayOverlap(square, other)).toBe(overlaps);
  expect(mayOverlap(other, square)).toBe(overlaps);
});

it('numbers edges by the corner they begin at', () => {
  expect(edgesOf(square).map(({ corner }) => corner)).toEqual([0, 1, 2, 3]);
});
