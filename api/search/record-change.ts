import type { Queryable } from '../db/database.ts';
import { holdAssets, holdSignposts } from './document-queries.ts';
import { remakeAssets, remakeSignposts } from './remake-documents.ts';

const batchSize = 500;

/**
 * Tells the indexes of a change, in the transaction that makes it: the embedded index's rows are made anew from what stands now (those
 * no longer public go), and a line in the outbox tells Meilisearch after the commit. Call it after the last write. What the documents are
 * made of is held still until the commit, so that an edit made meanwhile is not overwritten by what stood before it.
 */
export async function recordChange(tx: Queryable, now: Date, change: { assetIds?: string[]; signpostIds?: string[] }): Promise<void> {
  for (const ids of batches(change.assetIds ?? [])) {
    await holdAssets(tx, ids);
    await remakeAssets(tx, now, ids);
  }
  for (const ids of batches(change.signpostIds ?? [])) {
    await holdSignposts(tx, ids);
    await remakeSignposts(tx, ids);
  }
}

/** In order, so that two who hold rows never wait for each other. */
function* batches(ids: string[]): Generator<string[]> {
  const unique = [...new Set(ids)].sort();
  for (let start = 0; start < unique.length; start += batchSize) yield unique.slice(start, start + batchSize);
}
