import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { deleteDraft, deleteDraftsBefore, putDraft } from './draft-queries.ts';
import { openState } from './open-asset.ts';

/** How long what was put aside is kept. */
export const keptMs = 30 * 86_400_000;

/** Puts the boxes aside as they stand, unfinished or not. Nobody else ever sees them. */
export async function saveDraft(
  deps: Pick<Deps, 'db' | 'clock'>,
  viewer: SignedIn,
  id: string,
  { boxes, ofVersion }: { boxes: Record<string, string>; ofVersion: number },
): Promise<void> {
  const { id: assetId } = await openState(deps, viewer, id);
  await putDraft(deps.db, { accountId: viewer.accountId, assetId, ofVersion, boxes, now: deps.clock.now() });
}

export async function throwDraftAway(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, id: string): Promise<void> {
  await deleteDraft(deps.db, viewer.accountId, (await openState(deps, viewer, id)).id);
}

/** What was put aside a month ago is out of date. */
export async function sweepDrafts({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  await deleteDraftsBefore(db, new Date(clock.now().getTime() - keptMs));
}
