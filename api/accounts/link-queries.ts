import type { AccountLocale } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';

export interface AskingAccount {
  id: string;
  email: string;
  name: string;
  locale: AccountLocale;
}

/** Held until the commit, so that letters are counted one after the other. Whoever was invited may ask as well: the letter proves whose address it is. */
export async function holdAccountByEmail(tx: Queryable, email: string): Promise<AskingAccount | undefined> {
  const [row] = await tx.query<AskingAccount>(
    'hold-account-by-email',
    `select id, email, name, locale from accounts where email = lower($1::text) and status in ('invited', 'active') for update`,
    [email],
  );
  return row;
}

/** Of those that were asked for; invitations have no browser. */
export async function countLinksSince(tx: Queryable, accountId: string, since: Date): Promise<number> {
  const rows = await tx.query(
    'links-since',
    'select 1 from sign_in_links where account_id = $1::uuid and browser_hash is not null and made_at > $2::timestamptz',
    [accountId, since],
  );
  return rows.length;
}

export const insertLink = (
  tx: Queryable,
  row: { tokenHash: string; accountId: string; browserHash: string | null; now: Date; expiresAt: Date },
) =>
  tx.query(
    'insert-link',
    `insert into sign_in_links (token_hash, account_id, browser_hash, made_at, expires_at)
     values ($1::text, $2::uuid, $3::text, $4::timestamptz, $5::timestamptz)`,
    [row.tokenHash, row.accountId, row.browserHash, row.now, row.expiresAt],
  );

/** Invitations that were sent before: the newest alone counts. */
export const deleteInvitations = (tx: Queryable, accountId: string) =>
  tx.query('delete-invitations', 'delete from sign_in_links where account_id = $1::uuid and browser_hash is null', [accountId]);

export interface LinkRow {
  email: string;
  browser_hash: string | null;
  is_good: boolean;
}

export async function linkByToken(db: Queryable, tokenHash: string, now: Date): Promise<LinkRow | undefined> {
  const [row] = await db.query<LinkRow>(
    'link-by-token',
    `select a.email, l.browser_hash, l.used_at is null and l.expires_at > $2::timestamptz and a.status <> 'suspended' as is_good
     from sign_in_links l join accounts a on a.id = l.account_id where l.token_hash = $1::text`,
    [tokenHash, now],
  );
  return row;
}

/** Uses a link up, once. Answers whose it was. */
export async function takeLink(tx: Queryable, { tokenHash, browserHash, now }: { tokenHash: string; browserHash: string; now: Date }) {
  const [row] = await tx.query<{ account_id: string }>(
    'take-link',
    `update sign_in_links set used_at = $3::timestamptz
     where token_hash = $1::text and used_at is null and expires_at > $3::timestamptz
       and (browser_hash is null or browser_hash = $2::text)
     returning account_id`,
    [tokenHash, browserHash, now],
  );
  return row?.account_id;
}

/** Answers the language of an account that may sign in; undefined: it may not. Whoever was invited has come. */
export async function activateAccount(tx: Queryable, accountId: string): Promise<AccountLocale | undefined> {
  const [row] = await tx.query<{ locale: AccountLocale }>(
    'activate-account',
    `update accounts set status = 'active' where id = $1::uuid and status in ('invited', 'active') returning locale`,
    [accountId],
  );
  return row?.locale;
}

export const deleteLinksBefore = (db: Queryable, moment: Date) =>
  db.query('delete-past-links', 'delete from sign_in_links where expires_at < $1::timestamptz', [moment]);
