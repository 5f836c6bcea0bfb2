import type { By } from '../assets/save-asset.ts';
import type { Deps } from '../deps.ts';
import { gone, notFound } from '../errors.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import { answerLetter } from './answer-letter.ts';
import { holdSuggestion, setAnswered } from './answer-queries.ts';
import { idOf } from './suggestion-id.ts';

export interface Answering {
  by: By;
  /** Whether the page was changed, or stays as it is. */
  answered: 'changed' | 'kept';
  /** A word to whoever told us. */
  words?: string;
  publicUrl: string;
}

const triedDays = 14;

/** Answers a suggestion of a change, or that something has closed; tells whoever left an address, and forgets it. Throws not-found and gone. */
export async function answerSuggestion(
  deps: Pick<Deps, 'db' | 'clock'>,
  id: string,
  { by, answered, words = '', publicUrl }: Answering,
): Promise<void> {
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const row = await holdSuggestion(tx, id);
    if (!row) throw notFound('This is not here any more. What nobody answers goes after 90 days.');
    if (row.status !== 'waiting') throw gone('Somebody else has answered this already.');
    await setAnswered(tx, id);
    if (row.reply_email === null) return;
    const page = row.asset_status === 'published' ? `${publicUrl}${row.locale === 'cy' ? '/cy' : ''}/around/${row.slug}` : null;
    const letter = answerLetter({ answered, name: row.name, from: by.name, reason: words, page, locale: row.locale });
    const deleteOn = addDays(londonDate(now), triedDays);
    await queueMail(tx, { id: idOf(['answer', id]), to: row.reply_email, ...letter }, { now, deleteOn });
  });
}
