import type { Queryable } from '../db/database.ts';
import { assetDocument, signpostDocument } from './asset-document.ts';
import { loadPublicAssets, loadPublicSignposts } from './document-queries.ts';
import { putDocuments, removeDocuments } from './embedded/keep-rows.ts';
import { addOutboxLines } from './outbox-queries.ts';

const batchSize = 500;

/**
 * Tells the indexes of a change, in the transaction that makes it: the embedded index's rows are made anew from what stands now (those
 * no longer public go), and a line in the outbox tells Meilisearch after the commit. Call it after the last write.
 */
export async function recordChange(tx: Queryable, now: Date, change: { assetIds?: string[]; signpostIds?: string[] }): Promise<void> {
  for (const ids of batches(change.assetIds ?? [])) {
    const documents = (await loadPublicAssets(tx, now, ids)).map((row) => assetDocument(row, now));
    await keep(
      tx,
      documents,
      ids.map((id) => `asset-${id}`),
    );
  }
  for (const ids of batches(change.signpostIds ?? [])) {
    const documents = (await loadPublicSignposts(tx, ids)).map(signpostDocument);
    await keep(
      tx,
      documents,
      ids.map((id) => `signpost-${id}`),
    );
  }
}

async function keep(tx: Queryable, documents: ReturnType<typeof assetDocument>[], ids: string[]): Promise<void> {
  const put = new Set(documents.map((document) => document.id));
  const removed = ids.filter((id) => !put.has(id));
  await putDocuments(tx, documents);
  await removeDocuments(tx, removed);
  await addOutboxLines(tx, [...put], removed);
}

function* batches(ids: string[]): Generator<string[]> {
  const unique = [...new Set(ids)];
  for (let start = 0; start < unique.length; start += batchSize) yield unique.slice(start, start + batchSize);
}
