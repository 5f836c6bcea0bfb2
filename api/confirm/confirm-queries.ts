import type { ConfirmAnswer } from '../contract/confirm.ts';
import type { Queryable } from '../db/database.ts';
import type { Undo } from './act-for-group.ts';

export interface RequestRow {
  id: string;
  asset_id: string;
  expires_at: Date;
  answered_at: Date | null;
  answer: ConfirmAnswer | null;
  undo: Undo | null;
}

const columns = 'id, asset_id, expires_at, answered_at, answer, undo';

export async function requestByToken(db: Queryable, tokenHash: Buffer): Promise<RequestRow | undefined> {
  const [row] = await db.query<RequestRow>('confirm-request', `select ${columns} from confirm_requests where token_hash = $1::bytea`, [
    tokenHash,
  ]);
  return row;
}

/** Until the commit, so that a button pressed twice is one answer. */
export async function holdRequest(tx: Queryable, tokenHash: Buffer): Promise<RequestRow | undefined> {
  const [row] = await tx.query<RequestRow>(
    'hold-confirm-request',
    `select ${columns} from confirm_requests where token_hash = $1::bytea for update`,
    [tokenHash],
  );
  return row;
}

export const setAnswer = (tx: Queryable, id: string, { answer, at, undo }: { answer: ConfirmAnswer; at: Date; undo: Undo }) =>
  tx.query(
    'set-confirm-answer',
    'update confirm_requests set answer = $2::text, answered_at = $3::timestamptz, undo = $4::jsonb where id = $1::uuid',
    [id, answer, at, JSON.stringify(undo)],
  );

export const clearAnswer = (tx: Queryable, id: string) =>
  tx.query('clear-confirm-answer', 'update confirm_requests set answer = null, answered_at = null, undo = null where id = $1::uuid', [id]);

/** What can no longer be taken back, and what nobody can answer any more: it stays a year for the figures. An address that took no letters may be tried again after two. */
export async function forgetPastRequests(db: Queryable, { answeredBefore, now }: { answeredBefore: Date; now: Date }): Promise<void> {
  await db.query(
    'forget-confirm-undo',
    'update confirm_requests set undo = null where undo is not null and answered_at < $1::timestamptz',
    [answeredBefore],
  );
  await db.query('forget-confirm-requests', `delete from confirm_requests where expires_at < $1::timestamptz - interval '1 year'`, [now]);
  await db.query('forget-old-bounces', `delete from bounced_contacts where bounced_at < $1::timestamptz - interval '2 years'`, [now]);
}

/** Of a letter of ours. False: it is none. */
export async function insertBounce(tx: Queryable, { letter, at, code }: { letter: string; at: Date; code: string }): Promise<boolean> {
  const rows = await tx.query(
    'insert-bounce',
    `with hashes as (select distinct contact_hash from confirm_requests where letter_id = $1::uuid), noted as (
       insert into bounced_contacts (contact_hash, bounced_at, code)
       select contact_hash, $2::timestamptz, $3::text from hashes on conflict do nothing
     )
     select from hashes`,
    [letter, at, code],
  );
  return rows.length > 0;
}
