import type { Queryable } from '../db/database.ts';
import { assetDocument, signpostDocument } from './asset-document.ts';
import type { AssetDocument } from './asset-index.ts';
import { loadPublicAssets, loadPublicSignposts } from './document-queries.ts';
import { putDocuments, removeDocuments } from './embedded/keep-rows.ts';
import { addOutboxLines } from './outbox-queries.ts';

/** Makes these documents anew from what stands now; those no longer public go. Whoever calls holds the rows. Answers how many there are. */
export async function remakeAssets(tx: Queryable, now: Date, ids: string[]): Promise<number> {
  const rows = await loadPublicAssets(tx, now, ids);
  return keep(
    tx,
    ids.map((id) => `asset-${id}`),
    rows.map((row) => assetDocument(row, now)),
  );
}

export async function remakeSignposts(tx: Queryable, ids: string[]): Promise<number> {
  const rows = await loadPublicSignposts(tx, ids);
  return keep(
    tx,
    ids.map((id) => `signpost-${id}`),
    rows.map(signpostDocument),
  );
}

/** Only what really differs is told on. */
async function keep(tx: Queryable, ids: string[], documents: AssetDocument[]): Promise<number> {
  const standing = new Set(documents.map((document) => document.id));
  const changed = await putDocuments(tx, documents);
  const gone = await removeDocuments(
    tx,
    ids.filter((id) => !standing.has(id)),
  );
  if (changed.length + gone.length > 0) await addOutboxLines(tx, changed, gone);
  return documents.length;
}
