import type { AssetState } from '../../api/contract/asset-state.ts';
import type { ConnectionKind } from '../../api/contract/connection.ts';
import type { CoordinatorPage, OpenedCoordinatorPage } from '../../api/contract/coordinator-page.ts';
import type {
  AlikeAtDesk,
  AssetHistory,
  AssetWarning,
  ComingDate,
  NewAsset,
  OpenedAsset,
  OwnDraft,
  PatchPage,
  PatchQuery,
  PlaceChoice,
  PlainWord,
  ReadTimes,
  WatchedChange,
} from '../../api/contract/desk-asset.ts';
import type { DeskPair, MergeChoice, OpenedPair } from '../../api/contract/desk-pairs.ts';
import type { DeskPhotos, PhotoAct, PhotoFault } from '../../api/contract/desk-photo.ts';
import type { PublishedList, ReviewAnswer, WaitingList } from '../../api/contract/desk-review.ts';
import type { Insight } from '../../api/contract/insight.ts';
import type { OwnLinkDesk } from '../../api/contract/own-link.ts';
import type {
  AccountChange,
  Arrangement,
  Cover,
  HandOver,
  Invited,
  NamedArea,
  OwnAccount,
  Person,
  RefusedAttempt,
} from '../../api/contract/people.ts';
import type {
  DeskAreas,
  DrawnArea,
  EditFault,
  Outline,
  Recut,
  RecutDecided,
  RecutDecision,
  RecutEdit,
  RecutInList,
} from '../../api/contract/recut.ts';
import type { Occurrence } from '../../api/contract/session.ts';
import type { SessionState } from '../../api/contract/session-state.ts';
import type {
  HalfLifePreview,
  SettingChange,
  SettingItem,
  SettingName,
  SettingSaved,
  ShippedPhrases,
  ShippedSynonyms,
  TriedPhrase,
} from '../../api/contract/settings.ts';
import type { TodayAct, TodayAfter, TodayList, TodayStep } from '../../api/contract/today.ts';
import type { UncheckedList } from '../../api/contract/unchecked.ts';
import type { AccountLocale, DeskAction, SignedIn } from '../../api/contract/viewer.ts';
import type { WalkDone, WalkEntry, WalkList, WalkOutcome } from '../../api/contract/walk-about.ts';
import type { DeskFile, RunData } from './run-data.ts';

/** Of `assetId`, an id or slug; the words say what it shows. */
export interface PhotoSent {
  assetId: string;
  bytes: Uint8Array;
  alt: string;
  alt_cy?: string | null;
  ofDoor?: boolean;
}

export interface PhotoPressed {
  assetId: string;
  photoId: string;
  act: PhotoAct;
  alt?: string;
  alt_cy?: string | null;
}

/** The use cases of the desk. Each takes who is signed in first, and rejects with `not-yours` where the right is missing. */
export interface DeskData extends RunData {
  /** For what a page offers; `areaId` null: what lies in no area. The use cases check it again. */
  mayDo(viewer: SignedIn, action: DeskAction, areaId: string | null): boolean;
  /** Whether there is any area where they may. */
  mayDoSomewhere(viewer: SignedIn, action: DeskAction): boolean;
  /** Every area in which they may, by name. */
  areasFor(viewer: SignedIn, action: DeskAction): Promise<NamedArea[]>;
  /** A coordinator's open doors of the coming week, soonest first; nobody else has any. */
  openDoors(viewer: SignedIn): Promise<Occurrence[]>;
  /** What needs them in their patch, what does most harm first. */
  today(viewer: SignedIn, after: TodayAfter | null): Promise<TodayList>;
  /** Finishes an item where it stands; answers the step. Rejects with `bad-request` for a place that we do not know. */
  finishToday(viewer: SignedIn, finishing: { key: string; act: TodayAct; words: string }): Promise<string>;
  /** One's own step; null: it is past. */
  stepToday(viewer: SignedIn, id: string): Promise<TodayStep | null>;
  /** False: it is too late, or was taken back already. */
  undoToday(viewer: SignedIn, id: string): Promise<boolean>;
  /** What wants a check where they may log one, what does most harm first. */
  unchecked(viewer: SignedIn): Promise<UncheckedList>;
  /** "I saw it, still right." Answers the check's number, for taking it back within ten minutes. */
  checkAsset(viewer: SignedIn, assetId: string): Promise<number>;
  /** False: it is too late, or was taken back already. */
  takeBackCheck(viewer: SignedIn, check: { assetId: string; check: number }): Promise<boolean>;
  /** Answers the check that it counted as, if any. */
  connect(viewer: SignedIn, connection: { assetId: string; what: ConnectionKind }): Promise<number | null>;
  disconnect(viewer: SignedIn, connection: { assetId: string; what: ConnectionKind; check: number | null }): Promise<boolean>;
  /** What of their patch is near a place as typed, or as a phone told it; else what was checked longest ago. Nothing hidden is among it. */
  walkList(viewer: SignedIn, near: string): Promise<WalkList>;
  /** Once, however often it is sent. */
  takeWalked(viewer: SignedIn, entry: WalkEntry, by: { locale: string; photo: Uint8Array | null }): Promise<WalkOutcome>;
  /** One's own entry; null: it is past. */
  walkDone(viewer: SignedIn, id: string): Promise<WalkDone | null>;
  /** False: it is too late, or was taken back already. */
  undoWalked(viewer: SignedIn, id: string): Promise<boolean>;
  /** What residents see of a coordinator; `slug` null: one's own. */
  coordinatorPage(viewer: SignedIn, slug: string | null): Promise<OpenedCoordinatorPage>;
  /** Published at once. Rejects with `edited-meanwhile`. */
  saveCoordinatorPage(viewer: SignedIn, edit: { slug: string | null; page: CoordinatorPage; version: string }): Promise<void>;
  putPageBack(viewer: SignedIn, back: { slug: string | null; revisionId: number }): Promise<void>;
  /** A patch in figures; `month` YYYY-MM, `area` a slug. */
  insight(viewer: SignedIn, asked: { month: string | null; area: string | null }): Promise<Insight>;
  /** What lies in their areas, by name. */
  listPatch(viewer: SignedIn, query: PatchQuery): Promise<PatchPage>;
  /** Begins a draft that nobody sees; answers its id. */
  startAsset(viewer: SignedIn, begun: NewAsset): Promise<string>;
  /** What is here already and may be the same. */
  findAlike(viewer: SignedIn, begun: NewAsset): Promise<AlikeAtDesk[]>;
  /** An asset with all that may be written of it; reading what is private is noted. */
  openAsset(viewer: SignedIn, id: string): Promise<OpenedAsset>;
  /** Rejects with `edited-meanwhile` when somebody else saved it since that version. */
  publishAsset(viewer: SignedIn, id: string, edit: { state: AssetState; version: number }): Promise<void>;
  /** For a coordinator to look at. */
  proposeEdit(viewer: SignedIn, id: string, edit: { state: AssetState; version: number }): Promise<void>;
  takeStep(viewer: SignedIn, id: string, step: 'pause' | 'retire' | 'show'): Promise<void>;
  /** Their own last step, for half an hour. */
  undoLast(viewer: SignedIn, id: string): Promise<void>;
  saveDraft(viewer: SignedIn, id: string, draft: { boxes: Record<string, string>; ofVersion: number }): Promise<void>;
  /** What the viewer began and did not finish, the latest first. */
  ownDrafts(viewer: SignedIn): Promise<OwnDraft[]>;
  throwDraftAway(viewer: SignedIn, id: string): Promise<void>;
  /** What it was at a version; null where that was not kept. */
  stateOfVersion(viewer: SignedIn, id: string, version: number): Promise<AssetState | null>;
  history(viewer: SignedIn, id: string): Promise<AssetHistory>;
  putBack(viewer: SignedIn, id: string, revision: number): Promise<void>;
  /** `areaId`: where it has been until now. */
  warnOfEdit(state: AssetState, areaId: string | null): Promise<AssetWarning[]>;
  /** Whose area it will be. */
  areaOf(state: AssetState): Promise<string | null>;
  /** The same of what is only being begun. */
  areaWhere(begun: NewAsset): Promise<string | null>;
  findPlaces(typed: string): Promise<PlaceChoice[]>;
  readTimes(typed: string): ReadTimes;
  foretellDates(sessions: SessionState[]): Promise<ComingDate[]>;
  plainWords(): PlainWord[];
  addNote(viewer: SignedIn, id: string, text: string): Promise<void>;
  removeNote(viewer: SignedIn, id: string, noteId: string): Promise<void>;
  watchAsset(viewer: SignedIn, id: string, isWatched: boolean): Promise<void>;
  /** What waits for their answer; `junk`: the heap of what is probably junk in the place of what is new. */
  /** How many changes and photos of builders and groups are to be answered in review. */
  countFromBuilders(viewer: SignedIn): Promise<number>;
  listWaiting(viewer: SignedIn, which: { junk: boolean }): Promise<WaitingList>;
  /** A group's own link to its asset, and whether there can be one. */
  ownLink(viewer: SignedIn, assetId: string): Promise<OwnLinkDesk>;
  /** Makes one; answers it for showing once, or null when it was sent to the group. */
  giveOwnLink(viewer: SignedIn, given: { assetId: string; send: boolean }): Promise<string | null>;
  stopOwnLink(viewer: SignedIn, assetId: string): Promise<void>;
  /** What builders and groups published by themselves and nobody has looked at. */
  listPublished(viewer: SignedIn): Promise<PublishedList>;
  /** "All well", up to that revision. */
  lookOver(viewer: SignedIn, looked: { assetId: string; revisionId: number }): Promise<void>;
  /** The same, and makes it what it was at `before`. */
  putPublishedBack(viewer: SignedIn, looked: { assetId: string; revisionId: number; before: number }): Promise<void>;
  /** Answers where to go on to: an asset's editor, with what waits in hand; or the step, as from Today; null: nowhere in particular. */
  answerWaiting(
    viewer: SignedIn,
    answer: ReviewAnswer,
  ): Promise<{ assetId: string; proposed?: string; suggestion?: string } | { step: string } | null>;
  openProposedEdit(viewer: SignedIn, id: string): Promise<{ asset_id: string; of_version: number; state: AssetState; by: string | null }>;
  openSuggestion(viewer: SignedIn, which: { id: string; assetId: string }): Promise<string | null>;
  /** What was in hand while an asset was edited is answered with its publication. */
  finishReview(viewer: SignedIn, inHand: { proposed: string | null; suggestion: string | null }): Promise<void>;
  /** Pairs that may be one, likest first. */
  listPairs(viewer: SignedIn): Promise<DeskPair[]>;
  openPair(viewer: SignedIn, ids: [string, string]): Promise<OpenedPair>;
  /** Answers the id of the one that stays. */
  mergeAssets(viewer: SignedIn, choice: MergeChoice): Promise<string>;
  /** Answers the id of the one that stayed. */
  undoMerge(viewer: SignedIn, mergedId: string): Promise<string>;
  /** What is shown, what waits and what was taken away just now, with what this viewer may do about each. */
  photos(viewer: SignedIn, assetId: string): Promise<DeskPhotos>;
  /** Answers what is wrong with the words, or null. */
  changePhoto(viewer: SignedIn, press: PhotoPressed): Promise<PhotoFault | null>;
  openPhoto(viewer: SignedIn, photo: { assetId: string; photoId: string }): Promise<DeskFile>;
  /** Adds a photo, given as a file of the form's; `waits`: a coordinator looks at it first. What is wrong is said by `photos.wrong.*`. */
  savePhoto(viewer: SignedIn, photo: PhotoSent): Promise<{ id: string; waits: boolean } | { wrong: PhotoFault }>;
  /** What others changed of late of what they watch. */
  watchedChanges(viewer: SignedIn): Promise<WatchedChange[]>;
  /** Ends one of their own sessions. */
  signOut(viewer: SignedIn, sessionId: string): Promise<void>;
  /** Every one but this. */
  signOutElsewhere(viewer: SignedIn, sessionId: string): Promise<void>;
  ownAccount(viewer: SignedIn, sessionId: string): Promise<OwnAccount>;
  nameOwnAccount(viewer: SignedIn, as: { name: string; locale: AccountLocale }): Promise<void>;
  /** What a browser is asked, to make a passkey. */
  offerPasskey(viewer: SignedIn): Promise<object>;
  /** `answer`: the browser's, as JSON. False: it is none to a question of ours. */
  addPasskey(viewer: SignedIn, made: { answer: string; name: string }): Promise<boolean>;
  removePasskey(viewer: SignedIn, id: string): Promise<void>;
  /** Those whom they look after. */
  people(viewer: SignedIn): Promise<Person[]>;
  person(viewer: SignedIn, id: string): Promise<Person>;
  /** Null: somebody has that address already. */
  invite(viewer: SignedIn, invited: Invited): Promise<string | null>;
  changeAccount(viewer: SignedIn, id: string, change: AccountChange): Promise<void>;
  /** What stewards set: all of one sort, or the one. */
  settings(viewer: SignedIn, of: { setting: SettingName; subject?: string }): Promise<SettingItem[]>;
  /** Adds (`subject` null), changes, or takes away (`values` null). */
  changeSetting(viewer: SignedIn, change: { setting: SettingName; subject: string | null; values: object | null }): Promise<SettingSaved>;
  /** Takes back the last change of something. */
  undoSetting(viewer: SignedIn, changeId: number): Promise<SettingSaved>;
  settingChanges(viewer: SignedIn, of: { setting?: SettingName; subject?: string }): Promise<SettingChange[]>;
  previewHalfLife(viewer: SignedIn, of: { kind: string; days: number }): Promise<HalfLifePreview>;
  /** What words now mean and find. */
  tryPhrase(viewer: SignedIn, words: string): Promise<TriedPhrase>;
  shippedWords(viewer: SignedIn): Promise<{ phrases: ShippedPhrases[]; synonyms: ShippedSynonyms[] }>;
  refusedAttempts(viewer: SignedIn): Promise<RefusedAttempt[]>;
  /** Whoever can look after an area. */
  coordinators(viewer: SignedIn): Promise<{ id: string; name: string; hasAccount: boolean }[]>;
  /** Where the viewer stands in, and who does where they lead. */
  coversFor(viewer: SignedIn): Promise<Arrangement[]>;
  arrangements(viewer: SignedIn): Promise<Arrangement[]>;
  arrangeCover(viewer: SignedIn, cover: Cover): Promise<void>;
  endCover(viewer: SignedIn, id: string): Promise<void>;
  /** Answers how many areas. */
  handOver(viewer: SignedIn, handed: HandOver): Promise<number>;
  /** Changes of boundaries that wait for a steward. */
  askedRecuts(viewer: SignedIn): Promise<RecutInList[]>;
  areas(viewer: SignedIn): Promise<DeskAreas>;
  /** Where the viewer may draw its boundary. */
  drawnArea(viewer: SignedIn, slug: string): Promise<DrawnArea>;
  /** For the map. `slug`: the one that is being drawn. */
  areaOutlines(viewer: SignedIn, slug: string | null): Promise<Outline[]>;
  /** Works out what an edit comes to; nothing changes. Answers its id, or what is wrong. */
  draftRecut(viewer: SignedIn, edit: RecutEdit): Promise<string | EditFault>;
  recut(viewer: SignedIn, id: string): Promise<Recut>;
  recutOutlines(viewer: SignedIn, id: string): Promise<Outline[]>;
  decideRecut(viewer: SignedIn, decision: RecutDecision): Promise<RecutDecided>;
  undoRecut(viewer: SignedIn, id: string): Promise<void>;
  /** Draws how it was before; null: boundaries have changed again since. */
  drawRecutBack(viewer: SignedIn, id: string): Promise<string | null>;
}
