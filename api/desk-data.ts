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
import { listAskedRecuts } from './areas/list-asked-recuts.ts';
import { findDrawnArea, listDeskAreas, outlineAreas } from './areas/list-desk-areas.ts';
import { outlineRecut, showRecut } from './areas/show-recut.ts';
import { checkAtDesk, takeBackAtDesk } from './checks/check-at-desk.ts';
import { listUnchecked } from './confirm/list-unchecked.ts';
import { connectAtDesk, disconnectAtDesk } from './connections/connect-at-desk.ts';
import { arrangeCover, endCover, handOver, listArrangements } from './coordinators/arrange-cover.ts';
import { openCoordinatorPage, putPageBack, saveCoordinatorPage } from './coordinators/keep-own-page.ts';
import { listCoversFor } from './coordinators/list-covers-for.ts';
import { openDoorsOf } from './coordinators/open-doors-of.ts';
import type { Deps } from './deps.ts';
import { findPlaces } from './editing/find-places.ts';
import { foretellDates } from './editing/foretell-dates.ts';
import { addNote, listWatchedChanges, removeNote, watchAsset } from './editing/keep-note.ts';
import { listHistory } from './editing/list-history.ts';
import { listOwnDrafts } from './editing/list-own-drafts.ts';
import { listPatch } from './editing/list-patch.ts';
import { openAsset } from './editing/open-asset.ts';
import { proposeEdit, publishAsset } from './editing/publish-asset.ts';
import { saveDraft, throwDraftAway } from './editing/save-draft.ts';
import { areaWhere, findAlikeAtDesk, startAsset } from './editing/start-asset.ts';
import { stateOfVersion } from './editing/state-of-revision.ts';
import { takeStep } from './editing/take-step.ts';
import { putBack, undoLast } from './editing/undo-last.ts';
import { areaOf, warnOfEdit } from './editing/warn-of-edit.ts';
import { makeInsight } from './insight/make-insight.ts';
import { listPairs } from './merging/list-pairs.ts';
import { mergeAssets, openPair } from './merging/merge-assets.ts';
import { undoMerge } from './merging/undo-merge.ts';
import { giveOwnLink, showOwnLink, stopOwnLink } from './own-links/give-own-link.ts';
import { changePhoto } from './photos/change-photo.ts';
import { listPhotos } from './photos/list-photos.ts';
import { openPhoto } from './photos/open-photo.ts';
import { savePhoto } from './photos/save-photo.ts';
import { createPhotoSizer, photoFolder } from './photos/size-photo.ts';
import { listPlainWords } from './plain-words/list-plain-words.ts';
import { answerWaiting, finishReview, openProposedEdit, openSuggestion } from './reviewing/answer-waiting.ts';
import { countFromBuilders } from './reviewing/count-from-builders.ts';
import { listPublished, lookOver, putPublishedBack } from './reviewing/list-published.ts';
import { listWaiting } from './reviewing/list-waiting.ts';
import { createRunData } from './run-data.ts';
import { readPlainTimes } from './sessions/read-plain-times.ts';
import { changeSetting, undoChange } from './settings/change-setting.ts';
import { listSettingChanges, listSettings } from './settings/list-settings.ts';
import { previewHalfLife } from './settings/preview-half-life.ts';
import { listShippedWords, tryPhrase } from './settings/try-phrase.ts';
import { londonDate } from './time/london-time.ts';
import { finishItem } from './today/finish-item.ts';
import { listToday } from './today/list-today.ts';
import { readStep, undoStep } from './today/undo-step.ts';
import { listNear } from './walk-about/list-near.ts';
import { takeWithPhoto } from './walk-about/take-with-photo.ts';
import { readEntry, undoEntry } from './walk-about/undo-entry.ts';

/** The use cases offered to the desk's pages. */
export function createDeskData(
  deps: Deps,
  { publicUrl, dataDir, largestImport }: { publicUrl: string; dataDir: string; largestImport: number },
): DeskData {
  const sizer = createPhotoSizer(photoFolder(dataDir));
  return {
    mayDo,
    mayDoSomewhere,
    ...createRunData({ ...deps, dataDir }, { largestImport }),
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
    walkList: (viewer, near) => listNear(deps, viewer, near),
    takeWalked: (viewer, entry, by) => takeWithPhoto({ ...deps, dataDir }, viewer, entry, by),
    walkDone: (viewer, id) => readEntry(deps, viewer, id),
    undoWalked: (viewer, id) => undoEntry(deps, viewer, id),
    coordinatorPage: (viewer, slug) => openCoordinatorPage(deps, viewer, slug),
    saveCoordinatorPage: (viewer, edit) => saveCoordinatorPage(deps, viewer, edit),
    putPageBack: (viewer, back) => putPageBack(deps, viewer, back),
    insight: (viewer, asked) => makeInsight(deps, viewer, asked),
    listPatch: (viewer, query) => listPatch(deps, viewer, query),
    startAsset: (viewer, begun) => startAsset(deps, viewer, begun),
    findAlike: (viewer, begun) => findAlikeAtDesk(deps, viewer, begun),
    openAsset: (viewer, id) => openAsset(deps, viewer, id),
    publishAsset: async (viewer, id, edit) => void (await publishAsset(deps, viewer, id, edit)),
    proposeEdit: (viewer, id, edit) => proposeEdit(deps, viewer, id, edit),
    takeStep: (viewer, id, step) => takeStep(deps, viewer, id, step),
    undoLast: (viewer, id) => undoLast(deps, viewer, id),
    saveDraft: (viewer, id, draft) => saveDraft(deps, viewer, id, draft),
    ownDrafts: (viewer) => listOwnDrafts(deps, viewer),
    throwDraftAway: (viewer, id) => throwDraftAway(deps, viewer, id),
    stateOfVersion: (viewer, id, version) => stateOfVersion(deps, viewer, id, version),
    history: (viewer, id) => listHistory(deps, viewer, id),
    putBack: (viewer, id, revision) => putBack(deps, viewer, id, revision),
    warnOfEdit: (state, areaId) => warnOfEdit(deps, state, areaId),
    areaOf: (state) => areaOf(deps.db, state),
    areaWhere: (begun) => areaWhere(deps, begun),
    findPlaces: (typed) => findPlaces(deps, typed),
    readTimes: (typed) => readPlainTimes(typed, londonDate(deps.clock.now())),
    foretellDates: (sessions) => foretellDates(deps, sessions),
    plainWords: listPlainWords,
    addNote: (viewer, id, text) => addNote(deps, viewer, id, text),
    removeNote: (viewer, id, noteId) => removeNote(deps, viewer, id, noteId),
    watchAsset: (viewer, id, isWatched) => watchAsset(deps, viewer, id, isWatched),
    countFromBuilders: (viewer) => countFromBuilders(deps, viewer),
    listWaiting: (viewer, which) => listWaiting(deps, viewer, which),
    ownLink: (viewer, assetId) => showOwnLink(deps, viewer, assetId),
    giveOwnLink: (viewer, given) => giveOwnLink(deps, viewer, { ...given, publicUrl }),
    stopOwnLink: (viewer, assetId) => stopOwnLink(deps, viewer, assetId),
    listPublished: (viewer) => listPublished(deps, viewer),
    lookOver: (viewer, looked) => lookOver(deps, viewer, looked),
    putPublishedBack: (viewer, looked) => putPublishedBack(deps, viewer, looked),
    answerWaiting: (viewer, answer) => answerWaiting(deps, { viewer, publicUrl }, answer),
    openProposedEdit: (viewer, id) => openProposedEdit(deps, viewer, id),
    openSuggestion: (viewer, which) => openSuggestion(deps, viewer, which),
    finishReview: (viewer, inHand) => finishReview(deps, { viewer, publicUrl }, inHand),
    listPairs: (viewer) => listPairs(deps, viewer),
    openPair: (viewer, ids) => openPair(deps, viewer, ids),
    mergeAssets: (viewer, choice) => mergeAssets(deps, viewer, choice),
    undoMerge: (viewer, mergedId) => undoMerge(deps, viewer, mergedId),
    photos: (viewer, assetId) => listPhotos(deps, viewer, assetId),
    changePhoto: (viewer, press) => changePhoto(deps, viewer, press),
    openPhoto: async (viewer, photo) => pictureOf(photo.photoId, await openPhoto({ ...deps, sizer }, viewer, photo)),
    savePhoto: (viewer, photo) => savePhoto({ ...deps, dataDir }, viewer, photo),
    watchedChanges: (viewer) => listWatchedChanges(deps, viewer),
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
    settings: (viewer, of) => listSettings(deps, viewer, of),
    changeSetting: (viewer, change) => changeSetting(deps, viewer, change),
    undoSetting: (viewer, changeId) => undoChange(deps, viewer, changeId),
    settingChanges: (viewer, of) => listSettingChanges(deps, viewer, of),
    previewHalfLife: (viewer, of) => previewHalfLife(deps, viewer, of),
    tryPhrase: (viewer, words) => tryPhrase(deps, viewer, words),
    shippedWords: (viewer) => listShippedWords(deps, viewer),
    refusedAttempts: (viewer) => listRefusedAttempts(deps, viewer),
    coordinators: () => listCoordinatorNames(deps),
    coversFor: (viewer) => listCoversFor(deps, viewer),
    arrangements: (viewer) => listArrangements(deps, viewer),
    arrangeCover: (viewer, cover) => arrangeCover(deps, viewer, { ...cover, publicUrl }),
    endCover: (viewer, id) => endCover(deps, viewer, { id, publicUrl }),
    handOver: (viewer, handed) => handOver(deps, viewer, handed),
    askedRecuts: (viewer) => listAskedRecuts(deps, viewer),
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

async function* inOne(bytes: Uint8Array) {
  yield bytes;
}

const pictureOf = (id: string, bytes: Uint8Array) => ({ name: `${id}.webp`, chunks: inOne(bytes) });
