import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, give, plan, reshape, type StandingArea, split, type Wish } from '../../api/areas/recut-rules.ts';
import { type Ground, inBoth, joined, squareMetres } from '../../api/geo/ground.ts';

const box = (west: number, south: number, east: number, north: number): Ground => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
];
const standing = (id: string, ground: Ground, population: number | null = 10_000): StandingArea => ({
  ...{ id, versionId: `${id}-1`, name: id, name_cy: null, ground, population },
  ...{ population_source: 'Counted', population_guessed: false },
});

const west = standing('west', box(-3.02, 52.2, -3.01, 52.21));
const east = standing('east', box(-3.01, 52.2, -3, 52.21), 6_000);
const both = [west, east];
const wished = (wish: Wish | object): Wish => {
  if (!('transfers' in wish)) throw new Error(`refused: ${JSON.stringify(wish)}`);
  return wish;
};
const sizeOf = (grounds: (Ground | null)[]) => grounds.reduce((sum, ground) => sum + squareMetres(ground ?? []), 0);
const within = (one: number, other: number) => Math.abs(one - other) <= 10;

describe('drawing a boundary anew', () => {
  it('takes what is gained from whoever had it, with its share of the people', () => {
    const { areas, leftOpen } = plan(both, wished(reshape(both, west, { ground: box(-3.02, 52.2, -3.005, 52.21), lost: 'beside' })));
    expect(areas.map(({ area_id, population }) => [area_id, population])).toEqual([
      ['west', 13_000],
      ['east', 3_000],
    ]);
    expect(areas.every((area) => area.population_guessed)).toBe(true);
    expect(leftOpen).toEqual([]);
  });

  it.each([
    ['beside', 16_000, 0],
    ['east', 16_000, 0],
    ['nobody', 6_000, 1],
  ] as const)('gives up ground to %s', (lost, people, open) => {
    const wish = wished(give(both, west, lost));
    const { areas, leftOpen } = plan(both, wish);
    expect(areas.find(({ area_id }) => area_id === 'west')).toMatchObject({ ground: null, heir_id: lost === 'nobody' ? null : 'east' });
    expect(areas.find(({ area_id }) => area_id === 'east')?.population ?? 6_000).toBe(people);
    expect(leftOpen).toHaveLength(open);
  });

  it('says that a shape is as it was, also when it came through six decimals', () => {
    const odd = standing('odd', box(-3.0200000123, 52.2000000321, -3.01, 52.21));
    const sent: Ground = odd.ground.map((polygon) =>
      polygon.map((ring) => ring.map((corner) => corner.map((each) => Number(each.toFixed(6))))),
    );
    expect(reshape([odd, east], odd, { ground: sent, lost: 'beside' })).toEqual({ field: 'shape', fault: 'same' });
  });

  it('lets a new area take ground from others, and leaves what it does not touch', () => {
    const { areas } = plan(
      both,
      wished(add(both, { ground: box(-3.0125, 52.2, -3.01, 52.21), newcomer: { id: 'new', name: 'New', name_cy: null } })),
    );
    expect(areas.map(({ area_id, is_new, population }) => [area_id, is_new, population])).toEqual([
      ['west', false, 7_500],
      ['new', true, 2_500],
    ]);
  });

  it('knows no people where none were known', () => {
    const unknown = [standing('west', west.ground, null), east];
    const { areas } = plan(unknown, wished(give(unknown, east, 'beside')));
    expect(areas.map(({ population }) => population)).toEqual([null, null]);
  });

  it('keeps the ground and the people when an area is split along any line, and shares none of it out twice', () => {
    const corner = fc.tuple(fc.double({ min: -3.021, max: -3.009, noNaN: true }), fc.double({ min: 52.199, max: 52.211, noNaN: true }));
    fc.assert(
      fc.property(fc.array(corner, { minLength: 2, maxLength: 4 }), (line) => {
        const wish = split(west, { line, newcomer: { id: 'new', name: 'New', name_cy: null }, newPart: 'smaller' });
        if ('fault' in wish) return;
        const [one, other] = plan(both, wish).areas;
        const grounds = [one?.ground ?? [], other?.ground ?? []];
        expect(within(sizeOf(grounds), squareMetres(west.ground))).toBe(true);
        expect(squareMetres(inBoth(grounds[0] ?? [], grounds[1] ?? []))).toBeLessThan(10);
        expect(Math.abs((one?.population ?? 0) + (other?.population ?? 0) - 10_000)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('comes back to the ground there was when what was split is joined again', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -3.019, max: -3.011, noNaN: true }),
        fc.double({ min: -3.019, max: -3.011, noNaN: true }),
        (south, north) => {
          const line = [
            [south, 52.19],
            [north, 52.22],
          ];
          const [kept, made] = plan(
            both,
            wished(split(west, { line, newcomer: { id: 'new', name: 'New', name_cy: null }, newPart: 'larger' })),
          ).areas;
          const parts = [standing('west', kept?.ground ?? []), standing('new', made?.ground ?? []), east];
          const [, again] = plan(parts, wished(give(parts, parts[0] ?? west, 'new'))).areas;
          expect(within(sizeOf([again?.ground ?? []]), squareMetres(west.ground))).toBe(true);
          expect(squareMetres(joined([again?.ground ?? [], west.ground])) - squareMetres(west.ground)).toBeLessThan(10);
        },
      ),
      { numRuns: 40 },
    );
  });
});
