import type { Queryable } from '../db/database.ts';

export const deleteChallengesBefore = (db: Queryable, moment: Date) =>
  db.query('delete-past-challenges', 'delete from passkey_challenges where expires_at < $1::timestamptz', [moment]);

export interface PasskeyRow {
  id: string;
  account_id: string;
  name: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
  made_at: Date;
  last_used_at: Date | null;
}

const columns = 'id, account_id, name, public_key, counter, transports, made_at, last_used_at';

export const passkeysOfAccount = (db: Queryable, accountId: string) =>
  db.query<PasskeyRow>('passkeys-of-account', `select ${columns} from passkeys where account_id = $1::uuid order by made_at, id`, [
    accountId,
  ]);

export async function passkeyById(db: Queryable, id: string): Promise<PasskeyRow | undefined> {
  const [row] = await db.query<PasskeyRow>('passkey-by-id', `select ${columns} from passkeys where id = $1::text`, [id]);
  return row;
}

export const insertPasskey = (
  db: Queryable,
  row: { id: string; accountId: string; name: string; publicKey: Uint8Array; counter: number; transports: string[]; now: Date },
) =>
  db.query(
    'insert-passkey',
    `insert into passkeys (id, account_id, name, public_key, counter, transports, made_at)
     values ($1::text, $2::uuid, $3::text, $4::bytea, $5::bigint, $6::text[], $7::timestamptz) on conflict (id) do nothing`,
    [row.id, row.accountId, row.name, Buffer.from(row.publicKey), row.counter, row.transports, row.now],
  );

export const touchPasskey = (db: Queryable, id: string, { counter, now }: { counter: number; now: Date }) =>
  db.query('touch-passkey', 'update passkeys set counter = $2::bigint, last_used_at = $3::timestamptz where id = $1::text', [
    id,
    counter,
    now,
  ]);

export const deletePasskey = (db: Queryable, accountId: string, id: string) =>
  db.query('delete-passkey', 'delete from passkeys where id = $2::text and account_id = $1::uuid', [accountId, id]);

export const insertChallenge = (db: Queryable, row: { hash: string; accountId: string | null; expiresAt: Date }) =>
  db.query(
    'insert-challenge',
    'insert into passkey_challenges (challenge_hash, account_id, expires_at) values ($1::text, $2::uuid, $3::timestamptz)',
    [row.hash, row.accountId, row.expiresAt],
  );

/** Uses it up. True: it was asked, of this account or of whoever comes, and not too long ago. */
export async function takeChallenge(db: Queryable, { hash, accountId, now }: { hash: string; accountId: string | null; now: Date }) {
  const taken = await db.query(
    'take-challenge',
    `delete from passkey_challenges
     where challenge_hash = $1::text and account_id is not distinct from $2::uuid and expires_at > $3::timestamptz returning 1`,
    [hash, accountId, now],
  );
  return taken.length === 1;
}
