import { slugChoices } from '../assets/make-slug.ts';
import type { Invited } from '../contract/people.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { sendWaitingMail } from '../mail/send-waiting-mail.ts';
import { insertAccount } from './account-queries.ts';
import { insertAccountAreas, insertCoordinator } from './people-queries.ts';
import { refuse, requireRight } from './require-right.ts';
import { sendInvitation } from './send-invitation.ts';

/**
 * Makes an account and writes to whom it is for. Stewards invite anyone; who looks after an area invites its builders. Answers its id; null: somebody has that
 * address already.
 */
export async function invite(
  deps: Deps,
  viewer: SignedIn,
  { invited, publicUrl }: { invited: Invited; publicUrl: string },
): Promise<string | null> {
  if (invited.role !== 'builder' && viewer.role !== 'steward') throw await refuse(deps, viewer, 'account.invite', null);
  const areaIds = invited.role === 'builder' ? invited.areaIds : [];
  for (const areaId of areaIds) await requireRight(deps, viewer, 'account.invite', areaId);
  if (invited.role === 'builder' && areaIds.length === 0) await requireRight(deps, viewer, 'account.invite', null);
  const now = deps.clock.now();
  const id = await deps.db
    .transaction(async (tx) => {
      const coordinatorId = invited.role === 'coordinator' ? (invited.coordinatorId ?? (await makeCoordinator(tx, invited, now))) : null;
      const made = await insertAccount(tx, { ...invited, coordinatorId });
      if (!made) throw new AddressTaken();
      await insertAccountAreas(tx, made, areaIds);
      await sendInvitation(tx, { email: invited.email, by: viewer.name }, { now, publicUrl });
      return made;
    })
    .catch((error: unknown) => {
      if (error instanceof AddressTaken) return null;
      throw error;
    });
  if (id) await sendWaitingMail(deps);
  return id;
}

/** Rolls back what was made for them. */
class AddressTaken extends Error {}

/** A page of their own, which they fill later; no area yet. */
async function makeCoordinator(tx: Queryable, { name, email }: Invited, now: Date): Promise<string> {
  for (const slug of slugChoices(name, email, [])) {
    const id = await insertCoordinator(tx, { slug, name, email, now });
    if (id) return id;
  }
  throw new Error('no short name is left for a coordinator');
}
