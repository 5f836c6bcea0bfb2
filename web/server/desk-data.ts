import type { Occurrence } from '../../api/contract/session.ts';
import type { DeskAction, SignedIn } from '../../api/contract/viewer.ts';

/** The use cases of the desk. Each takes who is signed in first, and rejects with `not-yours` where the right is missing. */
export interface DeskData {
  /** For what a page offers; `areaId` null: what lies in no area. The use cases check it again. */
  mayDo(viewer: SignedIn, action: DeskAction, areaId: string | null): boolean;
  /** Whether there is any area where they may. */
  mayDoSomewhere(viewer: SignedIn, action: DeskAction): boolean;
  /** A coordinator's open doors of the coming week, soonest first; nobody else has any. */
  openDoors(viewer: SignedIn): Promise<Occurrence[]>;
  signOut(viewer: SignedIn, sessionId: string): Promise<void>;
}
