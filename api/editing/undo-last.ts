import { markOf } from '../assets/save-asset.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { isOfMerge } from '../merging/undo-merge.ts';
import { openState } from './open-asset.ts';
import { lastRevisions, type RevisionRow } from './revision-queries.ts';
import { saveEdit, undoMs } from './save-edit.ts';
import { stateAtRevision, stateOfRevision } from './state-of-revision.ts';

/** What the viewer's own last step, half an hour old at most, would go back to; null: there is none. */
export async function findUndo(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, assetId: string): Promise<RevisionRow | null> {
  const [last, before] = await lastRevisions(deps.db, assetId, 2);
  if (!last || !before || last.made_by !== markOf(viewer) || (await isOfMerge(deps.db, assetId, last.id))) return null;
  return deps.clock.now().getTime() - last.made_at.getTime() < undoMs ? before : null;
}

/** Takes the viewer's last step back, by another one. Throws not-found when it is not the last any more. */
export async function undoLast(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, id: string): Promise<void> {
  const standing = await openState(deps, viewer, id);
  const before = await findUndo(deps, viewer, standing.id);
  if (!before) throw notFound('There is nothing of yours to undo any more: half an hour has passed, or somebody else changed it since.');
  await saveEdit(deps, viewer, standing, { state: await stateOfRevision(deps.db, before), version: standing.version });
}

/** Makes it what it was at one of its revisions: by a new one, so that nothing is lost. */
export async function putBack(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, id: string, revisionId: number): Promise<void> {
  const standing = await openState(deps, viewer, id);
  await saveEdit(deps, viewer, standing, { state: await stateAtRevision(deps.db, standing.id, revisionId), version: standing.version });
}
