import type { Queryable } from '../db/database.ts';
import { insertMail } from './mail-queries.ts';
import type { Mail } from './mailer.ts';

/** Writes a letter in the transaction that it tells of; it is sent after the commit. `deleteOn` (YYYY-MM-DD): given up then, and forgotten. */
export async function queueMail(
  tx: Queryable,
  { id, to, subject, text }: Mail & { id: string },
  { now, deleteOn }: { now: Date; deleteOn: string },
): Promise<void> {
  await insertMail(tx, { id, to, subject: subject.replace(/\s+/g, ' ').trim(), text, nextTryAt: now, deleteOn });
}
