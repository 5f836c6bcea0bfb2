import { requireRight } from '../accounts/require-right.ts';
import { areaOf } from '../assets/area-of.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { type KnowingChecker, logCheck } from './log-check.ts';
import { takeBackCheck } from './take-back-check.ts';

type CheckDeps = Pick<Deps, 'db' | 'clock'>;

/** As what kind of person somebody of the desk checks. */
export const checksAs = ({ role }: Pick<SignedIn, 'role'>): Exclude<KnowingChecker, 'group'> =>
  role === 'builder' ? 'builder' : 'coordinator';

/** "I saw it, still right." Answers the check's number, for taking it back. */
export async function checkAtDesk(deps: CheckDeps, viewer: SignedIn, assetId: string): Promise<number> {
  await requireRight(deps, viewer, 'check.log', await areaOf(deps, assetId));
  return logCheck(deps, { assetId, by: checksAs(viewer) });
}

/** False: it is too late, or was taken back already. */
export async function takeBackAtDesk(
  deps: CheckDeps,
  viewer: SignedIn,
  { assetId, check }: { assetId: string; check: number },
): Promise<boolean> {
  await requireRight(deps, viewer, 'check.log', await areaOf(deps, assetId));
  return takeBackCheck(deps, { id: check, assetId });
}
