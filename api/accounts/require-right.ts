import type { DeskAction, SignedIn, Viewer } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { notYours, signedOut } from '../errors.ts';
import { insertRefusedAction } from './audit-queries.ts';
import { mayDo } from './rights-rules.ts';

/** Throws `not-yours` where the right is missing, and notes the attempt for stewards; `signed-out` where nobody is signed in. */
export async function requireRight(
  deps: Pick<Deps, 'db' | 'clock'>,
  viewer: Viewer,
  action: DeskAction,
  areaId: string | null,
): Promise<SignedIn> {
  if (viewer === null) throw signedOut();
  if (mayDo(viewer, action, areaId)) return viewer;
  await insertRefusedAction(deps.db, { at: deps.clock.now(), accountId: viewer.accountId, action, areaId });
  throw notYours();
}
