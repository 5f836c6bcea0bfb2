import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { SearchUnavailable } from '../errors.ts';
import type { AssetIndex, SentDocument } from './asset-index.ts';
import { deleteOrphans, holdAssets, holdSignposts, listAssetIds, listSignpostIds } from './document-queries.ts';
import { listSentDocuments } from './embedded/version-queries.ts';
import { nameAmong } from './name-among.ts';
import { tryDrainLock } from './outbox-queries.ts';
import { remakeAssets, remakeSignposts } from './remake-documents.ts';
import { rememberRenewed } from './renew-documents.ts';

type RebuildDeps = Pick<Deps, 'db' | 'clock' | 'copies'>;
type FillDeps = Pick<Deps, 'db' | 'copies'>;
type Progress = (step: string, written: number) => void;

const batchSize = 500;

/**
 * Makes every index anew from what is true now; readers find all there is to find throughout. Of several copies each is tried: the first
 * failure is told when all others are through.
 */
export async function rebuildIndexes(deps: RebuildDeps, progress: Progress = () => undefined): Promise<void> {
  await rebuildEmbedded(deps, progress);
  const failures: unknown[] = [];
  for (const copy of deps.copies)
    await rebuildFromRows(deps, copy, progress).catch((error: unknown) => {
      const isAway = error instanceof SearchUnavailable;
      failures.push(isAway ? new SearchUnavailable(`${copy.server}: ${error.message}`, { cause: error.cause }) : error);
    });
  if (failures.length > 0) throw failures[0];
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

/** Fills an index that is not there. Of several processes that start at once, one does it; it gives up when told to stop. */
export async function fillWhenEmpty(
  { db, copies, assetIndex }: FillDeps & { assetIndex: AssetIndex },
  isStopped: () => boolean,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if (!(await tryDrainLock(tx, nameAmong(copies, assetIndex))) || (await assetIndex.prepare()) !== 'empty') return false;
    await assetIndex.rebuild(allDocuments(db, isStopped));
    return true;
  });
}

/** Fills an index from the embedded one's rows, while it is told of nothing: what changes meanwhile waits in the outbox. */
async function rebuildFromRows({ db, copies }: FillDeps, index: AssetIndex, progress: Progress): Promise<void> {
  await db.transaction(async (tx) => {
    while (!(await tryDrainLock(tx, nameAmong(copies, index)))) await new Promise((resolve) => setTimeout(resolve, 100));
    await index.rebuild(allDocuments(db), (written) => progress(`${index.name} at ${index.server}`, written));
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
