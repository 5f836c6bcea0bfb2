import type { Database, Queryable } from '../../db/database.ts';
import { SearchUnavailable } from '../../errors.ts';
import type { AssetDocument, EmbeddedIndex } from '../asset-index.ts';
import { isInNeed } from '../distress-words.ts';
import { explainBest } from '../explain-match.ts';
import { queryTerms } from '../query-terms.ts';
import { queryWords } from '../query-words.ts';
import { type VocabularySource, vocabularyFor } from '../vocabulary.ts';
import { type CaughtUp, createCatchUp, keepChangesHours } from './catch-up.ts';
import { correctWords, isHeld } from './correct-words.ts';
import { findBest, otherwise } from './find-best.ts';
import { findNamed } from './find-named.ts';
import { putDocuments, removeDocuments } from './keep-rows.ts';
import { nameHolding } from './name-holding.ts';
import { deleteRows, listRowIds, loadDocuments, pruneChanges } from './row-queries.ts';
import { pointsInTable, searchTable } from './search-table.ts';
import { countRows, loadPlaces, loadVersions } from './version-queries.ts';

/**
 * The index that needs no other server. Its documents are rows of PostgreSQL, written by the transaction that writes the truth; each
 * process holds them in memory and catches up before every answer, so an edit is found as soon as it is committed.
 */
export function createEmbeddedIndex(db: Database, vocabulary: VocabularySource): EmbeddedIndex {
  const upToDate = createCatchUp(db);
  const from = (look: CaughtUp['table']) => answersFrom({ db, vocabulary, look, version: upToDate.version });
  const index: EmbeddedIndex = {
    name: 'embedded',
    server: '',
    ...from(upToDate.table),
    lastVersion: upToDate.version,
    lookOnce() {
      const look = upToDate.table();
      // Told to whoever asks.
      look.catch(() => undefined);
      return { ...index, ...from(() => look) };
    },
    prepare: () =>
      orUnavailable(async (): Promise<'ready'> => {
        await upToDate.table();
        await pruneChanges(db, keepChangesHours);
        return 'ready';
      }),
    put: async (documents) => void (await db.transaction((tx) => putDocuments(tx, documents))),
    remove: async (ids) => void (await db.transaction((tx) => removeDocuments(tx, ids))),
    rebuild: (documents, progress) => rebuild(db, documents, progress),
    placesOf: (ids) => loadPlaces(db, ids),
    // It is what the others are compared with.
    abandon: async () => undefined,
    versions: async (ids) => new Map((await loadVersions(db, ids)).map(({ id, version }) => [id, version])),
    ids: () => allIds(db),
    size: () => countRows(db),
    ping: () => orUnavailable(async () => void (await db.query('search-ping', 'select from asset_search limit 1'))),
  };
  return index;
}

interface AnswerParts {
  db: Database;
  vocabulary: VocabularySource;
  look: CaughtUp['table'];
  version: CaughtUp['version'];
}

function answersFrom({ db, vocabulary, look, version }: AnswerParts) {
  const ready = async () => ({ db, table: await look(), vocabulary: vocabulary.current() });
  return {
    version: () =>
      orUnavailable(async () => {
        await look();
        return version();
      }),
    search: (query) =>
      orUnavailable(async () => {
        const held = await ready();
        return findBest(
          held,
          query,
          (words) => searchTable(held.table, query, words),
          (answer) => answer.total,
        );
      }),
    points: (query) =>
      orUnavailable(async () => {
        const held = await ready();
        return findBest(
          held,
          query,
          (words) => pointsInTable(held.table, query, words),
          (points) => points.length,
        );
      }),
    explain: (text, ids) =>
      orUnavailable(async () => {
        const { table } = await ready();
        const words = queryWords(text);
        const known = vocabularyFor(text, vocabulary.current());
        // Nothing is guessed for someone in need.
        const lists = [queryTerms(words, known), ...(isInNeed(words) ? [] : otherwise(table, words, known))];
        return new Map((await loadDocuments(db, ids)).map((document) => [document.id, explainBest(document, lists)]));
      }),
    named: (query) => orUnavailable(async () => findNamed(await ready(), query)),
    holdsAny: (words) =>
      orUnavailable(async () => {
        const table = await look();
        return words.some((word) => isHeld(table, word, true) || correctWords(table, [word], () => false).size > 0);
      }),
    hasValue: (facet, value) => orUnavailable(async () => (await look()).codeOf({ facet, value }) !== undefined),
    nameHolding: (text) => orUnavailable(async () => nameHolding(await look(), text)),
  } satisfies Partial<EmbeddedIndex>;
}

/** Old rows stay until all new ones stand. */
async function rebuild(
  db: Database,
  documents: AsyncIterable<AssetDocument[]>,
  progress: (written: number) => void = () => undefined,
): Promise<void> {
  const written = new Set<string>();
  for await (const batch of documents) {
    await db.transaction((tx) => putDocuments(tx, batch));
    for (const { id } of batch) written.add(id);
    progress(written.size);
  }
  await deleteOthers(db, written);
}

async function deleteOthers(db: Queryable, kept: Set<string>): Promise<void> {
  for await (const ids of allIds(db)) {
    const others = ids.filter((id) => !kept.has(id));
    if (others.length > 0) await deleteRows(db, others);
  }
}

async function* allIds(db: Queryable): AsyncGenerator<string[]> {
  for (let ids = await listRowIds(db, '', 1_000); ids.length > 0; ids = await listRowIds(db, ids.at(-1) ?? '', 1_000)) yield ids;
}

async function orUnavailable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new SearchUnavailable('The embedded search could not answer.', { cause: error });
  }
}
