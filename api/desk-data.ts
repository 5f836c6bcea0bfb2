import type { DeskData } from '../web/server/desk-data.ts';
import { areasFor, listCoordinatorNames } from './accounts/areas-for.ts';
import { changeAccount } from './accounts/change-account.ts';
import { endSession } from './accounts/end-session.ts';
import { invite } from './accounts/invite.ts';
import { findPerson, listPeople, listRefusedAttempts } from './accounts/list-people.ts';
import { endOtherSessions, nameOwnAccount, showOwnAccount } from './accounts/own-account.ts';
import { addPasskey, offerPasskey, removePasskey } from './accounts/passkeys.ts';
import { mayDo, mayDoSomewhere } from './accounts/rights-rules.ts';
import { decideRecut, drawBack, undoRecut } from './areas/decide-recut.ts';
import { draftRecut } from './areas/draft-recut.ts';
import { findDrawnArea, listDeskAreas, outlineAreas } from './areas/list-desk-areas.ts';
import { outlineRecut, showRecut } from './areas/show-recut.ts';
import { arrangeCover, endCover, handOver, listArrangements } from './coordinators/arrange-cover.ts';
import { openDoorsOf } from './coordinators/open-doors-of.ts';
import type { Deps } from './deps.ts';

/** The use cases offered to the desk's pages. */
export function createDeskData(deps: Deps, publicUrl: string): DeskData {
  return {
    mayDo,
    mayDoSomewhere,
    areasFor: (viewer, action) => areasFor(deps, viewer, action),
    openDoors: (viewer) => openDoorsOf(deps, viewer.coordinatorId),
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
    areas: (viewer) => listDeskAreas(deps, viewer),
    drawnArea: (viewer, slug) => findDrawnArea(deps, viewer, slug),
    areaOutlines: (viewer, slug) => outlineAreas(deps, viewer, slug),
    draftRecut: (viewer, edit) => draftRecut(deps, viewer, edit),
    recut: (viewer, id) => showRecut(deps, viewer, id),
    recutOutlines: (viewer, id) => outlineRecut(deps, viewer, id),
    decideRecut: (viewer, decision) => decideRecut(deps, viewer, decision),
    undoRecut: (viewer, id) => undoRecut(deps, viewer, id),
    drawRecutBack: (viewer, id) => drawBack(deps, viewer, id),
  };
}
