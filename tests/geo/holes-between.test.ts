import { expect, it } from 'vitest';
import { type Ground, joined, squareMetres } from '../../api/geo/ground.ts';
import { holesBetween } from '../../api/geo/holes-between.ts';

/** Three by three, with crooked corners and a bend in every side, that neighbours share. */
const crooked = (x: number, y: number): [number, number] => [
  -3.3 + 0.1 * x + 0.02 * Math.sin(7 * x + 3 * y),
  52.1 + 0.06 * y + 0.01 * Math.cos(5 * x + 2 * y),
];
const fields = Array.from({ length: 9 }, (_, at): Ground => {
  const [x, y] = [at % 3, Math.floor(at / 3)];
  const round = [
    [0, 0],
    [0.5, 0],
    [1, 0],
    [1, 0.5],
    [1, 1],
    [0.5, 1],
    [0, 1],
    [0, 0.5],
    [0, 0],
  ];
  return [[round.map(([dx = 0, dy = 0]) => crooked(x + dx, y + dy))]];
});
const but = (...left: number[]) => fields.filter((_, at) => !left.includes(at));
/** By joining all of them, which takes long and is beyond doubt. */
const holesOfJoined = (grounds: Ground[]): Ground => joined(grounds).flatMap(([, ...holes]) => holes.map((ring) => [ring]));

it('finds none where neighbours share every line', () => {
  expect(holesBetween(fields)).toEqual([]);
});

it.each([
  ['the field in the middle that nobody has', but(4)],
  ['nothing where a field at the rim is left out', but(1)],
  ['no hole in a bay', but(1, 4)],
  [
    'whichever way their rings run',
    but(4).map((ground, at) => (at % 2 ? ground : ground.map((rings) => rings.map((ring) => ring.toReversed())))),
  ],
])('finds %s, as joining them does', (_, grounds) => {
  const [found, sure] = [holesBetween(grounds), holesOfJoined(grounds)];
  expect(found).toHaveLength(sure.length);
  expect(squareMetres(found)).toBeCloseTo(squareMetres(sure), 0);
});

it('finds the hole in a ground of its own, and not the island that fills it', () => {
  const [whole = [], middle = []] = [joined(but(4)), fields[4]];
  expect(squareMetres(holesBetween([whole]))).toBeCloseTo(squareMetres(middle), 0);
  expect(holesBetween([whole, middle])).toEqual([]);
});

it('tells two holes that touch at a corner apart', () => {
  const side = 0.01;
  const square = (x: number, y: number): Ground => {
    const [west, south] = [x * side, y * side];
    return [
      [
        [
          [west, south],
          [west + side, south],
          [west + side, south + side],
          [west, south + side],
          [west, south],
        ],
      ],
    ];
  };
  const board = [0, 1, 2, 3].flatMap((y) => [0, 1, 2, 3].map((x) => ({ x, y })));
  const grounds = board.filter(({ x, y }) => !(x === 1 && y === 1) && !(x === 2 && y === 2)).map(({ x, y }) => square(x, y));
  expect(holesBetween(grounds)).toHaveLength(2);
});
