import { afterEach, describe, expect, it } from 'vitest';
import { SearchRefused, SearchUnavailable } from '../../api/errors.ts';
import { signpostDocument } from '../../api/search/asset-document.ts';
import type { AssetFilters } from '../../api/search/asset-index.ts';
import { filterText, quoted } from '../../api/search/meilisearch/filter-text.ts';
import { indexName, indexSettings } from '../../api/search/meilisearch/index-settings.ts';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { noFilters, vocabulary } from './asked.ts';
import { documents, middle } from './documents.ts';
import { type Reply, type StubServer, startStubServer } from './stub-server.ts';

const query = { text: 'choir', filters: noFilters, sort: 'relevance', offset: 0, limit: 10 } as const;

describe('filters for Meilisearch', () => {
  it('say each group once, all of which must hold', () => {
    expect(filterText({ ...noFilters, kinds: ['group', 'place'], topics: ['eat'], free: true, languages: ['cy'] })).toEqual([
      'kind IN ["group", "place"]',
      'topics IN ["eat"]',
      'cost IN ["free"]',
      'languages IN ["cy"]',
    ]);
  });

  it('leave out the group whose facet is counted', () => {
    expect(filterText({ ...noFilters, kinds: ['group'], topics: ['eat'] }, 'kind')).toEqual(['topics IN ["eat"]']);
  });

  it('ask for day and part of the day as one', () => {
    expect(filterText({ ...noFilters, days: ['tuesday'], times: ['evening', 'morning'] })).toEqual([
      '(days IN ["tuesday:evening", "tuesday:morning"] OR no_fixed_times = true)',
    ]);
    expect(filterText({ ...noFilters, dates: { from: '2026-11-28', to: '2026-11-30' }, days: ['sunday'] })).toEqual([
      '(dates IN ["2026-11-29"] OR no_fixed_times = true)',
    ]);
  });

  it('let no date through when none in the range is a chosen day', () => {
    expect(filterText({ ...noFilters, dates: { from: '2026-11-24', to: '2026-11-24' }, days: ['sunday'] })).toEqual([
      '(dates IN [] OR no_fixed_times = true)',
    ]);
  });

  it('make a circle of ranges, north, east and along four slants', () => {
    const [north, east, ...slants] = filterText({ ...noFilters, near: { point: middle, radiusMetres: 1_000 } });
    expect(north).toMatch(/^lat 52\.2411\d+ TO 52\.2588\d+$/);
    expect(east).toMatch(/^lng -3\.0145\d+ TO -2\.9854\d+$/);
    expect(slants.map((range) => range.split(' ')[0])).toEqual(['along_30', 'along_60', 'along_120', 'along_150']);
    expect(filterText({ ...noFilters, near: { point: middle, radiusMetres: null } })).toEqual([]);
  });

  it('cannot be broken out of by a value', () => {
    expect(quoted('a" OR tier = "1')).toBe('"a\\" OR tier = \\"1"');
    expect(quoted('back\\')).toBe('"back\\\\"');
    expect(filterText({ ...noFilters, areas: ['x"] OR kind EXISTS'] })).toEqual(['areas IN ["x\\"] OR kind EXISTS"]']);
  });
});

it('a service has no time, so that what is counted at one is an asset', () => {
  const none = { name_cy: null, summary_cy: null, topic_words: null, area_names: null, lat: null, lng: null };
  const lists = { topics: [], areas: [], languages: [], access: [] };
  const row = { id: '1', slug: 'a-line', name: 'A line', summary: 'Someone listens', crisis: true, ...none, ...lists };
  expect(signpostDocument(row)).toMatchObject({ days: [], dates: [], times: [], no_fixed_times: false });
});

describe('the name of the index', () => {
  it('is the same for the same server and settings, another for another version, other settings or another site', () => {
    const name = indexName('assets', '1.50.0');
    expect(indexName('assets', '1.50.0')).toBe(name);
    expect(name).toMatch(/^assets-[0-9a-f]{12}$/);
    expect(indexName('assets', '1.51.0')).not.toBe(name);
    expect(indexName('assets', '1.50.0', { ...indexSettings, stopWords: ['the'] })).not.toBe(name);
    expect(indexName('another-site', '1.50.0')).toMatch(/^another-site-[0-9a-f]{12}$/);
  });

  it('stands for settings that put signposts last and forgive one error from 4 letters, two from 8', () => {
    expect(indexSettings.rankingRules?.[0]).toBe('tier:asc');
    expect(indexSettings.typoTolerance?.minWordSizeForTypos).toEqual({ oneTypo: 4, twoTypos: 8 });
    expect(indexSettings.displayedAttributes).not.toEqual(expect.arrayContaining(['body']));
  });
});

describe('a Meilisearch that does not behave', () => {
  let stub: StubServer;
  afterEach(() => stub?.close());

  const open = async (answer: (request: string, body: string, reply: Reply) => void) => {
    stub = await startStubServer((request, body, reply) => {
      if (request === 'GET /version') reply.json(200, { commitSha: '', commitDate: '', pkgVersion: '1.50.0' });
      else answer(request, body, reply);
    });
    return createMeilisearchIndex({ url: stub.url, key: null, vocabulary });
  };
  const failed = (message: string) => ({ message, code: 'internal', type: 'internal', link: '' });

  it('is unavailable when it answers with an error', async () => {
    const index = await open((_, __, reply) => reply.json(500, failed('broken')));
    await expect(index.search(query)).rejects.toThrow(SearchUnavailable);
    await expect(index.ping()).rejects.toThrow(SearchUnavailable);
  });

  it('is unavailable when it takes too long', async () => {
    const index = await open(() => undefined);
    await expect(index.search(query)).rejects.toThrow(/in time/);
  });

  it('is unavailable when it is not there', async () => {
    const index = await open(() => undefined);
    await stub.close();
    await expect(index.search(query)).rejects.toThrow(SearchUnavailable);
  });

  it('is unavailable when it answers with something else than an answer', async () => {
    const index = await open((_, __, reply) => reply.json(200, { hello: 'world' }));
    await expect(index.search(query)).rejects.toThrow(SearchUnavailable);
  });

  it('refuses a single query without counting as away', async () => {
    const index = await open((_, __, reply) => reply.json(400, failed('what?')));
    await expect(index.search(query)).rejects.toThrow(SearchRefused);
  });

  it('counts as away while it has no index of ours, which it says as if the query were wrong', async () => {
    const index = await open((_, __, reply) => reply.json(400, { ...failed('Index not found.'), code: 'index_not_found' }));
    await expect(index.search(query)).rejects.not.toThrow(SearchRefused);
    await expect(index.search(query)).rejects.toThrow(SearchUnavailable);
  });

  it('counts the walks itself, and has them counted where more is around than it is handed', async () => {
    const around = [0.001, 0.02, 0.02, 5].map((north, at) => ({ id: `asset-${at}`, lat: middle.lat + north, lng: middle.lng }));
    let total = around.length;
    const index = await open((_, body, reply) => {
      const results = JSON.parse(body).queries.map(({ limit, filter }: { limit: number; filter: string[] }) => {
        const circle = filter.some((part) => part.startsWith('along_')) && limit === 0;
        return { hits: limit === 1_000 ? around : [], facetDistribution: { tier: { 0: circle ? 700 : total } } };
      });
      reply.json(200, { results });
    });
    const near = { ...query, guesses: false as const, filters: { ...noFilters, near: { point: middle, radiusMetres: null } } };
    expect((await index.search(near)).facets.within).toEqual({ 400: 1, 800: 1, 1200: 1, 1600: 1, 2400: 3 });
    total = 1_001;
    expect((await index.search(near)).facets.within).toEqual({ 400: 700, 800: 700, 1200: 700, 1600: 700, 2400: 700 });
  });

  it('is asked once more for all values of time that a token tells of, and once for each other one', async () => {
    const asked: { facets: string[]; filter: string[]; limit: number }[] = [];
    const index = await open((_, body, reply) => {
      asked.push(...JSON.parse(body).queries);
      reply.json(200, { results: [] });
    });
    const counting = async (choice: Partial<AssetFilters>) => {
      await index.search({ ...query, guesses: false, filters: { ...noFilters, ...choice } });
      return asked.splice(0).flatMap(({ limit, facets, filter }) => (limit === 0 ? [{ facets, time: filter.at(-1) }] : []));
    };
    const fixed = 'no_fixed_times = false';
    const own = (time: string) => ({ facets: ['tier'], time: `(${time} OR no_fixed_times = true)` });
    expect(await counting({ days: ['tuesday'] })).toEqual([{ facets: ['days'], time: fixed }]);
    expect(await counting({ times: ['evening'] })).toEqual([{ facets: ['days', 'times'], time: fixed }]);
    expect(await counting({ dates: { from: '2026-11-24', to: '2026-11-24' } })).toEqual([{ facets: ['dates'], time: fixed }]);
    expect(await counting({ dates: { from: '2026-11-24', to: '2026-11-24' }, days: ['sunday'], times: ['evening'] })).toEqual([
      { facets: ['dates'], time: fixed },
    ]);
    expect(await counting({ days: ['tuesday', 'friday'], times: ['evening'] })).toEqual([
      { facets: ['days'], time: fixed },
      own('days IN ["tuesday:morning", "friday:morning"]'),
      own('days IN ["tuesday:afternoon", "friday:afternoon"]'),
    ]);
    expect(await counting({ dates: { from: '2026-11-24', to: '2026-12-31' } })).toHaveLength(10);
  });

  it('brings back nothing but ids where order does not matter', async () => {
    const asked: { limit: number }[] = [];
    const index = await open((_, body, reply) => {
      asked.push(...JSON.parse(body).queries.filter(({ limit }: { limit: number }) => limit > 0));
      reply.json(200, { results: [{ hits: [{ id: 'asset-1' }], facetDistribution: { tier: { 0: 1 } } }] });
    });
    await index.search({ ...query, limit: 1_000, ordered: false, guesses: false });
    await index.search({ ...query, limit: 1_000, guesses: false });
    expect(asked).toMatchObject([{ limit: 1_000, attributesToRetrieve: ['id'] }, { showRankingScoreDetails: true }]);
    expect(asked[0]).not.toHaveProperty('showRankingScoreDetails');
  });

  it('refuses to hand out a part of the places that were found', async () => {
    const hits = Array.from({ length: 1_000 }, (_, number) => ({ id: `asset-${number}`, lat: 52, lng: -3 }));
    let total = 1_000;
    const index = await open((_, __, reply) => reply.json(200, { results: [{ hits, facetDistribution: { tier: { 0: total } } }] }));
    expect(await index.points({ text: 'choir', filters: noFilters, limit: 5_000 })).toHaveLength(1_000);
    total = 1_001;
    await expect(index.points({ text: 'choir', filters: noFilters, limit: 5_000 })).rejects.toThrow(SearchRefused);
  });

  it('makes a write wait for its task, and fail with it', async () => {
    const statuses = ['enqueued', 'processing', 'failed'];
    const task = (status: string) => ({
      uid: 7,
      taskUid: 7,
      indexUid: 'x',
      type: 'documentAdditionOrUpdate',
      status,
      error: { message: 'disk full' },
    });
    const index = await open((request, _, reply) => {
      if (request.startsWith('GET /tasks/7')) reply.json(200, task(statuses.shift() ?? 'failed'));
      else if (request.startsWith('POST')) reply.json(202, task('enqueued'));
      else
        reply.json(200, {
          uid: indexName('assets', '1.50.0'),
          primaryKey: 'id',
          createdAt: '2026-01-01T00:00:00Z',
          updatedAt: '2026-01-01T00:00:00Z',
        });
    });
    await expect(index.put(documents.slice(0, 3))).rejects.toThrow(SearchUnavailable);
    expect(statuses).toEqual([]);
  });

  it('never gets an index made by a mere write', async () => {
    const index = await open((_, __, reply) =>
      reply.json(404, { ...failed('no such index'), code: 'index_not_found', type: 'invalid_request' }),
    );
    await expect(index.put(documents.slice(0, 3))).rejects.toThrow(SearchUnavailable);
    expect(stub.requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
    expect(await index.prepare()).toBe('empty');
  });
});
