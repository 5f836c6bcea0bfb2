import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SearchUnavailable } from '../../api/errors.ts';
import type { AssetIndex } from '../../api/search/asset-index.ts';
import { withCircuitBreaker } from '../../api/search/circuit-breaker.ts';
import { putDocuments } from '../../api/search/embedded/keep-rows.ts';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { searchWithFallback } from '../../api/search/search-with-fallback.ts';
import { startSync } from '../../api/search/sync.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { meilisearchPlaces, type OpenPlace } from '../support/meilisearch-places.ts';
import { createTestDeps } from '../support/test-deps.ts';
import { allowNamedDocuments } from './allow-named-documents.ts';
import { noFilters, vocabulary } from './asked.ts';
import { documents } from './documents.ts';

const everything = { text: '', filters: noFilters, sort: 'name', offset: 0, limit: 100 } as const;

for (const { name, open } of meilisearchPlaces) {
  describe(`building the index anew, ${name}`, () => {
    if (!open) return it('readers find everything meanwhile', () => expect(open).toBeNull());
    let deps: Awaited<ReturnType<typeof createTestDeps>>;
    let place: OpenPlace;
    let proxy: FaultProxy;
    let index: AssetIndex;
    let running: { stop(): Promise<void> }[];

    beforeAll(async () => {
      deps = await createTestDeps();
      await allowNamedDocuments(deps.db);
      await deps.db.transaction((tx) => putDocuments(tx, documents));
    });
    afterAll(() => deps?.close());
    beforeEach(async () => {
      place = await open();
      proxy = await startFaultProxy(place.url);
      index = createMeilisearchIndex({ ...place, url: proxy.url, vocabulary });
      running = [];
    });
    afterEach(async () => {
      for (const each of running) await each.stop();
      await proxy?.close();
      await place?.close();
    });

    const all = () => ({ ...deps, assetIndex: withCircuitBreaker(index, { restMs: 50 }) });
    const keepGoing = () => running.push(startSync({ ...deps, assetIndex: index, vocabulary }, { pollMs: 20, lookMs: 100 }));

    /** Asks without a pause while something is done; answers every different answer that a reader was given. */
    async function hammered(work: () => Promise<unknown>): Promise<string[]> {
      const answers = new Set<string>();
      const reader = all();
      let [isDone, byMeilisearch] = [false, 0];
      const reading = (async () => {
        while (!isDone) {
          const { answer, notice } = await searchWithFallback(reader, everything);
          answers.add(JSON.stringify([answer.total, [...answer.ids].sort(), Object.entries(answer.facets.kind).sort()]));
          byMeilisearch = notice ? 0 : byMeilisearch + 1;
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      })();
      await work();
      // Until Meilisearch has answered again, and more than once.
      await expect.poll(() => byMeilisearch).toBeGreaterThan(3);
      isDone = true;
      await reading;
      return [...answers];
    }
    const isBack = () =>
      expect
        .poll(() =>
          index.search(everything).then(
            ({ total }) => total,
            () => 0,
          ),
        )
        .toBe(documents.length);

    it('a reader who asks without a pause sees no empty and no mixed answer, from nothing to the built index', async () => {
      const answers = await hammered(async () => {
        keepGoing();
        await isBack();
      });
      expect(answers).toHaveLength(1);
      expect(JSON.parse(answers[0] ?? '[]')[0]).toBe(documents.length);
    });

    it('another version of the server gets an index of its own, while the reader sees no empty and no mixed answer', async () => {
      keepGoing();
      await isBack();
      const before = await index.size();
      const answers = await hammered(async () => {
        proxy.pretend('1.50.0', '1.51.0');
        proxy.fail('none');
        const built = () => proxy.asked().filter((line) => line.startsWith('POST /swap-indexes')).length;
        await expect.poll(built).toBe(1);
        await isBack();
      });
      expect(answers).toHaveLength(1);
      expect(await index.size()).toBe(before);
    });

    it('a server that is started anew in the middle of it is filled all the same, and the reader notices nothing but the notice', async () => {
      let written = 0;
      const answers = await hammered(async () => {
        proxy.fail('reset', '/documents');
        keepGoing();
        await expect.poll(() => (written = proxy.asked().filter((line) => line.includes('/documents')).length)).toBeGreaterThan(0);
        proxy.cut();
        proxy.fail('none');
        await isBack();
      });
      expect(written).toBeGreaterThan(0);
      expect(answers).toHaveLength(1);
    });

    it('what was there goes on answering when a rebuild breaks off', async () => {
      await index.rebuild(inBatches());
      async function* breaksOff() {
        yield documents.slice(0, 20);
        throw new Error('the database went away');
      }
      await expect(index.rebuild(breaksOff())).rejects.toThrow(SearchUnavailable);
      expect((await index.search(everything)).total).toBe(documents.length);
      await index.rebuild(inBatches());
      expect((await index.search(everything)).total).toBe(documents.length);
    });

    it('a rebuild that broke off is taken up: what arrived is not sent again, and what is gone meanwhile is not there', async () => {
      const versioned = documents.map((document) => ({ ...document, version: 'first' }));
      const sent = () => proxy.asked().filter((line) => /^POST \/indexes\/\S+_next\/documents$/.test(line)).length;
      async function* breaksOff() {
        for (let start = 0; start < 40; start += 10) yield versioned.slice(start, start + 10);
        throw new Error('the database went away');
      }
      async function* whole(from = 0) {
        for (let start = from; start < versioned.length; start += 10) yield versioned.slice(start, start + 10);
      }
      await expect(index.rebuild(breaksOff())).rejects.toThrow(SearchUnavailable);
      proxy.fail('none');
      await index.rebuild(whole());
      expect(sent()).toBe(Math.ceil((versioned.length - 40) / 10));
      expect(await index.size()).toBe(documents.length);

      await expect(index.rebuild(breaksOff())).rejects.toThrow(SearchUnavailable);
      await expect(index.rebuild(whole(10))).rejects.toThrow(SearchUnavailable);
      await index.rebuild(whole(10));
      expect(await index.size()).toBe(documents.length - 10);
    });

    it('on a full disk what was there goes on answering, and what could not be written is written once there is room', async () => {
      // Seen on a real one: its tasks neither end nor fail, and go on by themselves.
      if (!place.fake) return;
      const { disk } = place.fake.state;
      const hurried = createMeilisearchIndex({ ...place, vocabulary, taskLimitMs: 200 });
      await index.rebuild(inBatches());
      const [first] = documents;
      if (!first) throw new Error('no documents');
      disk.isFull = true;
      await expect(hurried.put([{ ...first, name: 'quokka club' }])).rejects.toThrow(SearchUnavailable);
      await expect(hurried.rebuild(inBatches())).rejects.toThrow(SearchUnavailable);
      expect((await searchWithFallback(all(), everything)).notice).toBeNull();
      expect((await index.search(everything)).total).toBe(documents.length);
      disk.isFull = false;
      await index.put([{ ...first, name: 'quokka club' }]);
      expect((await index.search({ ...everything, text: 'quokka' })).ids).toEqual([first.id]);
      await index.rebuild(inBatches());
      expect((await index.search(everything)).total).toBe(documents.length);
    });
  });
}

async function* inBatches() {
  for (let start = 0; start < documents.length; start += 20) yield documents.slice(start, start + 20);
}
