import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { expect, it } from 'vitest';
import { innerPoint } from '../../web/map/inner-point.ts';

const shape = (...rings: [number, number][][]) => ({ type: 'MultiPolygon' as const, coordinates: [rings] });
const square = (from: number, to: number): [number, number][] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];

it('writes the name of a plain shape in its middle', () => {
  const [x, y] = innerPoint(shape(square(0, 4)));
  expect(x).toBeCloseTo(2);
  expect(y).toBeCloseTo(2);
});

it.each([
  ['goes round another', shape(square(0, 9), square(1, 7).toReversed())],
  [
    'bends',
    shape([
      [0, 0],
      [9, 0],
      [9, 9],
      [7, 9],
      [7, 2],
      [0, 2],
      [0, 0],
    ]),
  ],
])('writes the name of a shape that %s inside of it, where it is wide', (_what, geometry) => {
  const [x, y] = innerPoint(geometry);
  expect(booleanPointInPolygon([x, y], geometry)).toBe(true);
  expect(y < 1.5 || y > 7).toBe(true);
});
