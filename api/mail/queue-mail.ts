import type { Queryable } from '../db/database.ts';
import { delayMail, deleteMail, insertMail } from './mail-queries.ts';
import type { Mail } from './mailer.ts';

/** Writes a letter in the transaction that it tells of; it is sent after the commit. `deleteOn` (YYYY-MM-DD): given up then, and forgotten. */
export async function queueMail(
  tx: Queryable,
  { id, to, subject, text }: Mail & { id: string },
  { now, deleteOn }: { now: Date; deleteOn: string },
): Promise<void> {
  await insertMail(tx, { id, to, subject: subject.replace(/\s+/g, ' ').trim(), text, nextTryAt: now, deleteOn });
}

/** A letter that need not go any more; nothing when it has gone. */
export const unqueueMail = async (tx: Queryable, id: string): Promise<void> => {
  await deleteMail(tx, id);
};

/** A letter just written waits until then, so that it can be taken back unread. Answers to whom it goes; null: there is none. */
export const holdBackMail = (tx: Queryable, id: string, until: Date): Promise<string | null> => delayMail(tx, id, until);
