import { checksAs } from '../checks/check-at-desk.ts';
import type { AssetState } from '../contract/asset-state.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import { openState } from './open-asset.ts';
import { saveEdit } from './save-edit.ts';

/** `pause`: off the list for now. `retire`: it has closed. `show`: on the list (again). */
export const assetSteps = { pause: 'hidden', retire: 'closed', show: 'published' } as const satisfies Record<string, AssetState['status']>;
export type AssetStep = keyof typeof assetSteps;

/** One press; what it did may be undone. Taken of what stands now, since it says nothing of the rest. */
export async function takeStep(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, id: string, step: AssetStep): Promise<void> {
  const standing = await openState(deps, viewer, id);
  // A draft may be no more than a name yet.
  if (step === 'show' && standing.state.summary === '') throw badRequest([{ field: 'summary', detail: 'says nothing yet' }]);
  const state = { ...standing.state, status: assetSteps[step] };
  // Who brings it back has seen that it is there.
  const checkedBy = step === 'show' ? checksAs(viewer) : undefined;
  await saveEdit(deps, viewer, standing, { state, version: standing.version, checkedBy });
}
