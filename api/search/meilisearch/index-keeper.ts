import type { Meilisearch, Task } from 'meilisearch';
import { SearchUnavailable } from '../../errors.ts';
import type { AssetDocument } from '../asset-index.ts';
import type { VocabularySource } from '../vocabulary.ts';
import { indexSettings, vocabularySettings } from './index-settings.ts';
import { isMissing, type MeilisearchServer, orUnavailable } from './server.ts';
import { storedDocument } from './stored-document.ts';

export interface IndexKeeper {
  prepare(): Promise<'ready' | 'empty'>;
  put(documents: AssetDocument[]): Promise<void>;
  remove(ids: string[]): Promise<void>;
  rebuild(documents: AsyncIterable<AssetDocument[]>, progress?: (written: number) => void): Promise<void>;
  ping(): Promise<void>;
}

const batchSize = 1_000;
/** Tasks under way at once while rebuilding: enough to keep the server busy, few enough to notice a failure early. */
const mostTasks = 4;
const pruneEveryMs = 600_000;
const keepTasksMs = 3_600_000;

/** Everything that writes: each write is a task over there, and counts as done only when its task has succeeded. */
export function createIndexKeeper(server: MeilisearchServer, vocabulary: VocabularySource): IndexKeeper {
  const { client } = server;
  let vocabularySent: string | null = null;
  let prunedAt = 0;

  async function prepare(): Promise<'ready' | 'empty'> {
    const name = await server.indexName();
    if (!(await exists(client, name))) return 'empty';
    const settings = vocabularySettings(vocabulary.current());
    const wanted = JSON.stringify(settings);
    if (vocabularySent !== wanted) {
      await finished(client, [client.index(name).updateSettings(settings)]);
      vocabularySent = wanted;
    }
    await prune();
    return 'ready';
  }

  async function prune(): Promise<void> {
    if (performance.now() - prunedAt < pruneEveryMs && prunedAt > 0) return;
    prunedAt = performance.now();
    const before = new Date(Date.now() - keepTasksMs).toISOString();
    await client.tasks.deleteTasks({ statuses: ['succeeded', 'failed', 'canceled'], beforeFinishedAt: before });
  }

  /** An index that is not there must not be made by the first write: it would have no settings, and pass for whole. */
  async function standing(): Promise<string> {
    const name = await server.indexName();
    if (!(await exists(client, name))) throw new SearchUnavailable('The index in Meilisearch is still to be built.');
    return name;
  }

  async function build(name: string, documents: AsyncIterable<AssetDocument[]>, progress: (written: number) => void): Promise<number> {
    await client.deleteIndexIfExists(name);
    await finished(client, [client.createIndex(name, { primaryKey: 'id' })]);
    await finished(client, [client.index(name).updateSettings({ ...indexSettings, ...vocabularySettings(vocabulary.current()) })]);
    const written = new Set<string>();
    let tasks: Enqueued[] = [];
    for await (const batch of documents) {
      for (const part of parts(batch, batchSize)) tasks.push(client.index(name).addDocuments(part.map(storedDocument)));
      for (const { id } of batch) written.add(id);
      if (tasks.length >= mostTasks) {
        await finished(client, tasks);
        tasks = [];
      }
      progress(written.size);
    }
    await finished(client, tasks);
    return written.size;
  }

  return {
    prepare: () => orUnavailable(prepare),
    put: (documents) =>
      orUnavailable(async () => {
        if (documents.length === 0) return;
        const index = client.index(await standing());
        await finished(
          client,
          parts(documents, batchSize).map((part) => index.addDocuments(part.map(storedDocument))),
        );
      }),
    remove: (ids) =>
      orUnavailable(async () => {
        if (ids.length > 0) await finished(client, [client.index(await standing()).deleteDocuments(ids)]);
      }),
    rebuild: (documents, progress = () => undefined) =>
      orUnavailable(async () => {
        const live = await server.indexName();
        const next = `${live}_next`;
        const written = await build(next, documents, progress);
        const { numberOfDocuments } = await client.index(next).getStats();
        if (numberOfDocuments !== written) throw new Error(`${written} documents were sent and ${numberOfDocuments} arrived`);
        const replaces = await exists(client, live);
        await finished(client, [client.swapIndexes([{ indexes: [next, live], rename: !replaces }])]);
        await deleteOthers(client, live);
      }),
    ping: () => orUnavailable(async () => void (await client.index(await server.indexName()).getRawInfo())),
  };
}

type Enqueued = ReturnType<Meilisearch['createIndex']>;

/** Resolves when all tasks have succeeded; rejects with what the first failed one says. */
async function finished(client: Meilisearch, tasks: Enqueued[]): Promise<void> {
  const results: Task[] = await client.tasks.waitForTasks(await Promise.all(tasks));
  const failed = results.find((task) => task.status !== 'succeeded');
  if (failed)
    throw new Error(`Meilisearch task ${failed.uid} (${failed.type}) ${failed.status}: ${failed.error?.message ?? 'no reason given'}`);
}

async function exists(client: Meilisearch, name: string): Promise<boolean> {
  try {
    await client.getRawIndex(name);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** What was swapped out, and indexes of earlier settings. */
async function deleteOthers(client: Meilisearch, live: string): Promise<void> {
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  const others = results.map(({ uid }) => uid).filter((uid) => /^assets-[0-9a-f]{12}(_next)?$/.test(uid) && uid !== live);
  await finished(
    client,
    others.map((uid) => client.deleteIndex(uid)),
  );
}

function parts<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, position) => items.slice(position * size, (position + 1) * size));
}
