import type { Queryable } from '../db/database.ts';
import { deleteInvitations, holdAccountByEmail } from './link-queries.ts';
import { longestInvitationMs } from './link-time-rules.ts';
import { makeLink, queueLetter } from './send-link.ts';
import { invitationLetter } from './sign-in-letter.ts';

/** Writes to who may sign in, with a link for a week; an earlier one then opens nothing. Answers the link; null: they may not sign in. */
export async function sendInvitation(
  tx: Queryable,
  { email, by }: { email: string /** Who invites. */; by: string | null },
  { now, publicUrl }: { now: Date; publicUrl: string },
): Promise<string | null> {
  const account = await holdAccountByEmail(tx, email);
  if (!account) return null;
  await deleteInvitations(tx, account.id);
  const link = await makeLink(tx, account, { now, expiresAt: new Date(now.getTime() + longestInvitationMs), asking: null, publicUrl });
  await queueLetter(tx, account.email, { ...invitationLetter(account.locale, { name: account.name, link, by }), now, days: 7 });
  return link;
}
