import type { Deps } from '../deps.ts';
import {
  assetsStanding,
  holdAssets,
  holdAssetsAtHand,
  holdSignposts,
  listAssetIds,
  listAssetsOvertaken,
  listSignpostIds,
} from './document-queries.ts';
import { remakeAssets, remakeSignposts } from './remake-documents.ts';

type RefreshDeps = Pick<Deps, 'db' | 'clock'>;

const batchSize = 500;

/** Makes documents anew that time has overtaken: "soonest" stays true through the day, and what has lapsed leaves every count by itself. */
export async function refreshOvertaken(deps: RefreshDeps): Promise<number> {
  const ids = await listAssetsOvertaken(deps.db, deps.clock.now(), batchSize);
  const busy = await refreshAssets(deps, ids);
  return ids.length - busy.length;
}

/**
 * Makes every document anew, in batches of their own: freshness moves on by itself. Rows that someone is just changing are left until the
 * end. Answers false when it was told to stop before it was through.
 */
export async function refreshEverything(deps: RefreshDeps, isStopped: () => boolean): Promise<boolean> {
  const { db, clock } = deps;
  const busy: string[] = [];
  for (let ids = await listAssetIds(db, null, batchSize); ids.length > 0; ids = await listAssetIds(db, ids.at(-1) ?? null, batchSize)) {
    if (isStopped()) return false;
    busy.push(...(await refreshAssets(deps, ids)));
  }
  for (const id of busy) {
    if (isStopped()) return false;
    await db.transaction(async (tx) => {
      await holdAssets(tx, [id]);
      await remakeAssets(tx, clock.now(), [id]);
    });
  }
  for (
    let ids = await listSignpostIds(db, null, batchSize);
    ids.length > 0;
    ids = await listSignpostIds(db, ids.at(-1) ?? null, batchSize)
  ) {
    if (isStopped()) return false;
    await db.transaction(async (tx) => {
      await holdSignposts(tx, ids);
      await remakeSignposts(tx, ids);
    });
  }
  return true;
}

/** One transaction. Answers which were busy: who changes them makes their documents anew as well, unless it goes wrong. */
async function refreshAssets({ db, clock }: RefreshDeps, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return db.transaction(async (tx) => {
    const held = new Set(await holdAssetsAtHand(tx, ids));
    const standing = await assetsStanding(tx, ids);
    const busy = new Set(standing.filter((id) => !held.has(id)));
    const free = ids.filter((id) => !busy.has(id));
    await remakeAssets(tx, clock.now(), free);
    return [...busy];
  });
}
