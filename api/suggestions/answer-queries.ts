import type { Queryable } from '../db/database.ts';

export interface WaitingSuggestion {
  status: 'waiting' | 'answered';
  reply_email: string | null;
  locale: string;
  slug: string;
  name: string;
  asset_status: string;
}

/** Until the commit nobody else answers it. */
export async function holdSuggestion(tx: Queryable, id: string): Promise<WaitingSuggestion | undefined> {
  const [row] = await tx.query<WaitingSuggestion>(
    'hold-suggestion',
    `select s.status, s.reply_email, s.locale, a.slug, a.name, a.status as asset_status
     from suggestions s join assets a on a.id = s.asset_id where s.id = $1::uuid for update of s`,
    [id],
  );
  return row;
}

/** The address to reply to goes with the answer. */
export const setAnswered = (tx: Queryable, id: string) =>
  tx.query('answer-suggestion', `update suggestions set status = 'answered', reply_email = null where id = $1::uuid`, [id]);

/** As it waited before the answer; gone meanwhile, it stays gone. */
export const setWaiting = (tx: Queryable, id: string, replyEmail: string | null) =>
  tx.query('suggestion-waits-again', `update suggestions set status = 'waiting', reply_email = $2::text where id = $1::uuid`, [
    id,
    replyEmail,
  ]);
