import type { Queryable } from '../db/database.ts';
import { gone, notFound } from '../errors.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { type Answered, answerLetter } from '../suggestions/answer-letter.ts';
import { idOf } from '../suggestions/suggestion-id.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import { answerProposal, holdProposal, type ProposalRow } from './proposal-queries.ts';

/** How long a letter that cannot be sent is tried. */
const triedDays = 14;

/** Held for whoever answers it. Throws not-found, or gone when somebody else has answered it. */
export async function holdWaiting(tx: Queryable, id: string): Promise<ProposalRow> {
  const row = await holdProposal(tx, id);
  if (!row) throw notFound('This is not here any more. What nobody answers goes after 90 days.');
  if (row.status !== 'waiting') throw gone('Somebody else has answered this already.');
  return row;
}

export interface Closing {
  answered: Exclude<Answered, 'changed' | 'kept'>;
  /** First name of who answers. */
  from: string;
  reason: string;
  page: string | null;
  made: { assetId?: string; signpostId?: string };
}

/** Answers a proposal, tells whoever left an address, and forgets that address. */
export async function closeProposal(
  tx: Queryable,
  now: Date,
  row: ProposalRow,
  { answered, from, reason, page, made }: Closing,
): Promise<void> {
  await answerProposal(tx, row.id, {
    status: answered === 'declined' ? 'declined' : 'accepted',
    assetId: made.assetId ?? null,
    signpostId: made.signpostId ?? null,
  });
  if (row.reply_email === null) return;
  const letter = answerLetter({ answered, name: row.fields.name, from, reason, page, locale: row.locale });
  const deleteOn = addDays(londonDate(now), triedDays);
  await queueMail(tx, { id: idOf(['answer', row.id]), to: row.reply_email, ...letter }, { now, deleteOn });
}
