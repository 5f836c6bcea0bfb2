import type { DeskAction, SignedIn, Viewer } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { type DomainError, notYours, signedOut } from '../errors.ts';
import { insertRefusedAction } from './audit-queries.ts';
import { mayDo } from './rights-rules.ts';

type RightDeps = Pick<Deps, 'db' | 'clock'>;

/** Throws `not-yours` where the right is missing, and notes the attempt for stewards; `signed-out` where nobody is signed in. */
export async function requireRight(deps: RightDeps, viewer: Viewer, action: DeskAction, areaId: string | null): Promise<SignedIn> {
  if (viewer === null) throw signedOut();
  if (mayDo(viewer, action, areaId)) return viewer;
  throw await refuse(deps, viewer, action, areaId);
}

/** For what is refused by a narrower rule than that of the area: notes the attempt, and answers the error to throw. */
export async function refuse(
  { db, clock }: RightDeps,
  { accountId }: SignedIn,
  action: DeskAction,
  areaId: string | null,
): Promise<DomainError> {
  await insertRefusedAction(db, { at: clock.now(), accountId, action, areaId });
  return notYours();
}
