import type { Queryable } from '../db/database.ts';

export interface OutboxLine {
  id: number;
  document_id: string;
}

export async function addOutboxLines(tx: Queryable, put: string[], removed: string[]): Promise<void> {
  await tx.query(
    'outbox-add',
    `insert into outbox (document_id, change) select id, 'put' from unnest($1::text[]) as id union all select id, 'remove' from unnest($2::text[]) as id`,
    [put, removed],
  );
}

export async function listOutboxLines(db: Queryable, limit: number): Promise<OutboxLine[]> {
  return db.query<OutboxLine>('outbox-list', 'select id, document_id from outbox order by id limit $1::int', [limit]);
}

/** What is gone and may still be found elsewhere. */
export async function listLeaving(db: Queryable, limit: number): Promise<string[]> {
  const rows = await db.query<{ document_id: string }>(
    'outbox-list-leaving',
    `select distinct document_id from outbox where change = 'remove' limit $1::int`,
    [limit],
  );
  return rows.map((row) => row.document_id);
}

export async function deleteOutboxLines(db: Queryable, ids: number[]): Promise<void> {
  await db.query('outbox-delete', 'delete from outbox where id = any($1::bigint[])', [ids]);
}

/** Whether this transaction may drain; held until it ends. */
export async function tryDrainLock(tx: Queryable): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    'outbox-try-lock',
    `select pg_try_advisory_xact_lock(hashtext('open-door outbox')) as locked`,
  );
  return row?.locked ?? false;
}
