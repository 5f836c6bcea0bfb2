import type { AccountRole } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';

export const insertReadyAccounts = (db: Queryable, rows: { email: string; name: string; role: AccountRole; trusted: boolean }[]) =>
  db.query(
    'insert-ready-accounts',
    `insert into accounts (email, name, role, trusted, status, ready)
     select email, name, role, trusted, 'active', true
     from jsonb_to_recordset($1::jsonb) as row (email text, name text, role text, trusted boolean)
     on conflict (email) do nothing`,
    [JSON.stringify(rows)],
  );

/** The sample's coordinators have addresses of their own, which nobody can write to. */
export const insertReadyCoordinators = (db: Queryable) =>
  db.query(
    'insert-ready-coordinators',
    `insert into accounts (email, name, role, coordinator_id, status, ready)
     select lower(email), name, 'coordinator', id, 'active', true from coordinators where active and email like '%@example.org'
     on conflict (email) do nothing`,
  );

export const insertReadyAreas = (db: Queryable, rows: { email: string; area: string }[]) =>
  db.query(
    'insert-ready-areas',
    `insert into account_areas (account_id, area_id)
     select x.id, a.id from jsonb_to_recordset($1::jsonb) as row (email text, area text)
     join accounts x on x.email = row.email and x.ready join areas a on a.slug = row.area
     on conflict do nothing`,
    [JSON.stringify(rows)],
  );

export const readyAccountRows = (db: Queryable) =>
  db.query<{ email: string; role: AccountRole }>(
    'ready-accounts',
    `select email, role from accounts where ready order by role = 'steward' desc, role = 'coordinator' desc, trusted, created_at, email`,
  );

export const deleteReadyAccounts = (db: Queryable) => db.query('delete-ready-accounts', 'delete from accounts where ready');
