import { requireRight } from '../accounts/require-right.ts';
import type { StandingAsset } from '../assets/load-asset-state.ts';
import { type SavedAsset, saveAsset } from '../assets/save-asset.ts';
import { checksAs } from '../checks/check-at-desk.ts';
import type { AssetState } from '../contract/asset-state.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Checker } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { EditedMeanwhile } from '../errors.ts';
import { endRedirect } from '../merging/undo-merge.ts';
import { acceptDrafted, reopenDrafted } from '../proposals/draft-of-proposal.ts';
import { keepStanding } from './keep-standing.ts';
import { holdsPrivate } from './private-rules.ts';

type SaveDeps = Pick<Deps, 'db' | 'clock'>;

/** How long one's own last step can be undone. */
export const undoMs = 30 * 60_000;

export interface Edit {
  state: AssetState;
  /** From which the edit began. */
  version: number;
  /** Saving it counts as a check by this kind of person; so does what publishes a draft. */
  checkedBy?: Checker;
}

/**
 * Publishes an edit for who may: in the area where it was and in that where it will be, and for what is private too. `also` is done in the
 * same transaction. Throws edited-meanwhile (with both states), not-found and not-yours.
 */
export async function saveEdit(
  deps: SaveDeps,
  viewer: SignedIn,
  standing: StandingAsset,
  { state, version, ...edit }: Edit,
  also: (tx: Queryable) => Promise<unknown> = async () => undefined,
): Promise<SavedAsset> {
  if (standing.version !== version) throw new EditedMeanwhile({ theirs: standing, yours: state });
  await mayTurn(deps, viewer, standing.state, state);
  const isNew = standing.state.status === 'draft' && state.status === 'published';
  const checkedBy = edit.checkedBy ?? (isNew ? checksAs(viewer) : undefined);
  const now = deps.clock.now();
  return deps.db.transaction(async (tx) => {
    await keepStanding(tx, standing, now);
    const saved = await saveAsset(tx, now, { state, by: viewer, checkedBy, of: { id: standing.id, version } });
    if (state.status === 'published' && standing.state.status === 'closed') await endRedirect(tx, standing.id);
    if (isNew) await acceptDrafted(tx, now, { assetId: standing.id, by: viewer, undoneUntil: new Date(now.getTime() + undoMs) });
    if (state.status === 'draft' && standing.state.status === 'published') await reopenDrafted(tx, now, standing.id);
    await also(tx);
    return saved;
  });
}

async function mayTurn(deps: SaveDeps, viewer: SignedIn, before: AssetState, after: AssetState): Promise<void> {
  const closes = (before.status === 'closed') !== (after.status === 'closed');
  for (const areaId of new Set([before.area_id, after.area_id])) {
    await requireRight(deps, viewer, 'asset.publish', areaId);
    if (closes) await requireRight(deps, viewer, 'asset.retire', areaId);
    if (holdsPrivate(before) || holdsPrivate(after)) await requireRight(deps, viewer, 'private.read', areaId);
  }
}
