import { requireRight } from '../accounts/require-right.ts';
import { areaOf } from '../assets/area-of.ts';
import { checksAs } from '../checks/check-at-desk.ts';
import type { ConnectionKind } from '../contract/connection.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { logConnection } from './log-connection.ts';
import { takeBackConnection } from './take-back-connection.ts';

type ConnectDeps = Pick<Deps, 'db' | 'clock'>;

/** Told, walked along, introduced: nothing is asked of who. Answers the check that it counted as, if any. */
export async function connectAtDesk(
  deps: ConnectDeps,
  viewer: SignedIn,
  { assetId, what }: { assetId: string; what: ConnectionKind },
): Promise<number | null> {
  await requireRight(deps, viewer, 'connection.log', await areaOf(deps, assetId));
  return (await logConnection(deps, { assetId, what, by: checksAs(viewer) })).check;
}

/** Of this month. False: there is none. */
export async function disconnectAtDesk(
  deps: ConnectDeps,
  viewer: SignedIn,
  mark: { assetId: string; what: ConnectionKind; check: number | null },
): Promise<boolean> {
  await requireRight(deps, viewer, 'connection.log', await areaOf(deps, mark.assetId));
  return takeBackConnection(deps, mark);
}
