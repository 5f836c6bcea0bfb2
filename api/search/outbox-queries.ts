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

/** Null: everybody's, as an only server takes them. */
export async function listOutboxLines(db: Queryable, server: string | null, limit: number): Promise<OutboxLine[]> {
  return server === null
    ? db.query<OutboxLine>('outbox-list', 'select id, document_id from outbox order by id limit $1::int', [limit])
    : db.query<OutboxLine>('outbox-list-own', 'select id, document_id from outbox where server = $1::text order by id limit $2::int', [
        server,
        limit,
      ]);
}

/** Servers whose oldest line waits for longer than that. */
export async function listBehind(db: Queryable, seconds: number): Promise<string[]> {
  const rows = await db.query<{ server: string }>(
    'outbox-list-behind',
    `select server from outbox where server is not null group by server having min(created_at) < now() - make_interval(secs => $1::int)`,
    [seconds],
  );
  return rows.map((row) => row.server);
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
  await db.query('outbox-delete-others', 'delete from outbox where server <> all($1::text[])', [servers]);
}

/**
 * What is gone and may still be found elsewhere; of too much the latest. Of several servers one that has not been told for minutes is not
 * asked, and what is public again is not gone.
 */
export async function listLeaving(db: Queryable, limit: number): Promise<string[]> {
  const rows = await db.query<{ document_id: string }>(
    'outbox-list-leaving',
    `select document_id from outbox
     where change = 'remove' and (server is null or created_at > now() - interval '5 minutes')
       and not exists (select from asset_search s where s.id = outbox.document_id)
     group by document_id order by max(id) desc limit $1::int`,
    [limit],
  );
  return rows.map((row) => row.document_id);
}

export async function deleteOutboxLines(db: Queryable, ids: number[]): Promise<void> {
  await db.query('outbox-delete', 'delete from outbox where id = any($1::bigint[])', [ids]);
}

/** Whether this transaction may bring changes to that server, null: to the only one; held until it ends. */
export async function tryDrainLock(tx: Queryable, server: string | null): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    'outbox-try-lock',
    `select pg_try_advisory_xact_lock(hashtext(concat('open-door outbox', $1::text))) as locked`,
    [server],
  );
  return row?.locked ?? false;
}
