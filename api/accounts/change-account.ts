import type { AccountChange } from '../contract/people.ts';
import type { DeskAction, SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { sendWaitingMail } from '../mail/send-waiting-mail.ts';
import { findPerson } from './list-people.ts';
import { setStatus, setTrusted } from './people-queries.ts';
import { refuse } from './require-right.ts';
import { sendInvitation } from './send-invitation.ts';
import { deleteSessionsOf } from './session-queries.ts';

/** Suspends, brings back, trusts or invites again. Throws not-found for who is nothing to the viewer, not-yours for what is not theirs to do. */
export async function changeAccount(
  deps: Deps,
  viewer: SignedIn,
  { id, change, publicUrl }: { id: string; change: AccountChange; publicUrl: string },
): Promise<void> {
  const person = await findPerson(deps, viewer, id);
  if (!person.changes.includes(change)) throw await refuse(deps, viewer, actions[change], person.areas[0]?.id ?? null);
  const { db, clock } = deps;
  if (change === 'trust' || change === 'untrust') await setTrusted(db, id, change === 'trust');
  // Who has never come has nothing to come back to but the invitation.
  if (change === 'restore') await setStatus(db, id, person.lastSeenOn === null ? 'invited' : 'active');
  if (change === 'suspend')
    await db.transaction(async (tx) => {
      await setStatus(tx, id, 'suspended');
      await deleteSessionsOf(tx, id, null);
    });
  if (change === 'invite-again') {
    await db.transaction((tx) => sendInvitation(tx, { email: person.email, by: viewer.name }, { now: clock.now(), publicUrl }));
    await sendWaitingMail(deps);
  }
}

const actions: Record<AccountChange, DeskAction> = {
  suspend: 'account.suspend',
  restore: 'account.suspend',
  trust: 'builder.trust',
  untrust: 'builder.trust',
  'invite-again': 'account.invite',
};
