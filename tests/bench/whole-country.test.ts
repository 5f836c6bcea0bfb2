import { describe, expect, it } from 'vitest';
import { seeded } from '../../scripts/bench/seeded.ts';
import { insertSyntheticListings } from '../../scripts/bench/synthetic-listings.ts';
import { documentIdOf } from '../../scripts/bench/synthetic-queries.ts';
import { wholeCountry } from '../../scripts/bench/whole-country.ts';
import { createTestDatabase } from '../support/test-database.ts';

const seed = 7;

describe('a made-up country', () => {
  it('is the same for the same seed', () => {
    expect(wholeCountry(30_000, seeded(seed)).areas).toEqual(wholeCountry(30_000, seeded(seed)).areas);
    expect(wholeCountry(30_000, seeded(seed)).areas).not.toEqual(wholeCountry(30_000, seeded(seed + 1)).areas);
  });

  it('has a few large towns and many small ones, all over the map', () => {
    const { areas } = wholeCountry(1_000_000, seeded(seed));
    const towns = new Map<string, number>();
    for (const { places } of areas) towns.set(places[0] ?? '', (towns.get(places[0] ?? '') ?? 0) + 1);
    const sizes = [...towns.values()].sort((a, b) => b - a);
    expect(areas).toHaveLength(6_667);
    expect(sizes[0]).toBeGreaterThan(60);
    expect(sizes.filter((size) => size < 5).length).toBeGreaterThan(sizes.length / 2);
    const cells = new Set(areas.map(({ lat, lng }) => `${Math.round(lat)} ${Math.round(lng)}`));
    expect(cells.size).toBeGreaterThan(30);
  });

  it('is filled with listings that have names, halls, rules and dates that follow them', async () => {
    const { db, close } = await createTestDatabase();
    try {
      const reached: number[] = [];
      const { listings } = await insertSyntheticListings(db, 2_500, wholeCountry, (made) => reached.push(made));
      expect(reached).toEqual([2_000, 2_500]);
      expect(listings).toHaveLength(2_500);
      const [found] = await db.query<Record<'assets' | 'in_halls' | 'dates' | 'dates_elsewhere', number>>(
        'bench-test-what-there-is',
        `select (select count(*)::int from assets) as assets,
           (select count(*)::int from assets where venue_id is not null and lat is null) as in_halls,
           count(*)::int as dates,
           (count(*) filter (where (o.starts_at at time zone 'Europe/London')::time <> s.start_time or o.local_date <= current_date
             or strpos(s.rule, upper(left(o.weekday, 2))) = 0))::int as dates_elsewhere
         from occurrences o join sessions s on s.id = o.session_id`,
      );
      expect(found).toMatchObject({ assets: 2_500, dates_elsewhere: 0 });
      expect(found?.in_halls).toBeGreaterThan(100);
      expect(found?.dates).toBeGreaterThan(2_500);
      const [row] = await db.query<{ id: string }>('bench-test-id', `select 'asset-' || id as id from assets where slug = 'listing-42'`);
      expect(row?.id).toBe(documentIdOf('listing-42'));
    } finally {
      await close();
    }
  });
});
