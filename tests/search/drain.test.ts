import { Socket } from 'node:net';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AssetIndex, SentDocument } from '../../api/search/asset-index.ts';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { putDocuments } from '../../api/search/embedded/keep-rows.ts';
import { addOutboxLines } from '../../api/search/outbox-queries.ts';
import { drainOutbox, startSync } from '../../api/search/sync.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { createTestDeps } from '../support/test-deps.ts';
import { allowNamedDocuments } from './allow-named-documents.ts';
import { noFilters, vocabulary } from './asked.ts';
import { documents } from './documents.ts';

/** A second database's embedded index stands for Meilisearch, which takes as long as a test lets it. */
describe('draining the outbox', () => {
  let deps: Awaited<ReturnType<typeof createTestDeps>>;
  let elsewhere: TestDatabase;
  let other: AssetIndex;
  let took: string[][];
  let before: (batch: SentDocument[]) => Promise<void>;

  beforeEach(async () => {
    [deps, elsewhere] = await Promise.all([createTestDeps(), createTestDatabase()]);
    await Promise.all([deps, elsewhere].map(({ db }) => allowNamedDocuments(db)));
    const index = createEmbeddedIndex(elsewhere.db, vocabulary);
    [took, before] = [[], async () => undefined];
    other = {
      ...index,
      async put(batch) {
        await before(batch);
        await index.put(batch);
        took.push(batch.map(({ id }) => id));
      },
    };
    await deps.db.transaction(async (tx) => {
      await putDocuments(tx, documents);
      await addOutboxLines(
        tx,
        documents.map(({ id }) => id),
        [],
      );
    });
  });
  afterEach(async () => {
    await deps?.close();
    await elsewhere?.close();
  });

  const sync = () => ({ ...deps, assetIndex: other, vocabulary });
  const total = async () => (await other.search({ text: '', filters: noFilters, sort: 'name', offset: 0, limit: 1 })).total;
  const waiting = async () => (await deps.db.query('test-waiting-lines', 'select from outbox')).length;

  it('waits for the index to take a batch before the next is read: however much waits, one batch is under way', async () => {
    let [underWay, most] = [0, 0];
    before = async (batch) => {
      underWay += batch.length;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 20));
      underWay -= batch.length;
    };
    const running = [startSync(sync(), { pollMs: 5, batch: 10 }), startSync(sync(), { pollMs: 5, batch: 10 })];
    await expect.poll(waiting).toBe(0);
    for (const each of running) await each.stop();
    expect(most).toBe(10);
    expect(await total()).toBe(documents.length);
  });

  it('is handed over when the process that does it dies, and nothing is lost', async () => {
    // Another process: its turn is a lock of its connection, which ends with it.
    const socket = new Socket();
    const dying = new pg.Client({ connectionString: deps.url, stream: () => socket });
    dying.on('error', () => undefined);
    await dying.connect();
    await dying.query('begin');
    await dying.query(`select pg_advisory_xact_lock(hashtext('open-door outbox'))`);
    expect(await drainOutbox(sync())).toBe(0);
    const running = startSync(sync(), { pollMs: 5 });
    expect(await waiting()).toBe(documents.length);
    // As by kill -9: nobody says goodbye.
    socket.destroy();
    await expect.poll(waiting).toBe(0);
    await running.stop();
    expect(await total()).toBe(documents.length);
  });

  it('tells again what was told when the process died before it could note it, with the same outcome', async () => {
    const dead = new Error('killed');
    const told = other.put;
    const dying = { ...other, put: async (batch: SentDocument[]) => told(batch).then(() => Promise.reject(dead)) };
    await expect(drainOutbox({ ...sync(), assetIndex: dying })).rejects.toThrow(dead);
    expect(await waiting()).toBe(documents.length);
    expect(await drainOutbox(sync())).toBe(documents.length);
    expect(took).toHaveLength(2);
    expect(await total()).toBe(documents.length);
  });

  it('tells what stands now of what was edited twice, and never what stood before', async () => {
    const [first] = documents;
    if (!first) throw new Error('no documents');
    let isFirst = true;
    before = async () => {
      if (!isFirst) return;
      isFirst = false;
      // Committed while the batch before is on its way.
      await deps.db.transaction(async (tx) => {
        await putDocuments(tx, [{ ...first, name: 'quokka club' }]);
        await addOutboxLines(tx, [first.id], []);
      });
    };
    await drainOutbox(sync());
    expect(await waiting()).toBe(1);
    await drainOutbox(sync());
    expect(await waiting()).toBe(0);
    expect(await other.versions([first.id])).toEqual(await deps.embeddedIndex.versions([first.id]));
  });
});
