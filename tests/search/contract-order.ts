import { describe, expect, it } from 'vitest';
import type { Asked } from './asked.ts';
import { noFilters } from './asked.ts';
import { documents, idsOf, middle } from './documents.ts';

export function describeOrder(asked: Asked): void {
  describe('signposts', () => {
    it.each(['relevance', 'distance', 'name', 'soonest'] as const)('stand after every asset, sorted by %s', async (sort) => {
      const { ids, total } = await asked.ask({ sort, limit: 100, filters: { near: { point: middle, radiusMetres: null } } });
      expect(total).toBe(documents.length);
      const kinds = ids.map((id) => id.split('-')[0]);
      expect(kinds.lastIndexOf('asset')).toBeLessThan(kinds.indexOf('signpost'));
    });

    it('stand last however well they match', async () => {
      const found = await asked.find('knitting needle');
      expect(found).toContain('knitting-needle-injuries-clinic');
      expect((await asked.find('knitting')).at(-1)).toBe('knitting-needle-injuries-clinic');
      expect((await asked.find('church')).at(-1)).toBe('church-street-surgery');
    });
  });

  it.each(['', 'choir', 'allotment', 'knitting needle', 'lonely'])('finds the same for “%s” when order does not matter', async (text) => {
    for (const filters of [{}, { near: { point: middle, radiusMetres: null } }]) {
      const inOrder = await asked.ask({ text, filters, limit: 100 });
      const inNone = await asked.ask({ text, filters, limit: 100, ordered: false });
      expect(inNone.ids.toSorted()).toEqual(inOrder.ids.toSorted());
      expect(inNone.total).toBe(inOrder.total);
    }
  });

  describe('place', () => {
    const near = (radiusMetres: number | null) => ({ near: { point: middle, radiusMetres } });

    it('keeps to the radius', async () => {
      const { ids, total } = await asked.ask({ sort: 'distance', limit: 100, filters: near(260) });
      expect(ids).toEqual([
        ...idsOf([
          'aberhaven-library',
          'timebank-aberhaven',
          'the-long-bench',
          'chess-in-the-arcade',
          'knitting-needle-injuries-clinic',
          'church-street-surgery',
        ]),
      ]);
      expect(total).toBe(6);
    });

    it('sorts by distance, what has no place after what has', async () => {
      const found = await asked.slugs({ sort: 'distance', limit: 100, filters: near(null) });
      expect(found.slice(0, 3)).toEqual(['aberhaven-library', 'timebank-aberhaven', 'the-long-bench']);
      expect(found.indexOf('mari-lwyd')).toBeGreaterThan(found.indexOf('riding-for-joy'));
    });

    it('sorts words by distance when asked to', async () => {
      expect(await asked.slugs({ text: 'knitting', sort: 'distance', filters: near(null) })).toEqual([
        'knit-and-natter',
        'knitting-circle',
        'knitting-needle-injuries-clinic',
      ]);
    });

    it('prefers the nearer of equally good matches', async () => {
      const found = await asked.slugs({ text: 'allotment', filters: near(null) });
      expect(found.slice(0, 2)).toEqual(['riverside-allotments', 'abbey-allotment-society']);
    });

    it('keeps to a box', async () => {
      const box = { west: -3.01, east: -2.99, south: middle.lat + 0.04, north: middle.lat + 0.08 };
      expect(await asked.slugs({ filters: { box }, sort: 'name' })).toEqual([
        'dog-walkers-of-the-common',
        'drovers-road',
        'hill-farm-lambing',
        'hill-view-school',
        'orchard-friends',
        'riding-for-joy',
      ]);
    });

    it('hands out every match that has a place for the map', async () => {
      const points = await asked.index().points({ text: '', filters: { ...noFilters, topics: ['stories'] }, limit: 100 });
      expect(points.map((point) => point.slug).sort()).toEqual([
        'drovers-road',
        'film-night-with-subtitles',
        'lantern-makers',
        'the-great-flood-of-1947',
      ]);
      const flood = points.find((point) => point.slug === 'the-great-flood-of-1947');
      expect(flood).toMatchObject({ id: 'asset-the-great-flood-of-1947', kind: 'story', lng: -3 });
      expect(flood?.lat).toBeCloseTo(middle.lat + 850 / 111_195, 6);
      expect((await asked.index().points({ text: 'knitting', filters: noFilters, limit: 100 })).map((point) => point.slug).sort()).toEqual([
        'knit-and-natter',
        'knitting-circle',
        'knitting-needle-injuries-clinic',
      ]);
      expect(await asked.index().points({ text: '', filters: noFilters, limit: 7 })).toHaveLength(7);
    });
  });

  describe('pages', () => {
    it.each(['relevance', 'distance', 'soonest', 'name'] as const)('are stable and complete, sorted by %s', async (sort) => {
      const near = { point: middle, radiusMetres: null };
      const whole = (await asked.ask({ sort, limit: 100, filters: { near } })).ids;
      const paged: string[] = [];
      for (let offset = 0; offset < 70; offset += 7) paged.push(...(await asked.ask({ sort, offset, limit: 7, filters: { near } })).ids);
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(documents.length);
    });

    it('are stable when words are asked for near a place', async () => {
      const query = { text: 'company', filters: { near: { point: middle, radiusMetres: null } } };
      const whole = await asked.slugs({ ...query, limit: 50 });
      const first = await asked.slugs({ ...query, limit: 4 });
      const second = await asked.slugs({ ...query, limit: 4, offset: 4 });
      expect([...first, ...second]).toEqual(whole.slice(0, 8));
      expect(whole.length).toBeGreaterThan(8);
    });
  });
}
