import { requireRight } from '../accounts/require-right.ts';
import { saveAsset } from '../assets/save-asset.ts';
import { differingParts } from '../contract/asset-parts.ts';
import type { MergedAsset } from '../contract/desk-pairs.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { openState } from '../editing/open-asset.ts';
import { stateAtRevision } from '../editing/state-of-revision.ts';
import { notFound } from '../errors.ts';
import { deleteRedirect, isLeftByMerge, leadBack, mergedInto, redirectOf } from './merge-queries.ts';

type UndoDeps = Pick<Deps, 'db' | 'clock'>;

/**
 * Makes two again of what was made one, however long ago: the one that went stands as it was before. The one that stayed is put back too
 * when it still is as the merge left it; else it keeps what was written. Answers its id.
 */
export async function undoMerge(deps: UndoDeps, viewer: SignedIn, mergedId: string): Promise<string> {
  const redirect = await redirectOf(deps.db, mergedId);
  if (!redirect) throw notFound('These are two already.');
  const merged = await openState(deps, viewer, mergedId);
  const kept = await openState(deps, viewer, redirect.first_kept_id);
  for (const { state } of [merged, kept]) await requireRight(deps, viewer, 'asset.merge', state.area_id);
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const was = await stateAtRevision(tx, merged.id, redirect.merged_revision);
    await saveAsset(tx, now, { state: was, by: viewer, of: { id: merged.id, version: merged.version } });
    const left = await stateAtRevision(tx, kept.id, redirect.left_revision);
    if (differingParts(left, kept.state).length === 0) {
      const keptWas = await stateAtRevision(tx, kept.id, redirect.kept_revision);
      await saveAsset(tx, now, { state: keptWas, by: viewer, of: { id: kept.id, version: kept.version } });
    }
    await deleteRedirect(tx, merged.id);
    await leadBack(tx, merged.id);
  });
  return kept.id;
}

/** What went into an asset, for the way back. */
export async function listMerged(db: Queryable, keptId: string): Promise<MergedAsset[]> {
  return (await mergedInto(db, keptId)).map(({ merged_at, ...asset }) => ({ ...asset, at: merged_at.toISOString() }));
}

/** Whether the last of an asset's revisions is a merge's: that has a way back of its own. */
export const isOfMerge = (db: Queryable, id: string, revision: number): Promise<boolean> => isLeftByMerge(db, id, revision);

/** What is shown again is found at its own address. */
export const endRedirect = (tx: Queryable, id: string) => deleteRedirect(tx, id);
