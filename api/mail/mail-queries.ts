import type { Queryable } from '../db/database.ts';

export interface WaitingMail {
  id: string;
  to_address: string;
  subject: string;
  text: string;
  attempts: number;
  /** YYYY-MM-DD. */
  delete_on: string;
}

/** The same letter is not written twice. */
export const insertMail = (
  tx: Queryable,
  row: { id: string; to: string; subject: string; text: string; nextTryAt: Date /** YYYY-MM-DD. */; deleteOn: string },
) =>
  tx.query(
    'insert-mail',
    `insert into mail_outbox (id, to_address, subject, text, next_try_at, delete_on)
     values ($1::uuid, $2::text, $3::text, $4::text, $5::timestamptz, $6::date) on conflict (id) do nothing`,
    [row.id, row.to, row.subject, row.text, row.nextTryAt, row.deleteOn],
  );

/** The letter whose turn it is, held until the commit; other processes take other ones. */
export async function holdNextMail(tx: Queryable, now: Date): Promise<WaitingMail | undefined> {
  const [row] = await tx.query<WaitingMail>(
    'hold-next-mail',
    `select id, to_address, subject, text, attempts, delete_on::text from mail_outbox
     where next_try_at <= $1::timestamptz order by next_try_at limit 1 for update skip locked`,
    [now],
  );
  return row;
}

export const deleteMail = (tx: Queryable, id: string) => tx.query('delete-mail', 'delete from mail_outbox where id = $1::uuid', [id]);

export const postponeMail = (tx: Queryable, id: string, nextTryAt: Date) =>
  tx.query('postpone-mail', 'update mail_outbox set attempts = attempts + 1, next_try_at = $2::timestamptz where id = $1::uuid', [
    id,
    nextTryAt,
  ]);

/** Answers to whom it goes; null: there is no such letter. */
export async function delayMail(tx: Queryable, id: string, until: Date): Promise<string | null> {
  const [row] = await tx.query<{ to_address: string }>(
    'delay-mail',
    'update mail_outbox set next_try_at = $2::timestamptz where id = $1::uuid returning to_address',
    [id, until],
  );
  return row?.to_address ?? null;
}

/** `today` is YYYY-MM-DD. */
export async function deletePastMail(db: Queryable, today: string): Promise<number> {
  const gone = await db.query<{ id: string }>('delete-past-mail', 'delete from mail_outbox where delete_on <= $1::date returning id', [
    today,
  ]);
  return gone.length;
}
