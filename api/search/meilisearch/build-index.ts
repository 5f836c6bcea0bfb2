import type { Meilisearch, Settings } from 'meilisearch';
import type { SentDocument } from '../asset-index.ts';
import { heldVersions } from './held-versions.ts';
import { isAsWanted } from './kept-settings.ts';
import { parts } from './parts.ts';
import { storedDocument } from './stored-document.ts';
import { type Enqueued, exists, finished } from './tasks.ts';

/**
 * Tasks under way at once, few enough to notice a failure early. The server does all that wait at one go, which takes it little longer than
 * one of them: half are sent anew while it is at the other half.
 */
const mostTasks = 20;

interface Plan {
  name: string;
  settings: Settings;
  documents: AsyncIterable<SentDocument[]>;
  progress(written: number): void;
}

/**
 * Fills an index that answers nobody yet, in the same memory however many documents there are. What an earlier attempt left is taken up: of
 * each batch only what is not there in this version is sent. Throws when other documents arrived than were sent; the next attempt begins anew.
 */
export async function buildIndex(writer: Meilisearch, { name, settings, documents, progress }: Plan): Promise<void> {
  const begun = await isBegun(writer, name, settings);
  if (!begun) await makeEmpty(writer, name, settings);
  const tasks: Enqueued[] = [];
  let all = 0;
  try {
    for await (const batch of documents) {
      const held = begun ? await heldIn(writer, name, batch) : null;
      const missing = held ? batch.filter(({ id, version }) => version === undefined || held.get(id) !== version) : batch;
      for (const part of parts(missing)) tasks.push(send(writer, name, part));
      all += batch.length;
      while (tasks.length >= mostTasks) await finished(writer, tasks.splice(0, mostTasks / 2));
      progress(all);
    }
  } catch (error) {
    // Whoever takes it up finds what was sent.
    await finished(writer, tasks).catch(() => undefined);
    throw error;
  }
  await finished(writer, tasks);
  const { numberOfDocuments } = await writer.index(name).getStats();
  if (numberOfDocuments === all) return;
  // What was taken up held what is gone meanwhile.
  await finished(writer, [writer.deleteIndex(name)]);
  throw new Error(`${all} documents were to be there and ${numberOfDocuments} are`);
}

function send(writer: Meilisearch, name: string, documents: SentDocument[]): Enqueued {
  const task = writer.index(name).addDocuments(documents.map(storedDocument));
  // Whoever waits for it hears of it; a server that dies before anybody does must not take this process along.
  task.catch(() => undefined);
  return task;
}

/** With other settings nothing of it is worth keeping. */
async function isBegun(writer: Meilisearch, name: string, settings: Settings): Promise<boolean> {
  return (await exists(writer, name)) && isAsWanted(await writer.index(name).getSettings(), settings);
}

async function makeEmpty(writer: Meilisearch, name: string, settings: Settings): Promise<void> {
  await writer.deleteIndexIfExists(name);
  await finished(writer, [writer.createIndex(name, { primaryKey: 'id' })]);
  await finished(writer, [writer.index(name).updateSettings(settings)]);
}

async function heldIn(writer: Meilisearch, name: string, batch: SentDocument[]): Promise<Map<string, string>> {
  const held = new Map<string, string>();
  for (const ids of parts(batch.map(({ id }) => id))) for (const each of await heldVersions(writer, name, ids)) held.set(...each);
  return held;
}
