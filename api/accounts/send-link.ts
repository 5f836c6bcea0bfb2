import { randomUUID } from 'node:crypto';
import type { AccountLocale } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { sendWaitingMail } from '../mail/send-waiting-mail.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import { countLinksSince, holdAccountByEmail, insertLink } from './link-queries.ts';
import { longestAskingMs, mostLettersAnHour } from './link-time-rules.ts';
import { hashOf, newToken } from './secret-token.ts';
import { signInLetter } from './sign-in-letter.ts';

export interface AskedForLink {
  email: string;
  /** The mark of the browser that asked. */
  asking: string;
  /** Where on the desk they were going. */
  onward: string | null;
}

/** Sends a way in to an account, if there is one of that address; five in an hour at most, whoever asks. */
export async function sendLink(deps: Deps, { email, asking, onward }: AskedForLink, publicUrl: string): Promise<void> {
  const now = deps.clock.now();
  const isQueued = await deps.db.transaction(async (tx) => {
    const account = await holdAccountByEmail(tx, email);
    if (!account) return false;
    if ((await countLinksSince(tx, account.id, new Date(now.getTime() - 3_600_000))) >= mostLettersAnHour) return false;
    const link = await makeLink(tx, account, { now, expiresAt: new Date(now.getTime() + longestAskingMs), asking, publicUrl });
    const whole = onward ? `${link}?${new URLSearchParams([['then', onward]])}` : link;
    await queueLetter(tx, account.email, { ...signInLetter(account.locale, { name: account.name, link: whole }), now });
    return true;
  });
  // At once: somebody is waiting for it.
  if (isQueued) await sendWaitingMail(deps);
}

interface LinkParts {
  now: Date;
  expiresAt: Date;
  /** Null: it opens in any browser. */
  asking: string | null;
  publicUrl: string;
}

/** Makes a link that works once; answers its address. */
export async function makeLink(
  tx: Queryable,
  { id, locale }: { id: string; locale: AccountLocale },
  { now, expiresAt, asking, publicUrl }: LinkParts,
): Promise<string> {
  const token = newToken();
  await insertLink(tx, { tokenHash: hashOf(token), accountId: id, browserHash: asking && hashOf(asking), now, expiresAt });
  return `${publicUrl}${locale === 'en' ? '' : `/${locale}`}/sign-in/${token}`;
}

/** Given up once its link is over. */
export const queueLetter = (
  tx: Queryable,
  to: string,
  { subject, text, now, days = 1 }: { subject: string; text: string; now: Date; days?: number },
) => queueMail(tx, { id: randomUUID(), to, subject, text }, { now, deleteOn: addDays(londonDate(now), days) });
