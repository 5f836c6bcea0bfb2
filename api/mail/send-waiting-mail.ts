import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { deleteMail, deletePastMail, holdNextMail, postponeMail } from './mail-queries.ts';
import { refusalCode } from './refusal-code.ts';

type MailDeps = Pick<Deps, 'db' | 'clock' | 'mailer' | 'log'>;

/** Notes that a letter's address takes no mail, in the transaction that gives the letter up. False: the letter is nothing to it, and is tried again. */
export type NoteRefusal = (tx: Queryable, refusal: { letter: string; code: string }) => Promise<boolean>;

const firstWaitMs = 60_000;
const longestWaitMs = 6 * 3_600_000;

/**
 * Sends the letters whose turn it is, one after the other, in any number of processes. A letter goes from the table once it was taken; one
 * that was not is tried again later, each time after twice as long, unless its address is refused for good and `noteRefusal` knows whose it
 * is. Answers how many were sent.
 */
export async function sendWaitingMail(
  deps: MailDeps,
  isStopped: () => boolean = () => false,
  noteRefusal: NoteRefusal = async () => false,
): Promise<number> {
  const past = await deletePastMail(deps.db, londonDate(deps.clock.now()));
  if (past > 0) deps.log.warn({ letters: past }, 'letters could not be sent for as long as they may be kept; they are gone');
  let sent = 0;
  for (let next = await sendNext(deps, noteRefusal); next !== 'none'; next = await sendNext(deps, noteRefusal)) {
    if (next === 'sent') sent += 1;
    if (isStopped()) break;
  }
  return sent;
}

/** Sent twice when we are stopped between the mail server's yes and the commit: the letter's id, the same each time, tells mail programs. */
function sendNext({ db, clock, mailer, log }: MailDeps, noteRefusal: NoteRefusal): Promise<'sent' | 'later' | 'given-up' | 'none'> {
  return db.transaction(async (tx) => {
    const letter = await holdNextMail(tx, clock.now());
    if (!letter) return 'none';
    try {
      const { id, to_address: to, subject, text, delete_on: deleteOn } = letter;
      await mailer.send({ id, to, subject, text, deleteOn });
    } catch (error) {
      const refusal = refusalCode(error);
      if (refusal && (await noteRefusal(tx, { letter: letter.id, code: refusal }))) {
        await deleteMail(tx, letter.id);
        log.warn({ letter: letter.id, code: refusal }, 'a letter was refused for good; its address gets no more');
        return 'given-up';
      }
      const waitMs = Math.min(firstWaitMs * 2 ** letter.attempts, longestWaitMs);
      await postponeMail(tx, letter.id, new Date(clock.now().getTime() + waitMs));
      // Not the error itself: it may repeat addresses.
      log.warn({ letter: letter.id, attempts: letter.attempts + 1, code: codeOf(error) }, 'a letter could not be sent; trying again later');
      return 'later';
    }
    await deleteMail(tx, letter.id);
    return 'sent';
  });
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : 'unknown');
