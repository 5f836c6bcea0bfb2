import type { Queryable } from '../../db/database.ts';
import type { AssetDocument } from '../asset-index.ts';
import { addWords, deleteRows, dropUnusedWords, listWordsOf, putRows } from './asset-search-queries.ts';
import { assetSearchRow, correctableWords } from './asset-search-row.ts';
import { facetKey, facetsOf, numberFacets } from './facet-codes.ts';

/** Writes these documents' rows and keeps the list of words right, in the caller's transaction. */
export async function putDocuments(tx: Queryable, documents: AssetDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const before = await listWordsOf(tx, documents.map(({ id }) => id));
  const facets = documents.map((document) => ({ document, values: facetsOf(document) }));
  const codes = await numberFacets(tx, facets.flatMap(({ values }) => values));
  await putRows(
    tx,
    facets.map(({ document, values }) => ({ ...assetSearchRow(document), facet_codes: hexadecimal(values.map((value) => codes.get(facetKey(value)))) })),
  );
  const words = new Set(documents.flatMap(correctableWords));
  await addWords(tx, [...words]);
  await dropWords(tx, before.filter((word) => !words.has(word)));
}

export async function removeDocuments(tx: Queryable, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const before = await listWordsOf(tx, ids);
  await deleteRows(tx, ids);
  await dropWords(tx, before);
}

async function dropWords(tx: Queryable, words: string[]): Promise<void> {
  if (words.length > 0) await dropUnusedWords(tx, words);
}

const hexadecimal = (codes: (number | undefined)[]) =>
  codes.map((code) => (code ?? 0).toString(16).padStart(4, '0')).join('');
