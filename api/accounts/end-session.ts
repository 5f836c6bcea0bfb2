import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { deleteSession } from './session-queries.ts';

/** Ends one of their own sessions, wherever it is. */
export async function endSession({ db }: Pick<Deps, 'db'>, viewer: SignedIn, sessionId: string): Promise<void> {
  await deleteSession(db, viewer.accountId, sessionId);
}
