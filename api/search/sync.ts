import type { Deps } from '../deps.ts';
import { SearchUnavailable } from '../errors.ts';
import type { AssetIndex } from './asset-index.ts';
import { loadSentDocuments } from './embedded/version-queries.ts';
import { nameAmong } from './name-among.ts';
import { deleteLinesOfOthers, deleteOutboxLines, listOutboxLines, shareOutbox, tryDrainLock } from './outbox-queries.ts';
import { fillWhenEmpty } from './rebuild-index.ts';
import { refreshOvertaken } from './refresh-documents.ts';
import { renewDocuments } from './renew-documents.ts';
import { noteMended } from './sweep-queries.ts';
import type { VocabularySource } from './vocabulary.ts';

/** `assetIndex`: the one that is kept in step, of `copies` where there are several. */
export interface SyncDeps extends Pick<Deps, 'db' | 'clock' | 'copies' | 'embeddedIndex' | 'log'> {
  assetIndex: AssetIndex;
  vocabulary: VocabularySource;
}

export interface SyncOptions {
  /** How often the outbox is looked into. */
  pollMs?: number;
  /** The most lines in one go. */
  batch?: number;
  /** How often the other index is looked at: whether it is there, and goes by our settings. */
  lookMs?: number;
}

/** How long to leave an index alone that did not take a batch. */
const restMs = 2_000;
const upkeepEveryMs = 60_000;
/** Lines that each server is given for its own in one go. */
const mostShared = 10_000;
/** So that an index that is gone, or goes by other settings, is mended within a minute. */
const lookEveryMs = 20_000;

/**
 * Brings committed changes to one index: at least once, in any number of processes of which one drains at a time. Lines stay until the
 * index has taken them, so nothing is lost while it is away. The embedded index needs none of it: its rows were part of the commit.
 */
export function startSync(
  deps: SyncDeps,
  { pollMs = 100, batch = 1_000, lookMs = lookEveryMs }: SyncOptions = {},
): { stop(): Promise<void> } {
  let stopped = false;
  let wake: () => void = () => undefined;
  let upkeepAt = 0;
  let lookAt = 0;
  let vocabulary = deps.vocabulary.current();
  let warned = false;
  const isFirst = deps.copies.length < 2 || deps.copies[0] === deps.assetIndex;

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  /** At once when stewards have changed what words mean. Its failure keeps nothing waiting: most of all no changes. */
  async function upkeepInTime(): Promise<void> {
    const isAsBefore = vocabulary === deps.vocabulary.current();
    vocabulary = deps.vocabulary.current();
    const now = performance.now();
    if (isFirst && (!isAsBefore || now >= upkeepAt)) {
      upkeepAt = now + upkeepEveryMs;
      await tried(upkeepRows, 'search documents could not be looked after; trying again in a minute');
    }
    if (deps.assetIndex === deps.embeddedIndex || (isAsBefore && now < lookAt)) return;
    lookAt = now + lookMs;
    await tried(upkeepIndex, 'the search index could not be looked after; trying again soon');
  }

  async function tried(work: typeof upkeepRows, failed: string): Promise<void> {
    try {
      await work(deps, () => stopped);
    } catch (error) {
      if (!stopped) deps.log.warn({ err: error }, failed);
    }
  }

  async function run(): Promise<void> {
    while (!stopped) {
      await upkeepInTime();
      try {
        const drained = await drainOutbox(deps, batch);
        warned = false;
        if (drained < batch && !stopped) await pause(pollMs);
      } catch (error) {
        if (stopped) return;
        const message =
          error instanceof SearchUnavailable
            ? 'the search index takes no changes just now; they wait'
            : 'changes could not be brought to the search index; they wait';
        if (!warned) deps.log.warn({ err: error, server: deps.assetIndex.server }, message);
        warned = true;
        await pause(restMs);
      }
    }
  }

  const running = run();
  return {
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}

const namesOf = (copies: AssetIndex[]) => copies.map(({ server }) => server);

/** What time, newer programs and other settings bring about: documents of an older shape are made anew, dates that have passed go. */
async function upkeepRows(deps: SyncDeps, isStopped: () => boolean): Promise<void> {
  await deps.embeddedIndex.prepare();
  if (await renewDocuments(deps, isStopped)) deps.log.info({}, 'search documents of an earlier version were made anew');
  await refreshOvertaken(deps);
  if (deps.copies.length > 1) await deleteLinesOfOthers(deps.db, namesOf(deps.copies));
}

/** An index that is missing is built; settings that are not ours, or no more, are sent. */
async function upkeepIndex(deps: SyncDeps, isStopped: () => boolean): Promise<void> {
  const state = await deps.assetIndex.prepare();
  if (state === 'mended') await noteMended(deps.db, { settings: 1 });
  if (state !== 'empty' || !(await fillWhenEmpty(deps, isStopped))) return;
  await noteMended(deps.db, { index: 1 });
  deps.log.info({ server: deps.assetIndex.server }, 'Meilisearch had no index of ours; it is filled now');
}

/** One batch; answers how many lines it cleared. Documents are read as they stand now, so telling twice or late does no harm. */
export async function drainOutbox({ db, assetIndex, copies, embeddedIndex }: SyncDeps, batch = 1_000): Promise<number> {
  const name = nameAmong(copies, assetIndex);
  if (name !== null) await shareOutbox(db, namesOf(copies), mostShared);
  if ((await listOutboxLines(db, name, 1)).length === 0) return 0;
  return db.transaction(async (tx) => {
    if (!(await tryDrainLock(tx, name))) return 0;
    const lines = await listOutboxLines(tx, name, batch);
    if (lines.length > 0 && assetIndex !== embeddedIndex) {
      const ids = [...new Set(lines.map((line) => line.document_id))];
      const documents = await loadSentDocuments(tx, ids);
      const standing = new Set(documents.map((document) => document.id));
      await assetIndex.put(documents);
      await assetIndex.remove(ids.filter((id) => !standing.has(id)));
    }
    await deleteOutboxLines(
      tx,
      lines.map((line) => line.id),
    );
    return lines.length;
  });
}
