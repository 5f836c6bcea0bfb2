import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchRefused, SearchUnavailable } from '../../api/errors.ts';
import type { AssetIndex } from '../../api/search/asset-index.ts';
import { withCircuitBreaker } from '../../api/search/circuit-breaker.ts';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { pointsWithFallback, searchWithFallback } from '../../api/search/search-with-fallback.ts';
import { createTestDeps } from '../support/test-deps.ts';
import { allowNamedDocuments } from './allow-named-documents.ts';
import { noFilters, vocabulary } from './asked.ts';
import { documents } from './documents.ts';
import { type StubServer, startStubServer } from './stub-server.ts';

const query = { text: 'ukulele', filters: noFilters, sort: 'relevance', offset: 0, limit: 10 } as const;

describe('when Meilisearch is away', () => {
  let deps: Awaited<ReturnType<typeof createTestDeps>>;
  let stub: StubServer;
  let status = 500;
  let meilisearch: AssetIndex;

  beforeAll(async () => {
    deps = await createTestDeps();
    await allowNamedDocuments(deps.db);
    await deps.embeddedIndex.put(documents);
    stub = await startStubServer((request, _, reply) => {
      if (request === 'GET /version') reply.json(200, { pkgVersion: '1.50.0', commitSha: '', commitDate: '' });
      else if (status !== 200) reply.json(status, { message: 'broken', code: 'internal', type: 'internal', link: '' });
      else if (request === 'POST /multi-search')
        reply.json(200, { results: [{ hits: [{ id: 'asset-from-meilisearch' }], facetDistribution: { tier: { 0: 1 } } }] });
      else reply.json(200, { uid: 'x' });
    });
    meilisearch = createMeilisearchIndex({ url: stub.url, key: null, vocabulary });
  });
  afterAll(async () => {
    await stub?.close();
    await deps?.close();
  });

  it('the embedded index answers and says so', async () => {
    status = 500;
    const found = await searchWithFallback({ ...deps, assetIndex: meilisearch }, query);
    expect(found.answer.ids).toEqual(['asset-ukulele-sundays']);
    expect(found.notice?.code).toBe('search-resting');
    expect(
      await pointsWithFallback({ ...deps, assetIndex: meilisearch }, { text: 'ukulele', filters: noFilters, limit: 10 }),
    ).toMatchObject([{ slug: 'ukulele-sundays' }]);
  });

  it('nothing is said when all is well, with or without it', async () => {
    status = 200;
    expect((await searchWithFallback({ ...deps, assetIndex: meilisearch }, query)).notice).toBeNull();
    expect((await searchWithFallback(deps, query)).notice).toBeNull();
  });

  it('it is left alone after three failures in a row, and asked for again once a ping succeeds', async () => {
    const changes: boolean[] = [];
    // Longer than twenty searches take that are refused at once, wherever the machine is busy: then it is asked whether it is back.
    const guarded = withCircuitBreaker(meilisearch, { failures: 3, restMs: 1_500, onChange: (open) => changes.push(open) });
    const asked = () => stub.requests.filter((request) => request === 'POST /multi-search').length;
    status = 500;
    for (let attempt = 0; attempt < 3; attempt += 1) await expect(guarded.search(query)).rejects.toThrow(SearchUnavailable);
    const before = asked();
    for (let attempt = 0; attempt < 20; attempt += 1) await expect(guarded.search(query)).rejects.toThrow(/resting/);
    expect(asked()).toBe(before);
    expect(changes).toEqual([true]);

    status = 200;
    await expect
      .poll(() =>
        guarded.search(query).then(
          (answer) => answer.ids,
          () => null,
        ),
      )
      .toEqual(['asset-from-meilisearch']);
    expect(changes).toEqual([true, false]);
  });

  it('each failure is told once, and not each search while it is left alone', async () => {
    const told: string[] = [];
    const log = { ...deps.log, warn: (_: object, message: string) => void told.push(message) };
    const guarded = withCircuitBreaker(meilisearch, { failures: 2, restMs: 60_000 });
    status = 500;
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const found = await searchWithFallback({ ...deps, log, assetIndex: guarded }, query);
      expect(found.notice?.code).toBe('search-resting');
    }
    expect(told).toHaveLength(2);
  });

  it('a success between failures starts the count anew', async () => {
    const guarded = withCircuitBreaker(meilisearch, { failures: 2, restMs: 60_000 });
    for (const next of [500, 200, 500, 200]) {
      status = next;
      await guarded.search(query).catch(() => undefined);
    }
    status = 200;
    expect((await guarded.search(query)).ids).toEqual(['asset-from-meilisearch']);
  });

  it('queries that are refused never open it', async () => {
    const guarded = withCircuitBreaker(meilisearch, { failures: 2, restMs: 60_000 });
    status = 400;
    for (let attempt = 0; attempt < 5; attempt += 1) await expect(guarded.search(query)).rejects.toThrow(SearchRefused);
    status = 200;
    expect((await guarded.search(query)).ids).toEqual(['asset-from-meilisearch']);
  });
});
