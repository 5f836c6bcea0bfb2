import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetFilters, AssetIndex, IndexQuery } from '../../api/search/asset-index.ts';
import { documents, idsOf, middle } from './documents.ts';
import { parseSynonyms } from '../../api/search/synonyms.ts';
import { hostileTexts } from './hostile-texts.ts';

export const noFilters: AssetFilters = {
  kinds: [], topics: [], areas: [], days: [], times: [], dates: null, free: false, access: [], languages: [], box: null, near: null,
};

const meanings = parseSynonyms([['choir', 'singing', 'côr'], ['mend', 'repair', 'fix'], ['timebank', 'time bank'], ['knit', 'knitting', 'wool craft']]);
export const synonyms = { current: () => meanings };

/** What every adapter promises, over documents made by hand. `open` makes an empty index of its own. */
export function describeIndex(name: string, open: () => Promise<{ index: AssetIndex; close(): Promise<void> }>): void {
  describe(name, () => {
    let index: AssetIndex;
    let close: () => Promise<void>;

    beforeAll(async () => {
      ({ index, close } = await open());
      await index.put(documents);
    });
    afterAll(() => close?.());

    const ask = (query: Partial<Omit<IndexQuery, 'filters'>> & { filters?: Partial<AssetFilters> }) =>
      index.search({ text: '', sort: 'relevance', offset: 0, limit: 10, ...query, filters: { ...noFilters, ...query.filters } });
    const slugs = async (...query: Parameters<typeof ask>) => (await ask(...query)).ids.map((id) => id.replace(/^(asset|signpost)-/, ''));
    const find = (text: string, limit = 10) => slugs({ text, limit });

    describe('words', () => {
      it.each([
        ['one letter missing, from four letters on', 'alotment', 'abbey-allotment-society'],
        ['one letter too many', 'chhoir', 'cor-meibion-glan-yr-afon'],
        ['one letter wrong', 'knotting', 'knitting-circle'],
        ['two letters swapped', 'tenins', 'tennis-for-all'],
        ['two edits, from eight letters on', 'phtograpy', 'photography-walks'],
        ['two edits in the middle', 'samaratens', 'samaritans-listening-line'],
        ['an error while still typing', 'photogrqph', 'photography-walks'],
        ['an error in one of two words', 'comunity garden', 'community-garden'],
      ])('forgives %s', async (_, text, slug) => {
        expect(await find(text)).toContain(slug);
      });

      it('forgives nothing in words of three letters', async () => {
        expect(await find('dig')).not.toContain('dog-walkers-of-the-common');
      });

      it.each(['ukul', 'river sw', 'u', 'uk', 'Aberhaven Bra'])('takes the last word as a beginning: %s', async (text) => {
        expect(await find(text)).toContain({ ukul: 'ukulele-sundays', 'river sw': 'river-swimmers', u: 'ukulele-sundays', uk: 'ukulele-sundays' }[text] ?? 'aberhaven-brass');
      });

      it.each([
        ['cor meibion', 'cor-meibion-glan-yr-afon'],
        ['CÔR', 'cor-meibion-glan-yr-afon'],
        ['ty gwyn', 'ty-gwyn-tea-room'],
        ['tŷ gwyn', 'ty-gwyn-tea-room'],
        ['repair cafe', 'repair-cafe'],
        ['neuadd', 'riverside-hall'],
        ['st beunos', 'st-beunos-church'],
        ["st beuno's", 'st-beunos-church'],
        ['st beuno', 'st-beunos-church'],
      ])('reads letters with and without their marks: %s', async (text, slug) => {
        expect((await find(text))[0]).toBe(slug);
      });

      it.each([
        ['allotment', 'riverside-allotments'],
        ['allotments', 'abbey-allotment-society'],
        ['church', 'churches-together'],
        ['churches', 'st-beunos-church'],
        ['lady', 'ladies-bowls-club'],
        ['libraries', 'aberhaven-library'],
        ['buses', null],
      ])('holds singular and plural for one: %s', async (text, slug) => {
        if (slug) expect(await find(text)).toContain(slug);
        else expect(await find(text)).toEqual([]);
      });

      it('knows words that mean the same, phrases too', async () => {
        expect(await find('singing')).toEqual(expect.arrayContaining(['cor-meibion-glan-yr-afon']));
        expect(await find('knitting')).toContain('knit-and-natter');
        expect(await find('fix')).toContain('repair-cafe');
        expect(await find('time bank')).toContain('timebank-aberhaven');
      });

      it('wants all words while something holds them all', async () => {
        expect(await find('community garden')).toEqual(['community-garden']);
      });

      it('settles for most of the words when nothing holds them all', async () => {
        expect(await find('knitting zebra')).toContain('knitting-circle');
        expect((await find('the orchard of wibbledom'))[0]).toBe('orchard-friends');
      });

      it('finds nothing where there is nothing', async () => {
        expect(await ask({ text: 'xqzvwk' })).toMatchObject({ ids: [], total: 0 });
      });

      it('puts a name before a mention, and a whole name first', async () => {
        const found = await find('library');
        expect(found.slice(0, 2).sort()).toEqual(['aberhaven-library', 'library-of-things']);
        expect((await find('the long bench'))[0]).toBe('the-long-bench');
        expect((await find('community'))[0]).toMatch(/^community/);
      });

      it('counts ten words and no more', async () => {
        const ten = 'boats in bridge street the great flood of 1947 in';
        expect(ten.split(' ')).toHaveLength(10);
        expect(await find(`${ten} zebra giraffe`)).toEqual(['the-great-flood-of-1947']);
      });

      it('takes any text without failing', async () => {
        for (const text of hostileTexts) expect(await ask({ text }), JSON.stringify(text)).toMatchObject({ total: expect.any(Number) });
      });
    });

    describe('signposts', () => {
      it.each(['relevance', 'distance', 'name', 'soonest'] as const)('stand after every asset, sorted by %s', async (sort) => {
        const { ids, total } = await ask({ sort, limit: 100, filters: { near: { point: middle, radiusMetres: null } } });
        expect(total).toBe(documents.length);
        const kinds = ids.map((id) => id.split('-')[0]);
        expect(kinds.lastIndexOf('asset')).toBeLessThan(kinds.indexOf('signpost'));
      });

      it('stand last however well they match', async () => {
        const found = await find('knitting needle');
        expect(found).toContain('knitting-needle-injuries-clinic');
        expect((await find('knitting')).at(-1)).toBe('knitting-needle-injuries-clinic');
        expect((await find('church')).at(-1)).toBe('church-street-surgery');
      });
    });

    describe('place', () => {
      const near = (radiusMetres: number | null) => ({ near: { point: middle, radiusMetres } });

      it('keeps to the radius', async () => {
        const { ids, total } = await ask({ sort: 'distance', limit: 100, filters: near(260) });
        expect(ids).toEqual([...idsOf(['aberhaven-library', 'timebank-aberhaven', 'the-long-bench', 'chess-in-the-arcade', 'knitting-needle-injuries-clinic', 'church-street-surgery'])]);
        expect(total).toBe(6);
      });

      it('sorts by distance, what has no place after what has', async () => {
        const found = await slugs({ sort: 'distance', limit: 100, filters: near(null) });
        expect(found.slice(0, 3)).toEqual(['aberhaven-library', 'timebank-aberhaven', 'the-long-bench']);
        expect(found.indexOf('mari-lwyd')).toBeGreaterThan(found.indexOf('riding-for-joy'));
      });

      it('sorts words by distance when asked to', async () => {
        expect(await slugs({ text: 'knitting', sort: 'distance', filters: near(null) })).toEqual(['knit-and-natter', 'knitting-circle', 'knitting-needle-injuries-clinic']);
      });

      it('prefers the nearer of equally good matches', async () => {
        const found = await slugs({ text: 'allotment', filters: near(null) });
        expect(found.slice(0, 2)).toEqual(['riverside-allotments', 'abbey-allotment-society']);
      });

      it('keeps to a box', async () => {
        const box = { west: -3.01, east: -2.99, south: middle.lat + 0.04, north: middle.lat + 0.08 };
        expect((await slugs({ filters: { box }, sort: 'name' }))).toEqual(['dog-walkers-of-the-common', 'drovers-road', 'hill-farm-lambing', 'hill-view-school', 'orchard-friends', 'riding-for-joy']);
      });

      it('hands out every match that has a place for the map', async () => {
        const points = await index.points({ text: '', filters: { ...noFilters, topics: ['stories'] }, limit: 100 });
        expect(points.map((point) => point.slug).sort()).toEqual(['drovers-road', 'film-night-with-subtitles', 'lantern-makers', 'the-great-flood-of-1947']);
        const flood = points.find((point) => point.slug === 'the-great-flood-of-1947');
        expect(flood).toMatchObject({ id: 'asset-the-great-flood-of-1947', kind: 'story', lng: -3 });
        expect(flood?.lat).toBeCloseTo(middle.lat + 850 / 111_195, 6);
        expect((await index.points({ text: 'knitting', filters: noFilters, limit: 100 })).map((point) => point.slug).sort()).toEqual(['knit-and-natter', 'knitting-circle', 'knitting-needle-injuries-clinic']);
        expect(await index.points({ text: '', filters: noFilters, limit: 7 })).toHaveLength(7);
      });
    });

    describe('time', () => {
      const when = (filters: Partial<AssetFilters>) => slugs({ filters, sort: 'name', limit: 100 });

      it('finds by weekday, by part of the day, and by both at once', async () => {
        expect(await when({ days: ['tuesday'], times: ['evening'] })).toEqual(['aberhaven-brass', 'knit-and-natter']);
        expect(await when({ days: ['sunday'] })).toEqual(['litter-pickers', 'orchard-friends', 'sunday-singers', 'tennis-for-all', 'ukulele-sundays']);
        expect(await when({ days: ['sunday'], times: ['afternoon', 'evening'] })).toEqual(['sunday-singers', 'ukulele-sundays']);
      });

      it('finds by dates, and by weekdays and parts within them', async () => {
        expect(await when({ dates: { from: '2026-12-01', to: '2026-12-03' } })).toEqual(['knit-and-natter', 'needle-felting']);
        expect(await when({ dates: { from: '2026-12-01', to: '2026-12-31' }, days: ['friday', 'saturday'] })).toEqual(['film-night-with-subtitles', 'seed-swap']);
        expect(await when({ dates: { from: '2026-12-01', to: '2026-12-31' }, times: ['morning'] })).toEqual(['needle-felting', 'seed-swap']);
        expect(await when({ dates: { from: '2027-03-01', to: '2027-03-02' } })).toEqual([]);
      });

      it('sorts by the soonest date, what has none last', async () => {
        const found = await slugs({ sort: 'soonest', limit: 100 });
        expect(found.slice(0, 3)).toEqual(['dog-walkers-of-the-common', 'toddler-tumble', 'walking-football']);
        expect(found.indexOf('seed-swap')).toBeLessThan(found.indexOf('abbey-park'));
      });
    });

    describe('filters and facets', () => {
      it('ORs within a group and ANDs across groups', async () => {
        const found = await slugs({ sort: 'name', limit: 100, filters: { topics: ['grow', 'mend'], areas: ['riverside'] } });
        expect(found).toEqual(['library-of-things', 'repair-cafe', 'riverside-allotments']);
        expect(await slugs({ sort: 'name', filters: { kinds: ['exchange', 'place'], topics: ['eat'], free: true } })).toEqual(['community-fridge']);
        expect(await slugs({ sort: 'name', filters: { access: ['bsl', 'quiet-space'] } })).toEqual(['quiet-hour', 'signing-table']);
        expect(await slugs({ sort: 'name', filters: { languages: ['pl', 'ar'] } })).toEqual(['mosque-and-welcome-centre', 'polish-mothers-and-toddlers']);
      });

      it('counts every facet as plain counting does, for many choices', async () => {
        const choices: Partial<AssetFilters>[] = [
          {},
          { kinds: ['group'] },
          { kinds: ['exchange', 'place'], topics: ['grow'] },
          { topics: ['company', 'make'], free: true },
          { areas: ['hill'], languages: ['en'] },
          { days: ['tuesday'] },
          { times: ['evening'] },
          { days: ['tuesday', 'friday'], times: ['morning', 'afternoon'] },
          { dates: { from: '2026-11-24', to: '2026-11-27' } },
          { dates: { from: '2026-11-24', to: '2026-12-05' }, days: ['friday', 'saturday'], times: ['evening'], kinds: ['group'] },
          { access: ['step-free', 'hearing-loop'] },
          { free: true, access: ['step-free'], topics: ['eat'] },
        ];
        for (const choice of choices) {
          const { facets, total } = await ask({ filters: choice, limit: 1 });
          const filters = { ...noFilters, ...choice };
          expect(total, JSON.stringify(choice)).toBe(documents.filter((document) => passes(document, filters)).length);
          expect(facets, JSON.stringify(choice)).toEqual(countByHand(filters));
        }
      });

      it('counts facets among what the words found', async () => {
        const { facets } = await ask({ text: 'knitting', filters: { kinds: ['signpost'] } });
        expect(facets.kind).toEqual({ group: 2, signpost: 1 });
        expect(facets.topic).toEqual({});
      });
    });

    describe('pages', () => {
      it.each(['relevance', 'distance', 'soonest', 'name'] as const)('are stable and complete, sorted by %s', async (sort) => {
        const near = { point: middle, radiusMetres: null };
        const whole = (await ask({ sort, limit: 100, filters: { near } })).ids;
        const paged: string[] = [];
        for (let offset = 0; offset < 70; offset += 7) paged.push(...(await ask({ sort, offset, limit: 7, filters: { near } })).ids);
        expect(paged).toEqual(whole);
        expect(new Set(paged).size).toBe(documents.length);
      });

      it('are stable when words are asked for near a place', async () => {
        const query = { text: 'company', filters: { near: { point: middle, radiusMetres: null } } };
        const whole = await slugs({ ...query, limit: 50 });
        const first = await slugs({ ...query, limit: 4 });
        const second = await slugs({ ...query, limit: 4, offset: 4 });
        expect([...first, ...second]).toEqual(whole.slice(0, 8));
        expect(whole.length).toBeGreaterThan(8);
      });
    });

    describe('writing', () => {
      const [first] = documents;

      it('puts and removes as often as one likes, with the same outcome', async () => {
        if (!first) throw new Error('no documents');
        const changed = { ...first, id: 'asset-changed', slug: 'changed', name: 'quokka club', name_sort: 'quokka club' };
        await index.put([changed]);
        await index.put([changed]);
        expect(await find('quokka')).toEqual(['changed']);
        await index.put([{ ...changed, name: 'wombat club', name_sort: 'wombat club' }]);
        expect(await find('quokka')).toEqual([]);
        expect(await find('wombat')).toEqual(['changed']);
        await index.remove(['asset-changed']);
        await index.remove(['asset-changed', 'asset-never-there']);
        expect(await find('wombat')).toEqual([]);
        expect((await ask({})).total).toBe(documents.length);
      });

      it('keeps no corrections towards words that are gone', async () => {
        if (!first) throw new Error('no documents');
        await index.put([{ ...first, id: 'asset-gone', slug: 'gone', name: 'gardinering', name_sort: 'gardinering' }]);
        await index.remove(['asset-gone']);
        expect(await find('gardinerin')).not.toContain('gone');
      });

      it('takes nothing at all', async () => {
        await index.put([]);
        await index.remove([]);
        expect((await ask({})).total).toBe(documents.length);
      });

      it('rebuilds without a moment in which less is found', async () => {
        let rebuilding = true;
        const seen = new Set<number>();
        const reader = (async () => {
          while (rebuilding) seen.add((await ask({ text: '', filters: { kinds: ['group'] } })).total);
        })();
        const written: number[] = [];
        for (let round = 0; round < 3; round += 1) await index.rebuild(inBatches(20), (count) => written.push(count));
        rebuilding = false;
        await reader;
        expect([...seen]).toEqual([documents.filter((document) => document.kind === 'group').length]);
        expect(written.at(-1)).toBe(documents.length);
      });

      it('rebuilds to exactly what it was given', async () => {
        await index.rebuild(inBatches(20, documents.slice(10)));
        expect((await ask({})).total).toBe(documents.length - 10);
        expect(await find('gwau')).toEqual([]);
        await index.rebuild(inBatches(20));
        expect((await ask({})).total).toBe(documents.length);
        expect(await find('gwau')).toEqual(['knit-and-natter']);
      });
    });
  });
}

async function* inBatches(size: number, from = documents) {
  for (let start = 0; start < from.length; start += size) yield from.slice(start, start + size);
}

type Document = (typeof documents)[number];

function passes(document: Document, filters: AssetFilters): boolean {
  const any = <T>(chosen: T[], held: readonly T[]) => chosen.length === 0 || chosen.some((value) => held.includes(value));
  return (
    any(filters.kinds, [document.kind]) && any(filters.topics, document.topics) && any(filters.areas, document.areas) &&
    any(filters.access, document.access) && any(filters.languages, document.languages) && (!filters.free || document.free) && happens(document, filters)
  );
}

/** Looks at each happening by itself, which tokens only imitate. */
function happens(document: Document, { days, times, dates }: AssetFilters): boolean {
  if (days.length === 0 && times.length === 0 && dates === null) return true;
  return document.dates
    .filter((token) => token.includes(':'))
    .map((token) => token.split(':'))
    .some(([date = '', part]) => {
      const weekday = new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' }).toLowerCase();
      const onDay = days.length === 0 || days.some((day) => day === weekday);
      const atTime = times.length === 0 || times.some((time) => time === part);
      return onDay && atTime && (dates === null || (date >= dates.from && date <= dates.to));
    });
}

function countByHand(filters: AssetFilters) {
  const count = (without: Partial<AssetFilters>, values: (document: Document) => readonly string[]) => {
    const counts: Record<string, number> = {};
    for (const document of documents.filter((candidate) => passes(candidate, { ...filters, ...without }))) {
      for (const value of values(document)) counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  };
  const happening = <T extends string>(values: readonly T[], choose: (value: T) => Partial<AssetFilters>) =>
    Object.fromEntries(
      values.map((value) => [value, documents.filter((document) => passes(document, { ...filters, ...choose(value) })).length] as const).filter(([, found]) => found > 0),
    );
  return {
    kind: count({ kinds: [] }, (document) => [document.kind]),
    topic: count({ topics: [] }, (document) => document.topics),
    area: count({ areas: [] }, (document) => document.areas),
    day: happening(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'], (day) => ({ days: [day] })),
    time: happening(['morning', 'afternoon', 'evening'], (time) => ({ times: [time] })),
    cost: count({ free: false }, (document) => (document.free ? ['free'] : [])),
    access: count({ access: [] }, (document) => document.access),
    language: count({ languages: [] }, (document) => document.languages),
  };
}
