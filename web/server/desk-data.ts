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
import type { DeskAreas, DrawnArea, EditFault, Outline, Recut, RecutDecided, RecutDecision, RecutEdit } from '../../api/contract/recut.ts';
import type { Occurrence } from '../../api/contract/session.ts';
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
