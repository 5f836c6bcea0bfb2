import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../api/contract/geo.ts';
import { liesWithin, placeOf, withinFilters } from '../../api/search/meilisearch/place-fields.ts';
import { metresBetween } from '../../api/search/nearness.ts';

const britain = fc.record({
  lat: fc.double({ min: 49.8, max: 60.9, noNaN: true }),
  lng: fc.double({ min: -8.2, max: 1.8, noNaN: true }),
});
const metres = fc.integer({ min: 50, max: 100_000 });
/** At so many shares of the radius away, in any direction. */
const aside = fc.record({ share: fc.double({ min: 0, max: 2, noNaN: true }), turn: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }) });

function placeAt({ lat, lng }: Point, far: number, turn: number): Point {
  const north = (far * Math.sin(turn)) / 111_195;
  return { lat: lat + north, lng: lng + (far * Math.cos(turn)) / (111_195 * Math.cos((lat * Math.PI) / 180)) };
}

const passes = (filter: string, fields: Record<string, number>) => {
  const [, field = '', from, to] = /^(\w+) (-?[\d.]+) TO (-?[\d.]+)$/.exec(filter) ?? [];
  const value = fields[field] ?? Number.NaN;
  return value >= Number(from) && value <= Number(to);
};

describe('a circle of ranges', () => {
  it('holds what is surely within and nothing that is surely not: it is wrong by less than 3 % of the way, or 4 % of a long one', () => {
    fc.assert(
      fc.property(britain, metres, aside, (point, most, { share, turn }) => {
        const place = placeAt(point, share * most, turn);
        const far = metresBetween(point, place);
        const isWithin = liesWithin(point, most)(place);
        const off = most <= 20_000 ? 0.03 : 0.04;
        if (far < most * (1 - off)) expect(isWithin).toBe(true);
        if (far > most * (1 + off)) expect(isWithin).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('lets through as a filter what it holds', () => {
    fc.assert(
      fc.property(britain, metres, aside, (point, most, { share, turn }) => {
        const place = placeAt(point, share * most, turn);
        const fields = placeOf(place);
        expect(withinFilters(point, most).every((filter) => passes(filter, fields))).toBe(liesWithin(point, most)(place));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is written without powers of ten, at the poles too', () => {
    for (const point of [
      { lat: 51.4779, lng: 0.0000001 },
      { lat: 90, lng: 180 },
      { lat: -90, lng: -180 },
    ])
      for (const filter of withinFilters(point, 100_000)) expect(filter).toMatch(/^\w+ -?\d+\.\d+ TO -?\d+\.\d+$/);
  });
});
