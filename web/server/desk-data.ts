import type { ConnectionKind } from '../../api/contract/connection.ts';
import type { Insight } from '../../api/contract/insight.ts';
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
import type { Occurrence } from '../../api/contract/session.ts';
import type { TodayAct, TodayAfter, TodayList, TodayStep } from '../../api/contract/today.ts';
import type { UncheckedList } from '../../api/contract/unchecked.ts';
import type { AccountLocale, DeskAction, SignedIn } from '../../api/contract/viewer.ts';

/** The use cases of the desk. Each takes who is signed in first, and rejects with `not-yours` where the right is missing. */
export interface DeskData {
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
  /** A patch in figures; `month` YYYY-MM, `area` a slug. */
  insight(viewer: SignedIn, asked: { month: string | null; area: string | null }): Promise<Insight>;
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
  refusedAttempts(viewer: SignedIn): Promise<RefusedAttempt[]>;
  /** Whoever can look after an area. */
  coordinators(viewer: SignedIn): Promise<{ id: string; name: string; hasAccount: boolean }[]>;
  arrangements(viewer: SignedIn): Promise<Arrangement[]>;
  arrangeCover(viewer: SignedIn, cover: Cover): Promise<void>;
  endCover(viewer: SignedIn, id: string): Promise<void>;
  /** Answers how many areas. */
  handOver(viewer: SignedIn, handed: HandOver): Promise<number>;
}
