import type { ConnectionKind } from '../../api/contract/connection.ts';
import type { Insight } from '../../api/contract/insight.ts';
import type { Occurrence } from '../../api/contract/session.ts';
import type { UncheckedList } from '../../api/contract/unchecked.ts';
import type { DeskAction, SignedIn } from '../../api/contract/viewer.ts';

/** The use cases of the desk. Each takes who is signed in first, and rejects with `not-yours` where the right is missing. */
export interface DeskData {
  /** For what a page offers; `areaId` null: what lies in no area. The use cases check it again. */
  mayDo(viewer: SignedIn, action: DeskAction, areaId: string | null): boolean;
  /** Whether there is any area where they may. */
  mayDoSomewhere(viewer: SignedIn, action: DeskAction): boolean;
  /** A coordinator's open doors of the coming week, soonest first; nobody else has any. */
  openDoors(viewer: SignedIn): Promise<Occurrence[]>;
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
  signOut(viewer: SignedIn, sessionId: string): Promise<void>;
}
