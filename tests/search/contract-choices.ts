import { describe, expect, it } from 'vitest';
import { type AssetFilters, emptyFacets } from '../../api/search/asset-index.ts';
import type { Asked } from './asked.ts';
import { noFilters } from './asked.ts';
import { countByHand, isSurelyOn, passes } from './count-by-hand.ts';
import { documents, middle } from './documents.ts';

/** From here nothing is exactly as far as a walk goes, where the last bit of a number would decide. */
const corner = { lat: middle.lat - 0.00003, lng: middle.lng };

export function describeChoices(asked: Asked): void {
  describe('time', () => {
    /** What is surely on then. */
    const when = async (filters: Partial<AssetFilters>) => {
      const { ids, sure } = await asked.ask({ filters, sort: 'name', limit: 100 });
      return ids.slice(0, sure).map((id) => id.slice(id.indexOf('-') + 1));
    };

    it('finds by weekday, by part of the day, and by both at once', async () => {
      expect(await when({ days: ['tuesday'], times: ['evening'] })).toEqual(['aberhaven-brass', 'knit-and-natter']);
      expect(await when({ days: ['sunday'] })).toEqual([
        'litter-pickers',
        'orchard-friends',
        'sunday-singers',
        'tennis-for-all',
        'ukulele-sundays',
      ]);
      expect(await when({ days: ['sunday'], times: ['afternoon', 'evening'] })).toEqual(['sunday-singers', 'ukulele-sundays']);
    });

    it('finds by dates, and by weekdays and parts within them', async () => {
      expect(await when({ dates: { from: '2026-12-01', to: '2026-12-03' } })).toEqual(['knit-and-natter', 'needle-felting']);
      expect(await when({ dates: { from: '2026-12-01', to: '2026-12-31' }, days: ['friday', 'saturday'] })).toEqual([
        'film-night-with-subtitles',
        'seed-swap',
      ]);
      expect(await when({ dates: { from: '2026-12-01', to: '2026-12-31' }, times: ['morning'] })).toEqual(['needle-felting', 'seed-swap']);
      for (const [from, to] of [
        ['2027-03-01', '2027-03-02'],
        ['9999-01-01', '9999-01-01'],
        ['1999-01-01', '1999-12-31'],
      ] as const)
        expect(await when({ dates: { from, to } }), from).toEqual([]);
    });

    it('puts what has no fixed times after what is surely on, in any order and on any page', async () => {
      const tuesday = { days: ['tuesday'] } satisfies Partial<AssetFilters>;
      const may = documents.filter(({ no_fixed_times }) => no_fixed_times).map(({ slug }) => slug);
      for (const sort of ['relevance', 'name', 'soonest', 'distance'] as const) {
        const near = { point: middle, radiusMetres: null };
        const { ids, sure, total } = await asked.ask({ filters: { ...tuesday, near }, sort, limit: 100 });
        const isSure = ids.map((id) =>
          documents.some((document) => document.id === id && isSurelyOn(document, { ...noFilters, ...tuesday })),
        );
        expect(isSure.indexOf(false), sort).toBe(sure);
        expect(isSure.lastIndexOf(true), sort).toBe(sure - 1);
        expect([ids.length, total], sort).toEqual([sure + may.length - 1, sure + may.length - 1]);
        const pages = [];
        for (let offset = 0; offset < total; offset += 3)
          pages.push(...(await asked.ask({ filters: { ...tuesday, near }, sort, offset, limit: 3 })).ids);
        expect(pages, sort).toEqual(ids);
      }
      expect(await asked.slugs({ text: 'park', filters: { days: ['wednesday'] } })).toEqual(['abbey-park']);
      expect((await asked.ask({ text: 'park' })).sure).toBe((await asked.ask({ text: 'park' })).total);
    });

    it('sorts by the soonest date, what has none last', async () => {
      const found = await asked.slugs({ sort: 'soonest', limit: 100 });
      expect(found.slice(0, 3)).toEqual(['dog-walkers-of-the-common', 'toddler-tumble', 'walking-football']);
      expect(found.indexOf('seed-swap')).toBeLessThan(found.indexOf('abbey-park'));
    });
  });

  describe('filters and facets', () => {
    it('ORs within a group and ANDs across groups', async () => {
      const found = await asked.slugs({ sort: 'name', limit: 100, filters: { topics: ['grow', 'mend'], areas: ['riverside'] } });
      expect(found).toEqual(['library-of-things', 'repair-cafe', 'riverside-allotments']);
      expect(await asked.slugs({ sort: 'name', filters: { kinds: ['exchange', 'place'], topics: ['eat'], free: true } })).toEqual([
        'community-fridge',
      ]);
      expect(await asked.slugs({ sort: 'name', filters: { access: ['bsl', 'quiet-space'] } })).toEqual(['quiet-hour', 'signing-table']);
      expect(await asked.slugs({ sort: 'name', filters: { languages: ['pl', 'ar'] } })).toEqual([
        'mosque-and-welcome-centre',
        'polish-mothers-and-toddlers',
      ]);
    });

    it('says how many are assets, and counts nothing else when nobody asks', async () => {
      const question = { text: 'choir', filters: { topics: ['music'] }, limit: 3 };
      const counted = await asked.ask(question);
      const plain = await asked.ask({ ...question, facets: false });
      expect(plain).toEqual({ ...counted, facets: emptyFacets() });
      const everything = await asked.ask({ facets: false });
      expect(everything.assets).toBe(documents.filter(({ tier }) => tier === 0).length);
      expect(everything.total).toBe(documents.length);
    });

    it('guesses at no other words when none is wanted', async () => {
      expect((await asked.ask({ text: 'ukelele', facets: false })).total).toBeGreaterThan(0);
      expect((await asked.ask({ text: 'ukelele zorbing', guesses: false })).total).toBe(0);
    });

    it('counts every facet as plain counting does, for many choices', async () => {
      const choices: Partial<AssetFilters>[] = [
        {},
        { kinds: ['group'] },
        { kinds: ['exchange', 'place'], topics: ['grow'] },
        { topics: ['company', 'make'], free: true },
        { areas: ['hill'], languages: ['en'] },
        { kinds: ['group', 'signpost'] },
        { days: ['tuesday'] },
        { times: ['evening'] },
        { days: ['tuesday', 'friday'], times: ['morning', 'afternoon'] },
        { days: ['tuesday'], times: ['evening'] },
        { days: ['tuesday', 'friday', 'sunday'] },
        { days: ['tuesday', 'friday'], times: ['evening'] },
        { times: ['morning', 'evening'], free: true },
        { times: ['evening'], kinds: ['group', 'signpost'] },
        { dates: { from: '2026-11-24', to: '2026-11-24' } },
        { dates: { from: '2026-11-24', to: '2026-11-24' }, days: ['sunday'], times: ['evening'] },
        { dates: { from: '2026-11-24', to: '2026-11-27' } },
        { dates: { from: '2026-11-25', to: '2026-12-01' }, times: ['evening'] },
        { dates: { from: '2026-11-24', to: '2026-12-31' }, days: ['tuesday'] },
        { dates: { from: '9999-01-01', to: '9999-01-01' } },
        { dates: { from: '2026-11-24', to: '2026-12-05' }, days: ['friday', 'saturday'], times: ['evening'], kinds: ['group'] },
        { access: ['step-free', 'hearing-loop'] },
        { free: true, access: ['step-free'], topics: ['eat'] },
        { justTurnUp: true },
        { bringSomeone: true, kinds: ['group'], topics: ['company', 'make'] },
        { justTurnUp: true, bringSomeone: true },
        { near: { point: corner, radiusMetres: null } },
        { near: { point: corner, radiusMetres: 800 }, topics: ['grow', 'company'] },
        { near: { point: corner, radiusMetres: 1_600 }, justTurnUp: true, days: ['sunday', 'tuesday'] },
        { near: { point: corner, radiusMetres: 777 }, free: true },
      ];
      for (const choice of choices) {
        const { facets, total } = await asked.ask({ filters: choice, limit: 1 });
        const filters = { ...noFilters, ...choice };
        expect(total, JSON.stringify(choice)).toBe(documents.filter((document) => passes(document, filters)).length);
        expect(facets, JSON.stringify(choice)).toEqual(countByHand(filters));
      }
    });

    it('keeps to where one may just turn up, and to where one may bring somebody', async () => {
      expect(await asked.slugs({ sort: 'name', filters: { justTurnUp: true, topics: ['music'] } })).toEqual([
        'sunday-singers',
        'ukulele-sundays',
      ]);
      expect(await asked.slugs({ sort: 'name', filters: { justTurnUp: true, bringSomeone: true } })).toEqual(['sunday-singers']);
    });

    it('counts walks among what the words found, however far was chosen', async () => {
      for (const radiusMetres of [null, 400]) {
        const { facets } = await asked.ask({ text: 'allotment', filters: { near: { point: corner, radiusMetres } } });
        expect(facets.within).toEqual({ 1200: 1, 1600: 1, 2400: 2 });
      }
      expect((await asked.ask({ text: 'allotment' })).facets.within).toEqual({});
    });

    it('counts facets among what the words found', async () => {
      const { facets } = await asked.ask({ text: 'knitting', filters: { kinds: ['signpost'] } });
      expect(facets.kind).toEqual({ group: 2, signpost: 1 });
      expect(facets.topic).toEqual({});
    });

    it('counts times among what the words found', async () => {
      const question = { text: 'ab', guesses: false, limit: 100 } as const;
      const { ids } = await asked.ask(question);
      const found = documents.filter(({ id }) => ids.includes(id));
      expect(found.some(({ no_fixed_times, days }) => no_fixed_times && days.length > 0)).toBe(true);
      for (const choice of [
        { days: ['tuesday'] },
        { days: ['tuesday', 'saturday'] },
        { times: ['morning'] },
      ] satisfies Partial<AssetFilters>[]) {
        const { facets, total } = await asked.ask({ ...question, filters: choice });
        const filters = { ...noFilters, ...choice };
        expect(total).toBe(found.filter((document) => passes(document, filters)).length);
        expect(facets, JSON.stringify(choice)).toEqual(countByHand(filters, found));
      }
    });

    it('counts in every facet but the kind what is around here, and no service', async () => {
      const { facets, total } = await asked.ask({ limit: 1 });
      const signposts = documents.filter(({ kind }) => kind === 'signpost').length;
      expect(signposts).toBeGreaterThan(0);
      expect(facets.kind.signpost).toBe(signposts);
      const areas = await asked.ask({ filters: { areas: ['abbey'] }, limit: 1 });
      expect(facets.area.abbey).toBe(areas.total - (areas.facets.kind.signpost ?? 0));
      expect(total).toBe(documents.length);
    });
  });
}
