import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { insertPrivateRead } from './audit-queries.ts';

/** Notes that somebody read what is not public: `what` kind of thing ("gift-contact"), and whose (an id). Never what it says. */
export async function notePrivateRead(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  viewer: SignedIn,
  { what, subject }: { what: string; subject: string },
): Promise<void> {
  await insertPrivateRead(db, { at: clock.now(), accountId: viewer.accountId, what, subject });
}
