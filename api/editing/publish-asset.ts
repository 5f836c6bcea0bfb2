import { AssetState } from '../contract/asset-state.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { deleteDraft, putProposedEdit } from './draft-queries.ts';
import { openState } from './open-asset.ts';
import { type Edit, saveEdit } from './save-edit.ts';

/** Publishes what was written; what was put aside goes. Throws edited-meanwhile, not-found and not-yours. */
export async function publishAsset(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, id: string, edit: Edit) {
  const standing = await openState(deps, viewer, id);
  return saveEdit(deps, viewer, standing, edit, (tx) => deleteDraft(tx, viewer.accountId, standing.id));
}

/** Asks a coordinator to publish it: for builders who may not yet. Nothing of it is public until then. */
export async function proposeEdit(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, id: string, { state, version }: Edit): Promise<void> {
  const standing = await openState(deps, viewer, id);
  await deps.db.transaction(async (tx) => {
    await putProposedEdit(tx, {
      accountId: viewer.accountId,
      assetId: standing.id,
      ofVersion: version,
      state: AssetState.parse(state),
      now: deps.clock.now(),
    });
    await deleteDraft(tx, viewer.accountId, standing.id);
  });
}
