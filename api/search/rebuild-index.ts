import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import type { SentDocument } from './asset-index.ts';
import { deleteOrphans, holdAssets, holdSignposts, listAssetIds, listSignpostIds } from './document-queries.ts';
import { listSentDocuments } from './embedded/version-queries.ts';
import { tryDrainLock } from './outbox-queries.ts';
import { remakeAssets, remakeSignposts } from './remake-documents.ts';
import { rememberRenewed } from './renew-documents.ts';

type RebuildDeps = Pick<Deps, 'db' | 'clock' | 'assetIndex' | 'embeddedIndex'>;
type Progress = (step: string, written: number) => void;

const batchSize = 500;

/** Makes every index anew from what is true now; readers find all there is to find throughout. */
export async function rebuildIndexes(deps: RebuildDeps, progress: Progress = () => undefined): Promise<void> {
  await rebuildEmbedded(deps, progress);
  if (deps.assetIndex !== deps.embeddedIndex) await rebuildFromRows(deps, progress);
}

/** Row by row from the truth. Each batch's rows are held still, so that no edit is overwritten by what stood before it. */
async function rebuildEmbedded({ db, clock }: RebuildDeps, progress: Progress): Promise<void> {
  const now = clock.now();
  let written = 0;
  for await (const ids of inBatches((after) => listAssetIds(db, after, batchSize))) {
    written += await db.transaction(async (tx) => {
      await holdAssets(tx, ids);
      return remakeAssets(tx, now, ids);
    });
    progress('embedded', written);
  }
  for await (const ids of inBatches((after) => listSignpostIds(db, after, batchSize))) {
    written += await db.transaction(async (tx) => {
      await holdSignposts(tx, ids);
      return remakeSignposts(tx, ids);
    });
    progress('embedded', written);
  }
  await deleteOrphans(db);
  await rememberRenewed(db);
}

/** Fills the other index, which is not there. Of several processes that start at once, one does it; it gives up when told to stop. */
export async function fillWhenEmpty(deps: RebuildDeps, isStopped: () => boolean): Promise<boolean> {
  return deps.db.transaction(async (tx) => {
    if (!(await tryDrainLock(tx)) || (await deps.assetIndex.prepare()) !== 'empty') return false;
    await deps.assetIndex.rebuild(allDocuments(deps.db, isStopped));
    return true;
  });
}

/** Fills the other index from the embedded one's rows, while nothing is drained: what changes meanwhile waits in the outbox. */
async function rebuildFromRows({ db, assetIndex }: RebuildDeps, progress: Progress): Promise<void> {
  await db.transaction(async (tx) => {
    while (!(await tryDrainLock(tx))) await new Promise((resolve) => setTimeout(resolve, 100));
    await assetIndex.rebuild(allDocuments(db), (written) => progress(assetIndex.name, written));
  });
}

async function* allDocuments(db: Queryable, isStopped: () => boolean = () => false): AsyncGenerator<SentDocument[]> {
  let batch = await listSentDocuments(db, '', batchSize);
  while (batch.length > 0) {
    if (isStopped()) throw new Error('told to stop before the index was whole');
    yield batch;
    batch = await listSentDocuments(db, batch.at(-1)?.id ?? '', batchSize);
  }
}

async function* inBatches(next: (after: string | null) => Promise<string[]>): AsyncGenerator<string[]> {
  for (let ids = await next(null); ids.length > 0; ids = await next(ids.at(-1) ?? null)) yield ids;
}
