import type { Meilisearch } from 'meilisearch';
import { SearchUnavailable } from '../../errors.ts';
import type { AssetIndex } from '../asset-index.ts';
import type { Vocabulary, VocabularySource } from '../vocabulary.ts';
import { buildIndex } from './build-index.ts';
import { indexSettings, isOurs, vocabularySettings } from './index-settings.ts';
import type { Acquaintance } from './introduce.ts';
import { isAsWanted } from './kept-settings.ts';
import { parts } from './parts.ts';
import type { MeilisearchServer } from './server.ts';
import { storedDocument } from './stored-document.ts';
import { exists, finished } from './tasks.ts';

const pruneEveryMs = 600_000;
const keepTasksMs = 3_600_000;

/** Everything that writes: each write is a task over there, and counts as done only when its task has succeeded. */
export function createIndexKeeper(
  server: MeilisearchServer,
  vocabulary: VocabularySource,
): Pick<AssetIndex, 'prepare' | 'put' | 'remove' | 'rebuild' | 'abandon'> {
  let prunedAt = 0;
  let fit: { settings: string; vocabulary: Vocabulary } | null = null;
  const wanted = () => ({ ...indexSettings, ...vocabularySettings(vocabulary.current()) });

  async function prepare({ writer, name }: Acquaintance): Promise<'ready' | 'mended' | 'empty'> {
    if (!(await exists(writer, name))) return 'empty';
    await prune(writer);
    const index = writer.index(name);
    const seen = { settings: JSON.stringify(await index.getSettings()), vocabulary: vocabulary.current() };
    // Judging them takes a tenth of a second, in which nobody is answered: only what changed is judged.
    if (seen.settings === fit?.settings && seen.vocabulary === fit.vocabulary) return 'ready';
    if (isAsWanted(JSON.parse(seen.settings), wanted())) {
      fit = seen;
      return 'ready';
    }
    // One task: until it is through, searches go by what stood before.
    await finished(writer, [index.updateSettings(wanted())]);
    return 'mended';
  }

  async function prune(writer: Meilisearch): Promise<void> {
    if (performance.now() - prunedAt < pruneEveryMs && prunedAt > 0) return;
    prunedAt = performance.now();
    const before = new Date(Date.now() - keepTasksMs).toISOString();
    await writer.tasks.deleteTasks({ statuses: ['succeeded', 'failed', 'canceled'], beforeFinishedAt: before });
  }

  return {
    async prepare() {
      await server.meetAgain();
      return server.attempt(prepare);
    },
    put: (documents) =>
      server.attempt(async (known) => {
        if (documents.length === 0) return;
        const index = known.writer.index(await standing(known));
        await finished(
          known.writer,
          parts(documents).map((part) => index.addDocuments(part.map(storedDocument))),
        );
      }),
    remove: (ids) =>
      server.attempt(async (known) => {
        if (ids.length > 0) await finished(known.writer, [known.writer.index(await standing(known)).deleteDocuments(ids)]);
      }),
    rebuild: (documents, progress = () => undefined) =>
      server.attempt(async ({ writer, name: live }) => {
        const next = `${live}_next`;
        await buildIndex(writer, { name: next, settings: wanted(), documents, progress });
        await swap(writer, { next, live });
        await deleteOthers(writer, { live, prefix: server.prefix });
      }),
    abandon: () => server.attempt(({ writer, name }) => finished(writer, [writer.deleteIndex(name)])),
  };
}

/** An index that is not there must not be made by the first write: it would have no settings, and pass for whole. */
async function standing({ writer, name }: Acquaintance): Promise<string> {
  if (!(await exists(writer, name))) throw new SearchUnavailable('The index in Meilisearch is still to be built.');
  return name;
}

/**
 * A swap belongs to no index, so that a key for ours alone cannot follow it. Tasks are done in order: when the next one is through, so is
 * the swap, and what now answers is what was built.
 */
async function swap(writer: Meilisearch, { next, live }: { next: string; live: string }): Promise<void> {
  const built = await writer.getRawIndex(next);
  await writer.swapIndexes([{ indexes: [next, live], rename: !(await exists(writer, live)) }]);
  await writer.deleteIndex(next).waitTask();
  const standing = (await exists(writer, live)) ? await writer.getRawIndex(live) : null;
  if (standing?.createdAt !== built.createdAt) throw new Error('the index that was built did not take its place');
}

/** Indexes of earlier settings. */
async function deleteOthers(writer: Meilisearch, { live, prefix }: { live: string; prefix: string }): Promise<void> {
  const { results } = await writer.getRawIndexes({ limit: 1_000 });
  const others = results.map(({ uid }) => uid).filter((uid) => isOurs(uid, prefix) && uid !== live);
  await finished(
    writer,
    others.map((uid) => writer.deleteIndex(uid)),
  );
}
