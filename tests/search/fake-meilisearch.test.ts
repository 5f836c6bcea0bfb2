import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meilisearchPlaces, type OpenPlace } from '../support/meilisearch-places.ts';

/** What Meilisearch 1.50 was seen to answer: whoever speaks for it must say the same. Each is a query of the one index, and how it ends. */
const refusals: [string, object, string][] = [
  ['a filter by what may not be filtered by', { filter: ['body = 1'] }, 'invalid_search_filter'],
  ['a comparison where only equality is allowed', { filter: ['tier > 1'] }, 'invalid_search_filter'],
  ['a list that does not end', { filter: ['kind IN ['] }, 'invalid_search_filter'],
  ['a choice that does not end', { filter: ['(kind = a OR'] }, 'invalid_search_filter'],
  ['a filter of two values', { filter: ['kind = group place'] }, 'invalid_search_filter'],
  ['a quotation that does not end', { filter: ['kind = "group'] }, 'invalid_search_filter'],
  ['a range where only equality is allowed', { filter: ['tier 0 TO 1'] }, 'invalid_search_filter'],
  ['equality where only a range is allowed', { filter: ['lat = 52'] }, 'invalid_search_filter'],
  ['a list where only a range is allowed', { filter: ['lat IN [52]'] }, 'invalid_search_filter'],
  ['an order by what may not be ordered by', { sort: ['summary:asc'] }, 'invalid_search_sort'],
  ['an order without a direction', { sort: ['name_sort'] }, 'invalid_search_sort'],
  ['counts of what may not be counted', { facets: ['standing'] }, 'invalid_search_facets'],
  ['a page of less than nothing', { limit: -1 }, 'invalid_search_limit'],
  ['a word it does not know', { nonsense: 1 }, 'bad_request'],
  ['a strategy it does not have', { matchingStrategy: 'none' }, 'invalid_search_matching_strategy'],
  ['a search in what may not be searched', { attributesToSearchOn: ['body'] }, 'invalid_search_attributes_to_search_on'],
  ['an index that is not there', { indexUid: 'test-nothing' }, 'index_not_found'],
];

const finds: [string, object, string[]][] = [
  ['all that hold a word, the best attribute first, signposts last', {}, ['a-2', 'a-1', 's-3']],
  ['nothing by an empty list', { filter: ['topics IN []'] }, []],
  ['a value whatever its case', { filter: ['kind = "GROUP"'] }, ['a-1']],
  ['what is not so', { filter: ['NOT topics IN ["sing"]'] }, ['a-2']],
  ['what stands in either', { filter: ['(kind = place OR topics = sing)'] }, ['a-2', 'a-1', 's-3']],
  ['what lies within a range', { filter: ['lat 52 TO 53', 'lng -4.000000 TO -2'] }, ['a-1']],
  ['what lies at the edge of one', { filter: ['lat 52.25 TO 52.25 AND lng -3 TO -3'] }, ['a-1']],
  ['nothing in a range that ends in a word', { filter: ['lat 52 TO north'] }, []],
  ['nothing beyond', { filter: ['lat 52 TO 52.249999'] }, []],
  ['what lies in no range, with what has no number', { filter: ['NOT lat 52 TO 53'] }, ['a-2', 's-3']],
  ['a slip of the pen, which is nowhere as exact as a word as typed', { q: 'chior' }, ['a-1', 'a-2', 's-3']],
  ['no slip between quotation marks', { q: '"chior"' }, []],
  ['no slip in words that are fixed', { q: 'voicse' }, []],
  ['a word that is begun, and none before it', { q: 'commu' }, ['a-1']],
  ['no beginning where a blank ends it', { q: 'commu ' }, []],
  ['another word that means the same', { q: 'singers' }, ['a-1', 'a-2', 's-3']],
  ['two words written as one', { q: 'communitychoir' }, ['a-1']],
  ['only names where only names are asked', { attributesToSearchOn: ['name'] }, ['a-2', 'a-1']],
  ['nothing beyond where a search ends', { offset: 2_000 }, []],
];

const documents = [
  {
    id: 'a-1',
    tier: 0,
    kind: 'group',
    name: ['community choir', 'cor y dre'],
    summary: 'we sing',
    topics: ['sing'],
    name_sort: 'community choir',
    standing: 3,
    ...{ lat: 52.25, lng: -3 },
  },
  { id: 'a-2', tier: 0, kind: 'place', name: ['choir'], summary: 'tea', topics: [], name_sort: 'choir', standing: 2 },
  {
    id: 's-3',
    tier: 1,
    kind: 'signpost',
    name: ['help line'],
    summary: 'a choir of voices',
    topics: ['sing'],
    name_sort: 'help line',
    standing: 2,
  },
];

const settings = {
  searchableAttributes: ['name', 'summary'],
  displayedAttributes: ['id', 'name'],
  filterableAttributes: [
    { attributePatterns: ['tier', 'kind', 'topics'], features: { facetSearch: false, filter: { equality: true, comparison: false } } },
    { attributePatterns: ['lat', 'lng'], features: { facetSearch: false, filter: { equality: false, comparison: true } } },
  ],
  sortableAttributes: ['standing', 'name_sort'],
  rankingRules: ['tier:asc', 'sort', 'words', 'typo', 'attributeRank', 'exactness', 'standing:desc'],
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 }, disableOnWords: ['Voicse'] },
  synonyms: { singers: ['choir'] },
};

for (const { name, open } of meilisearchPlaces) {
  describe(`what Meilisearch says, ${name}`, () => {
    if (!open) return it('is what the fake says', () => expect(open).toBeNull());
    let place: OpenPlace;
    let uid: string;
    const ask = async (method: string, path: string, body?: unknown, key = place.key ?? '') => {
      const response = await fetch(`${place.url}${path}`, {
        method,
        headers: { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer = (await response.json().catch(() => null)) as Answer;
      return { ...answer, httpStatus: response.status };
    };
    const done = async (method: string, path: string, body?: unknown) => {
      const { httpStatus, taskUid, status } = await ask(method, path, body);
      expect({ httpStatus, status }).toEqual({ httpStatus: 202, status: 'enqueued' });
      for (;;) {
        const task = await ask('GET', `/tasks/${taskUid}`);
        if (task.status === 'succeeded' || task.status === 'failed') return task;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    };
    const search = async (query: object) =>
      ask('POST', '/multi-search', { queries: [{ indexUid: uid, q: 'choir', matchingStrategy: 'all', ...query }] });

    beforeAll(async () => {
      place = await open();
      uid = `${place.prefix}-words`;
      await done('POST', '/indexes', { uid, primaryKey: 'id' });
      await done('PATCH', `/indexes/${uid}/settings`, settings);
      await done('POST', `/indexes/${uid}/documents`, documents);
    });
    afterAll(() => place?.close());

    it.each(refusals)('refuses %s', async (_, query, code) => {
      expect(await search(query)).toMatchObject({ httpStatus: 400, code });
    });

    it.each(finds)('finds %s', async (_, query, ids) => {
      expect((await search(query)).results?.[0]?.hits.map(({ id }) => id)).toEqual(ids);
    });

    it('counts values, and shows only what may be shown', async () => {
      const [found] = (await search({ facets: ['tier', 'topics'] })).results ?? [];
      expect(found?.facetDistribution).toEqual({ tier: { 0: 2, 1: 1 }, topics: { sing: 2 } });
      expect(Object.keys(found?.hits[0] ?? {}).sort()).toEqual(['id', 'name']);
    });

    it('tells of words that are fixed in small letters and in order, and of whole documents whatever may be shown', async () => {
      const told = await ask('GET', `/indexes/${uid}/settings`);
      expect(told).toMatchObject({
        ...settings,
        sortableAttributes: ['name_sort', 'standing'],
        typoTolerance: { disableOnWords: ['voicse'] },
      });
      const listed = await ask('POST', `/indexes/${uid}/documents/fetch`, { ids: ['a-2', 'zz'], fields: ['id', 'standing'], limit: 2 });
      expect(listed.results).toEqual([{ id: 'a-2', standing: 2 }]);
    });

    it('says only later that a write was wrong', async () => {
      expect(await done('POST', `/indexes/${uid}/documents`, [{ id: 'bad id!' }])).toMatchObject({
        status: 'failed',
        error: { code: 'invalid_document_id' },
      });
      expect(await done('POST', '/swap-indexes', [{ indexes: [uid, `${uid}-none`] }])).toMatchObject({
        error: { code: 'index_not_found' },
      });
      expect(await done('POST', '/indexes', { uid })).toMatchObject({ error: { code: 'index_already_exists' } });
      expect(await done('DELETE', `/indexes/${uid}-none`)).toMatchObject({ error: { code: 'index_not_found' } });
    });

    it('says at once that settings, names and tasks are not to be had', async () => {
      expect(await ask('PATCH', `/indexes/${uid}/settings`, { nonsense: 1 })).toMatchObject({ httpStatus: 400, code: 'bad_request' });
      expect(await ask('PATCH', `/indexes/${uid}/settings`, { rankingRules: ['wrods'] })).toMatchObject({
        code: 'invalid_settings_ranking_rules',
      });
      expect(await ask('POST', '/indexes', { uid: 'bad uid' })).toMatchObject({ httpStatus: 400, code: 'invalid_index_uid' });
      expect(await ask('GET', '/tasks/99999999')).toMatchObject({ httpStatus: 404, code: 'task_not_found' });
      expect(await ask('GET', `/indexes/${uid}-none`)).toMatchObject({ httpStatus: 404, code: 'index_not_found' });
      expect(await ask('DELETE', '/tasks')).toMatchObject({ httpStatus: 400, code: 'missing_task_filters' });
    });

    it('lets a key do what it says and no more, and see no task that belongs to no index', async () => {
      const key = {
        name: 'a test',
        actions: ['indexes.get', 'indexes.create', 'indexes.swap', 'tasks.get'],
        indexes: [`${place.prefix}-*`],
        expiresAt: null,
      };
      expect(await ask('POST', '/keys', { ...key, uid: keyUid, actions: ['version'] })).toMatchObject({
        httpStatus: 400,
        code: 'index_scoped_api_key_with_global_action',
      });
      const made = await ask('POST', '/keys', { ...key, uid: keyUid });
      expect(made.httpStatus).toBe(201);
      expect(await ask('POST', '/keys', { ...key, uid: keyUid })).toMatchObject({ httpStatus: 409, code: 'api_key_already_exists' });
      const asKey = (method: string, path: string, body?: unknown) => ask(method, path, body, made.key);
      expect((await asKey('GET', `/indexes/${uid}`)).httpStatus).toBe(200);
      for (const [method, path] of [
        ['GET', '/version'],
        ['DELETE', `/indexes/${uid}`],
        ['GET', '/indexes/another'],
        ['GET', '/keys'],
      ] as const)
        expect(await asKey(method, path)).toMatchObject({ httpStatus: 403, code: 'invalid_api_key' });
      expect(await asKey('POST', '/indexes', { uid: 'another' })).toMatchObject({ httpStatus: 403, code: 'invalid_api_key' });
      const { taskUid } = await asKey('POST', '/swap-indexes', [{ indexes: [uid, `${uid}-none`] }]);
      expect(await asKey('GET', `/tasks/${taskUid}`)).toMatchObject({ httpStatus: 404, code: 'task_not_found' });
      expect(await ask('GET', '/version', undefined, 'nobody')).toMatchObject({ httpStatus: 403, code: 'invalid_api_key' });
      expect(await ask('GET', `/keys/${otherUid}`)).toMatchObject({ httpStatus: 404, code: 'api_key_not_found' });
    });
  });
}

const keyUid = crypto.randomUUID();
const otherUid = crypto.randomUUID();

interface Answer {
  httpStatus: number;
  status?: string;
  code?: string;
  key?: string;
  taskUid?: number;
  error?: { code: string };
  results?: { hits: { id: string }[]; facetDistribution?: object }[];
}
