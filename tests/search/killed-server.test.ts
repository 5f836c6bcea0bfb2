import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetIndex } from '../../api/search/asset-index.ts';
import { withCircuitBreaker } from '../../api/search/circuit-breaker.ts';
import { putDocuments } from '../../api/search/embedded/keep-rows.ts';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { searchWithFallback } from '../../api/search/search-with-fallback.ts';
import { startSync } from '../../api/search/sync.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { meilisearchBinary, notKilled, type OwnMeilisearch, startOwnMeilisearch } from '../support/meilisearch-binary.ts';
import { createTestDeps } from '../support/test-deps.ts';
import { allowNamedDocuments } from './allow-named-documents.ts';
import { noFilters, vocabulary } from './asked.ts';
import { documents } from './documents.ts';

/** Of the listings made by hand so many of each: enough for a rebuild of many steps. */
const copies = 400;
const perBatch = 500;
const all = Array.from({ length: copies }, (_, at) =>
  documents.map((each) => ({ ...each, id: `${each.id}-${at}`, slug: `${each.slug}-${at}` })),
).flat();
const everything = { text: '', filters: noFilters, sort: 'name', offset: 0, limit: 5 } as const;

describe('a server that is killed in the middle of a rebuild', () => {
  if (!meilisearchBinary) return it(notKilled, () => expect(meilisearchBinary).toBeNull());
  const binary = meilisearchBinary;
  let deps: Awaited<ReturnType<typeof createTestDeps>>;
  let server: OwnMeilisearch;
  let proxy: FaultProxy;
  let index: AssetIndex;

  beforeAll(async () => {
    deps = await createTestDeps();
    await allowNamedDocuments(deps.db);
    for (let start = 0; start < all.length; start += perBatch)
      await deps.db.transaction((tx) => putDocuments(tx, all.slice(start, start + perBatch)));
    server = await startOwnMeilisearch(binary);
    // It sees what is asked, and is not killed itself.
    proxy = await startFaultProxy(server.url);
    index = createMeilisearchIndex({ url: proxy.url, key: server.key, prefix: 'test', timeLimitMs: 60_000, vocabulary });
  });
  afterAll(async () => {
    await proxy?.close();
    await server?.close();
    await deps?.close();
  });

  const sent = () => proxy.asked().filter((line) => /^POST \/indexes\/\S+_next\/documents$/.test(line)).length;

  it('leaves readers with every answer, and the rebuild is taken up and ends with all there is', async () => {
    const reader = { ...deps, assetIndex: withCircuitBreaker(index, { restMs: 50 }) };
    const totals = new Set<number>();
    const notices: boolean[] = [];
    let isDone = false;
    const reading = (async () => {
      while (!isDone) {
        const { answer, notice } = await searchWithFallback(reader, everything);
        totals.add(answer.total);
        notices.push(notice !== null);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    const sync = startSync({ ...deps, assetIndex: index, vocabulary }, { pollMs: 20, lookMs: 100 });
    try {
      // More than wait over there at once, so that some are done.
      await expect.poll(sent).toBeGreaterThan(32);
      await server.kill();
      proxy.fail('none');
      await server.start();
      await expect.poll(() => index.size().catch(() => 0)).toBe(all.length);
      await expect.poll(() => notices.at(-1)).toBe(false);
    } finally {
      isDone = true;
      await reading;
      await sync.stop();
    }
    expect([...totals]).toEqual([all.length]);
    expect(sent()).toBeLessThan(Math.ceil(all.length / perBatch));
    expect((await index.search(everything)).total).toBe(all.length);
  });
});
