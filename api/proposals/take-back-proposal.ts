import type { Queryable } from '../db/database.ts';
import { unqueueMail } from '../mail/queue-mail.ts';
import { deleteWaitingProposal } from './proposal-queries.ts';

/** It was a slip: gone, with the letter that tells of it where that has not been sent. False: it has been answered. */
export async function takeBackProposal(tx: Queryable, id: string): Promise<boolean> {
  const isGone = await deleteWaitingProposal(tx, id);
  if (isGone) await unqueueMail(tx, id);
  return isGone;
}
