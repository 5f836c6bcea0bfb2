import type { Queryable } from '../db/database.ts';
import { unqueueMail } from '../mail/queue-mail.ts';
import { deleteSuggestion } from './suggestion-queries.ts';

/** It was a slip: gone, with the letter that tells of it where that has not been sent. */
export async function takeBackSuggestion(tx: Queryable, id: string): Promise<void> {
  await deleteSuggestion(tx, id);
  await unqueueMail(tx, id);
}
