import type { Database, Queryable } from '../../db/database.ts';
import { SearchUnavailable } from '../../errors.ts';
import type { AssetDocument, AssetIndex, IndexAnswer, IndexPoint, IndexQuery } from '../asset-index.ts';
import type { SynonymSource } from '../synonyms.ts';
import { deleteRows, listRowIds, recountWords } from './asset-search-queries.ts';
import { countFacets } from './count-facets.ts';
import { createFacetNames } from './facet-codes.ts';
import { findBest } from './find-best.ts';
import { putDocuments, removeDocuments } from './keep-rows.ts';
import type { Wanted } from './match-conditions.ts';
import { pointStatement, type SearchRow, type Statement, searchStatement } from './search-statement.ts';

/** The index inside PostgreSQL: it needs no other server, and an edit is found as soon as it is committed. */
export function createEmbeddedIndex(db: Database, synonyms: SynonymSource): AssetIndex {
  const names = createFacetNames(db);
  const run = <Row extends object>({ name, text, values }: Statement) => db.query<Row>(name, text, values);

  async function searchOnce(query: IndexQuery, words: Wanted): Promise<IndexAnswer> {
    const [row] = await run<SearchRow>(searchStatement(query, words));
    if (!row) throw new Error('a search answered without a row');
    return { ids: row.ids, total: row.total, facets: await countFacets(row.counted, query.filters, names) };
  }

  const pointsOnce = (query: Omit<IndexQuery, 'sort' | 'offset'>, words: Wanted) => run<IndexPoint>(pointStatement(query, words));

  return {
    name: 'embedded',
    prepare: async () => 'ready',
    search: (query) => orUnavailable(() => findBest(db, { text: query.text, synonyms: synonyms.current() }, (words) => searchOnce(query, words), (answer) => answer.total)),
    points: (query) =>
      orUnavailable<IndexPoint[]>(() =>
        findBest(db, { text: query.text, synonyms: synonyms.current() }, (words) => pointsOnce(query, words), (points) => points.length),
      ),
    put: (documents) => db.transaction((tx) => putDocuments(tx, documents)),
    remove: (ids) => db.transaction((tx) => removeDocuments(tx, ids)),
    rebuild: (documents, progress) => rebuild(db, documents, progress),
    ping: () => orUnavailable(async () => void (await db.query('search-ping', 'select from asset_search limit 1'))),
  };
}

/** Old rows stay until all new ones stand. */
async function rebuild(db: Database, documents: AsyncIterable<AssetDocument[]>, progress: (written: number) => void = () => undefined): Promise<void> {
  const written = new Set<string>();
  for await (const batch of documents) {
    await db.transaction((tx) => putDocuments(tx, batch));
    for (const { id } of batch) written.add(id);
    progress(written.size);
  }
  await deleteOthers(db, written);
  await recountWords(db);
}

async function deleteOthers(db: Queryable, kept: Set<string>): Promise<void> {
  let ids = await listRowIds(db, '', 1_000);
  while (ids.length > 0) {
    await deleteRows(db, ids.filter((id) => !kept.has(id)));
    ids = await listRowIds(db, ids.at(-1) ?? '', 1_000);
  }
}

async function orUnavailable<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new SearchUnavailable('The embedded search could not answer.', { cause: error });
  }
}
