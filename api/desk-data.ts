import type { DeskData } from '../web/server/desk-data.ts';
import { endSession } from './accounts/end-session.ts';
import { mayDo, mayDoSomewhere } from './accounts/rights-rules.ts';
import { openDoorsOf } from './coordinators/open-doors-of.ts';
import type { Deps } from './deps.ts';

/** The use cases offered to the desk's pages. */
export function createDeskData(deps: Deps): DeskData {
  return {
    mayDo,
    mayDoSomewhere,
    openDoors: (viewer) => openDoorsOf(deps, viewer.coordinatorId),
    signOut: (viewer, sessionId) => endSession(deps, viewer, sessionId),
  };
}
