import type { DeskData } from '../web/server/desk-data.ts';
import { endSession } from './accounts/end-session.ts';
import { mayDo, mayDoSomewhere } from './accounts/rights-rules.ts';
import { checkAtDesk, takeBackAtDesk } from './checks/check-at-desk.ts';
import { listUnchecked } from './confirm/list-unchecked.ts';
import { connectAtDesk, disconnectAtDesk } from './connections/connect-at-desk.ts';
import { openDoorsOf } from './coordinators/open-doors-of.ts';
import type { Deps } from './deps.ts';
import { makeInsight } from './insight/make-insight.ts';

/** The use cases offered to the desk's pages. */
export function createDeskData(deps: Deps): DeskData {
  return {
    mayDo,
    mayDoSomewhere,
    openDoors: (viewer) => openDoorsOf(deps, viewer.coordinatorId),
    unchecked: (viewer) => listUnchecked(deps, viewer),
    checkAsset: (viewer, assetId) => checkAtDesk(deps, viewer, assetId),
    takeBackCheck: (viewer, check) => takeBackAtDesk(deps, viewer, check),
    connect: (viewer, connection) => connectAtDesk(deps, viewer, connection),
    disconnect: (viewer, connection) => disconnectAtDesk(deps, viewer, connection),
    insight: (viewer, asked) => makeInsight(deps, viewer, asked),
    signOut: (viewer, sessionId) => endSession(deps, viewer, sessionId),
  };
}
