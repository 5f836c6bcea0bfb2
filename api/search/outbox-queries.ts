import type { Queryable } from '../db/database.ts';

export interface OutboxLine {
  id: number;
  document_id: string;
}

/** `server`: the only one that is to be told; null: all are. */
export async function addOutboxLines(tx: Queryable, put: string[], removed: string[], server: string | null = null): Promise<void> {
  await tx.query(
    'outbox-add',
    `insert into outbox (document_id, change, server)
     select id, 'put', $3::text from unnest($1::text[]) as id union all select id, 'remove', $3::text from unnest($2::text[]) as id`,
    [put, removed, server],
  );
}

/** The only server takes what is for all of them, too. */
export interface Recipient {
  server: string;
  isOnly: boolean;
}

export async function listOutboxLines(db: Queryable, { server, isOnly }: Recipient, limit: number): Promise<OutboxLine[]> {
  return db.query<OutboxLine>(
    'outbox-list',
    'select id, document_id from outbox where server = $1::text or ($2::boolean and server is null) order by id limit $3::int',
    [server, isOnly, limit],
  );
}

/** Gives each server lines of its own for what is to be told to all: one that is away keeps no other waiting. */
export async function shareOutbox(db: Queryable, servers: string[], limit: number): Promise<void> {
  await db.query(
    'outbox-share',
    `with shared as (select id from outbox where server is null order by id limit $2::int for update skip locked),
       first as (update outbox set server = ($1::text[])[1] from shared where outbox.id = shared.id returning document_id, change, created_at)
     insert into outbox (document_id, change, created_at, server)
     select document_id, change, created_at, other from first cross join unnest(($1::text[])[2:]) as other`,
    [servers, limit],
  );
}

/** Of servers that the settings name no more. */
export async function deleteLinesOfOthers(db: Queryable, servers: string[]): Promise<void> {
  await db.query('outbox-delete-others', 'delete from outbox where server is not null and server <> all($1::text[])', [servers]);
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

/** Whether this transaction may bring changes to that server; held until it ends. */
export async function tryDrainLock(tx: Queryable, server: string): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    'outbox-try-lock',
    `select pg_try_advisory_xact_lock(hashtext('open-door outbox ' || $1::text)) as locked`,
    [server],
  );
  return row?.locked ?? false;
}
