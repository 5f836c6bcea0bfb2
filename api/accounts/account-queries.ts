import type { AccountLocale, AccountRole } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';

export interface NewAccount {
  email: string;
  name: string;
  role: AccountRole;
  coordinatorId: string | null;
  locale: AccountLocale;
}

/** Answers its id; undefined: there is one of that address. */
export async function insertAccount(tx: Queryable, row: NewAccount): Promise<string | undefined> {
  const [made] = await tx.query<{ id: string }>(
    'insert-account',
    `insert into accounts (email, name, role, coordinator_id, locale)
     values (lower($1::text), $2::text, $3::text, $4::uuid, $5::text) on conflict (email) do nothing returning id`,
    [row.email, row.name, row.role, row.coordinatorId, row.locale],
  );
  return made?.id;
}

export async function ownAccount(db: Queryable, accountId: string) {
  const [row] = await db.query<{ email: string; name: string; locale: AccountLocale }>(
    'own-account',
    'select email, name, locale from accounts where id = $1::uuid',
    [accountId],
  );
  return row;
}

export const updateOwnAccount = (db: Queryable, accountId: string, { name, locale }: { name: string; locale: AccountLocale }) =>
  db.query('update-own-account', 'update accounts set name = $2::text, locale = $3::text where id = $1::uuid', [accountId, name, locale]);
