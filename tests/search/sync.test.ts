import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SearchUnavailable } from '../../api/errors.ts';
import type { AssetIndex } from '../../api/search/asset-index.ts';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { putDocuments, removeDocuments } from '../../api/search/embedded/keep-rows.ts';
import { addOutboxLines } from '../../api/search/outbox-queries.ts';
import { drainOutbox, startSync } from '../../api/search/sync.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { createTestDeps } from '../support/test-deps.ts';
import { allowNamedDocuments } from './allow-named-documents.ts';
import { noFilters, vocabulary } from './asked.ts';
import { documents } from './documents.ts';

/** A second database's embedded index stands for Meilisearch: a real index that knows only what it is told. */
describe('bringing changes to the other index', () => {
  let deps: Awaited<ReturnType<typeof createTestDeps>>;
  let elsewhere: TestDatabase;
  let away = false;
  let told: string[][] = [];
  let other: AssetIndex;

  beforeEach(async () => {
    [deps, elsewhere] = await Promise.all([createTestDeps(), createTestDatabase()]);
    await Promise.all([deps, elsewhere].map(({ db }) => allowNamedDocuments(db)));
    const index = createEmbeddedIndex(elsewhere.db, vocabulary);
    away = false;
    told = [];
    other = {
      ...index,
      async put(batch) {
        if (away) throw new SearchUnavailable('away');
        told.push(batch.map((document) => document.id));
        await index.put(batch);
      },
    };
  });
  afterEach(async () => {
    await deps?.close();
    await elsewhere?.close();
  });

  const sync = () => ({ ...deps, assetIndex: other });
  const write = (batch = documents) =>
    deps.db.transaction(async (tx) => {
      await putDocuments(tx, batch);
      await addOutboxLines(
        tx,
        batch.map((document) => document.id),
        [],
      );
    });
  const total = async () => (await other.search({ text: '', filters: noFilters, sort: 'name', offset: 0, limit: 1 })).total;
  const waiting = async () =>
    (await deps.db.query<{ lines: number }>('test-waiting', 'select count(*)::int as lines from outbox'))[0]?.lines;

  it('tells it what stands now, each document once a batch, and clears the lines', async () => {
    await write();
    await write();
    expect(await drainOutbox(sync())).toBe(2 * documents.length);
    expect(told).toHaveLength(1);
    expect(told[0]).toHaveLength(documents.length);
    expect(await total()).toBe(documents.length);
    expect(await waiting()).toBe(0);
    expect(await drainOutbox(sync())).toBe(0);
  });

  it('takes out what is gone, whatever the line said', async () => {
    await write();
    await drainOutbox(sync());
    await deps.db.transaction(async (tx) => {
      await removeDocuments(tx, ['asset-mari-lwyd']);
      await addOutboxLines(tx, ['asset-mari-lwyd'], []);
    });
    await drainOutbox(sync());
    expect(await total()).toBe(documents.length - 1);
  });

  it('works through a long outbox batch by batch', async () => {
    await write();
    const drained: number[] = [];
    for (let count = await drainOutbox(sync(), 25); count > 0; count = await drainOutbox(sync(), 25)) drained.push(count);
    expect(drained).toEqual([25, 25, documents.length - 50]);
    expect(await total()).toBe(documents.length);
  });

  it('keeps the lines while the index is away, and catches up afterwards', async () => {
    away = true;
    await write();
    await expect(drainOutbox(sync())).rejects.toThrow(SearchUnavailable);
    expect(await waiting()).toBe(documents.length);
    away = false;
    await drainOutbox(sync());
    expect(await total()).toBe(documents.length);
  });

  it('is done by one process at a time', async () => {
    await write();
    const counts = await Promise.all([drainOutbox(sync()), drainOutbox(sync()), drainOutbox(sync())]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(documents.length);
    expect(told).toHaveLength(1);
  });

  it('only clears the lines when there is no other index', async () => {
    await write();
    expect(await drainOutbox({ ...deps, assetIndex: deps.embeddedIndex })).toBe(documents.length);
    expect(await waiting()).toBe(0);
  });

  it('looks after the other index at once when words have come to mean something else', async () => {
    let meanings = vocabulary.current();
    let prepared = 0;
    const prepare = async () => {
      prepared += 1;
      return 'ready' as const;
    };
    const watched = { ...deps, vocabulary: { current: () => meanings }, assetIndex: { ...other, prepare } };
    const running = startSync(watched, { pollMs: 20 });
    await expect.poll(() => prepared).toBe(1);
    meanings = { ...meanings };
    await expect.poll(() => prepared).toBe(2);
    await running.stop();
  });

  it('goes on by itself, and stops when told to', async () => {
    const running = startSync(sync(), { pollMs: 20 });
    await write();
    await expect.poll(total).toBe(documents.length);
    await running.stop();
    await write([{ ...(documents[0] as (typeof documents)[number]), id: 'asset-late', slug: 'late' }]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await waiting()).toBe(1);
  });

  it('brings changes over although looking after the indexes fails', async () => {
    const failing: AssetIndex = {
      ...other,
      prepare: async () => {
        throw new Error('no such thing');
      },
    };
    const running = startSync({ ...deps, assetIndex: failing }, { pollMs: 20 });
    await write();
    await expect.poll(total).toBe(documents.length);
    await running.stop();
  });

  it('fills an index that is empty from what stands, then goes on with changes', async () => {
    await deps.db.transaction((tx) => putDocuments(tx, documents));
    let empty = true;
    const fresh: AssetIndex = {
      ...other,
      prepare: async () => (empty ? 'empty' : 'ready'),
      async rebuild(all, progress) {
        await other.rebuild(all, progress);
        empty = false;
      },
    };
    const running = startSync({ ...deps, assetIndex: fresh }, { pollMs: 20 });
    await expect.poll(total).toBe(documents.length);
    await running.stop();
    expect(empty).toBe(false);
  });
});
