import type { DeskData } from '../web/server/desk-data.ts';
import { areasFor, listCoordinatorNames } from './accounts/areas-for.ts';
import { changeAccount } from './accounts/change-account.ts';
import { endSession } from './accounts/end-session.ts';
import { invite } from './accounts/invite.ts';
import { findPerson, listPeople, listRefusedAttempts } from './accounts/list-people.ts';
import { endOtherSessions, nameOwnAccount, showOwnAccount } from './accounts/own-account.ts';
import { addPasskey, offerPasskey, removePasskey } from './accounts/passkeys.ts';
import { mayDo, mayDoSomewhere } from './accounts/rights-rules.ts';
import { checkAtDesk, takeBackAtDesk } from './checks/check-at-desk.ts';
import { listUnchecked } from './confirm/list-unchecked.ts';
import { connectAtDesk, disconnectAtDesk } from './connections/connect-at-desk.ts';
import { arrangeCover, endCover, handOver, listArrangements } from './coordinators/arrange-cover.ts';
import { openDoorsOf } from './coordinators/open-doors-of.ts';
import type { Deps } from './deps.ts';
import { makeInsight } from './insight/make-insight.ts';
import { finishItem } from './today/finish-item.ts';
import { listToday } from './today/list-today.ts';
import { readStep, undoStep } from './today/undo-step.ts';

/** The use cases offered to the desk's pages. */
export function createDeskData(deps: Deps, publicUrl: string): DeskData {
  return {
    mayDo,
    mayDoSomewhere,
    areasFor: (viewer, action) => areasFor(deps, viewer, action),
    openDoors: (viewer) => openDoorsOf(deps, viewer.coordinatorId),
    today: (viewer, after) => listToday(deps, viewer, after),
    finishToday: (viewer, finishing) => finishItem(deps, viewer, { ...finishing, publicUrl }),
    stepToday: (viewer, id) => readStep(deps, viewer, id),
    undoToday: (viewer, id) => undoStep(deps, viewer, id),
    unchecked: (viewer) => listUnchecked(deps, viewer),
    checkAsset: (viewer, assetId) => checkAtDesk(deps, viewer, assetId),
    takeBackCheck: (viewer, check) => takeBackAtDesk(deps, viewer, check),
    connect: (viewer, connection) => connectAtDesk(deps, viewer, connection),
    disconnect: (viewer, connection) => disconnectAtDesk(deps, viewer, connection),
    insight: (viewer, asked) => makeInsight(deps, viewer, asked),
    signOut: (viewer, sessionId) => endSession(deps, viewer, sessionId),
    signOutElsewhere: (viewer, sessionId) => endOtherSessions(deps, viewer, sessionId),
    ownAccount: (viewer, sessionId) => showOwnAccount(deps, viewer, sessionId),
    nameOwnAccount: (viewer, as) => nameOwnAccount(deps, viewer, as),
    offerPasskey: (viewer) => offerPasskey(deps, viewer, publicUrl),
    addPasskey: (viewer, made) => addPasskey(deps, viewer, { ...made, publicUrl }),
    removePasskey: (viewer, id) => removePasskey(deps, viewer, id),
    people: (viewer) => listPeople(deps, viewer),
    person: (viewer, id) => findPerson(deps, viewer, id),
    invite: (viewer, invited) => invite(deps, viewer, { invited, publicUrl }),
    changeAccount: (viewer, id, change) => changeAccount(deps, viewer, { id, change, publicUrl }),
    refusedAttempts: (viewer) => listRefusedAttempts(deps, viewer),
    coordinators: () => listCoordinatorNames(deps),
    arrangements: (viewer) => listArrangements(deps, viewer),
    arrangeCover: (viewer, cover) => arrangeCover(deps, viewer, cover),
    endCover: (viewer, id) => endCover(deps, viewer, id),
    handOver: (viewer, handed) => handOver(deps, viewer, handed),
  };
}
