import type { AssetState } from '../../api/contract/asset-state.ts';
import type {
  AssetHistory,
  AssetWarning,
  ComingDate,
  OpenedAsset,
  PatchPage,
  PatchQuery,
  PlaceChoice,
  PlainWord,
  ReadTimes,
  WatchedChange,
} from '../../api/contract/desk-asset.ts';
import type { Occurrence } from '../../api/contract/session.ts';
import type { SessionState } from '../../api/contract/session-state.ts';
import type { DeskAction, SignedIn } from '../../api/contract/viewer.ts';

/** The use cases of the desk. Each takes who is signed in first, and rejects with `not-yours` where the right is missing. */
export interface DeskData {
  /** For what a page offers; `areaId` null: what lies in no area. The use cases check it again. */
  mayDo(viewer: SignedIn, action: DeskAction, areaId: string | null): boolean;
  /** Whether there is any area where they may. */
  mayDoSomewhere(viewer: SignedIn, action: DeskAction): boolean;
  /** A coordinator's open doors of the coming week, soonest first; nobody else has any. */
  openDoors(viewer: SignedIn): Promise<Occurrence[]>;
  /** What lies in their areas, by name. */
  listPatch(viewer: SignedIn, query: PatchQuery): Promise<PatchPage>;
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
  throwDraftAway(viewer: SignedIn, id: string): Promise<void>;
  /** What it was at a version; null where that was not kept. */
  stateOfVersion(viewer: SignedIn, id: string, version: number): Promise<AssetState | null>;
  history(viewer: SignedIn, id: string): Promise<AssetHistory>;
  putBack(viewer: SignedIn, id: string, revision: number): Promise<void>;
  /** `areaId`: where it has been until now. */
  warnOfEdit(state: AssetState, areaId: string | null): Promise<AssetWarning[]>;
  /** Whose area it will be. */
  areaOf(state: AssetState): Promise<string | null>;
  findPlaces(typed: string): Promise<PlaceChoice[]>;
  readTimes(typed: string): ReadTimes;
  foretellDates(sessions: SessionState[]): Promise<ComingDate[]>;
  plainWords(): PlainWord[];
  addNote(viewer: SignedIn, id: string, text: string): Promise<void>;
  removeNote(viewer: SignedIn, id: string, noteId: string): Promise<void>;
  watchAsset(viewer: SignedIn, id: string, isWatched: boolean): Promise<void>;
  /** What others changed of late of what they watch. */
  watchedChanges(viewer: SignedIn): Promise<WatchedChange[]>;
  signOut(viewer: SignedIn, sessionId: string): Promise<void>;
}
