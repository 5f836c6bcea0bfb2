import type { Deps } from '../deps.ts';
import { insertAccount } from './account-queries.ts';
import { sendInvitation } from './send-invitation.ts';

/**
 * Makes a steward from the machine itself, where nobody can invite yet, and sends the first way in; again if there is one of that
 * address. Answers the link; null: their account is suspended.
 */
export async function inviteSteward(
  deps: Deps,
  { email, name }: { email: string; name: string },
  publicUrl: string,
): Promise<string | null> {
  return deps.db.transaction(async (tx) => {
    await insertAccount(tx, { email, name, role: 'steward', coordinatorId: null, locale: 'en' });
    return sendInvitation(tx, { email, by: null }, { now: deps.clock.now(), publicUrl });
  });
}
