import type { AccountLocale, AccountRole, ViewerArea } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';

export interface SessionRow {
  id: string;
  made_at: Date;
  last_seen_at: Date;
  account_id: string;
  name: string;
  role: AccountRole;
  trusted: boolean;
  locale: AccountLocale;
  coordinator_id: string | null;
}

/** Only of an account that is active. */
export async function sessionByToken(db: Queryable, tokenHash: string, now: Date): Promise<SessionRow | undefined> {
  const [row] = await db.query<SessionRow>(
    'session-by-token',
    `select s.id, s.made_at, s.last_seen_at, a.id as account_id, a.name, a.role, a.trusted, a.locale, a.coordinator_id
     from account_sessions s join accounts a on a.id = s.account_id
     where s.token_hash = $1::text and s.expires_at > $2::timestamptz and a.status = 'active'`,
    [tokenHash, now],
  );
  return row;
}

/** A coordinator's of today, a builder's own; who leads an area that they cover too, leads it. */
export const areasOfAccount = (
  db: Queryable,
  { accountId, coordinatorId, today }: { accountId: string; coordinatorId: string | null; today: string },
) =>
  db.query<ViewerArea>(
    'areas-of-account',
    `select id, slug, name, name_cy, how from (
       select distinct on (a.id) a.id, a.slug, a.name, a.name_cy, mine.how
       from (
         select area_id, role as how from area_coordinators
         where coordinator_id = $2::uuid and starts_on <= $3::date and (ends_on is null or ends_on >= $3::date)
         union all
         select b.area_id, 'builder' from account_areas b join accounts x on x.id = b.account_id
         where b.account_id = $1::uuid and x.role = 'builder'
       ) mine join areas a on a.id = mine.area_id
       order by a.id, mine.how desc
     ) each_once order by how desc, name`,
    [accountId, coordinatorId, today],
  );

export async function insertSession(
  tx: Queryable,
  row: { tokenHash: string; accountId: string; now: Date; expiresAt: Date; browser: string | null; system: string | null },
): Promise<void> {
  await tx.query(
    'insert-session',
    `insert into account_sessions (token_hash, account_id, made_at, last_seen_at, expires_at, browser, system)
     values ($1::text, $2::uuid, $3::timestamptz, $3::timestamptz, $4::timestamptz, $5::text, $6::text)`,
    [row.tokenHash, row.accountId, row.now, row.expiresAt, row.browser, row.system],
  );
}

export const touchSession = (db: Queryable, id: string, { now, expiresAt }: { now: Date; expiresAt: Date }) =>
  db.query(
    'touch-session',
    'update account_sessions set last_seen_at = $2::timestamptz, expires_at = $3::timestamptz where id = $1::uuid',
    [id, now, expiresAt],
  );

/** `today`: YYYY-MM-DD. */
export const touchAccount = (db: Queryable, id: string, today: string) =>
  db.query('touch-account', 'update accounts set last_seen_on = $2::date where id = $1::uuid and last_seen_on is distinct from $2::date', [
    id,
    today,
  ]);

export const deleteSession = (db: Queryable, accountId: string, sessionId: string) =>
  db.query('delete-session', 'delete from account_sessions where id = $2::uuid and account_id = $1::uuid', [accountId, sessionId]);

/** All, but perhaps one. */
export const deleteSessionsOf = (db: Queryable, accountId: string, butSessionId: string | null) =>
  db.query('delete-sessions-of-account', 'delete from account_sessions where account_id = $1::uuid and id is distinct from $2::uuid', [
    accountId,
    butSessionId,
  ]);

export const deleteSessionsBefore = (db: Queryable, now: Date) =>
  db.query('delete-past-sessions', 'delete from account_sessions where expires_at <= $1::timestamptz', [now]);

export const sessionsOfAccount = (db: Queryable, accountId: string, now: Date) =>
  db.query<{ id: string; browser: string | null; system: string | null; last_seen_at: Date }>(
    'sessions-of-account',
    `select id, browser, system, last_seen_at from account_sessions
     where account_id = $1::uuid and expires_at > $2::timestamptz order by last_seen_at desc, id`,
    [accountId, now],
  );
