import type { Queryable } from '../db/database.ts';
import { holdBackMail, unqueueMail } from '../mail/queue-mail.ts';
import { setWaiting } from './answer-queries.ts';
import { idOf } from './suggestion-id.ts';

const letterOf = (id: string) => idOf(['answer', id]);

/** The letter that tells of an answer goes no sooner than this, so that the answer can be taken back. */
export const holdBackAnswer = (tx: Queryable, id: string, until: Date): Promise<string | null> => holdBackMail(tx, letterOf(id), until);

/** Takes the letter that tells of an answer back; answers to whom it would have gone. */
export async function takeBackAnswerLetter(tx: Queryable, id: string, now: Date): Promise<string | null> {
  const address = await holdBackAnswer(tx, id, now);
  await unqueueMail(tx, letterOf(id));
  return address;
}

/** It waits as before the answer, with the address that its letter would have gone to. */
export async function reopenSuggestion(tx: Queryable, id: string, now: Date): Promise<void> {
  await setWaiting(tx, id, await takeBackAnswerLetter(tx, id, now));
}
