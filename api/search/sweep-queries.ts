import type { Queryable } from '../db/database.ts';
import type { VersionRow } from './embedded/version-queries.ts';

/** Whether this transaction may compare that server's index with the directory; held until it ends. */
export async function trySweepLock(tx: Queryable, server: string | null): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    'sweep-try-lock',
    `select pg_try_advisory_xact_lock(hashtext(concat('open-door sweep', $1::text))) as locked`,
    [server],
  );
  return row?.locked ?? false;
}

/** What that server is about to be told; null, of an only one: all that waits. */
const linesFor = (server: string) => `(select * from outbox where server is null or ${server}::text is null or server = ${server}::text)`;

/** Which of these the directory knows in another version, and no line of the outbox is about to tell; '' is what is not held at all. */
export async function listUntold(db: Queryable, server: string | null, held: VersionRow[]): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'sweep-list-untold',
    `select s.id from unnest($1::text[], $2::text[]) as held (id, version) join asset_search s on s.id = held.id
     where s.version <> held.version and not exists (select from ${linesFor('$3')} o where o.document_id = s.id)`,
    [held.map(({ id }) => id), held.map(({ version }) => version), server],
  );
  return rows.map((row) => row.id);
}

/** Which of these the directory does not have, and no line of the outbox is about to take out. */
export async function listUnknown(db: Queryable, server: string | null, ids: string[]): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'sweep-list-unknown',
    `select held.id from unnest($1::text[]) as held (id)
     where not exists (select from asset_search s where s.id = held.id) and not exists (select from ${linesFor('$2')} o where o.document_id = held.id)`,
    [ids, server],
  );
  return rows.map((row) => row.id);
}

/** How many documents there should be over there once what waits has been told. */
export async function countDirectory(db: Queryable, server: string | null): Promise<{ documents: number; leaving: number }> {
  const [row] = await db.query<{ documents: number; leaving: number }>(
    'sweep-count',
    `select (select count(*)::int from asset_search) as documents,
       (select count(distinct document_id)::int from ${linesFor('$1')} o where change = 'remove') as leaving`,
    [server],
  );
  return row ?? { documents: 0, leaving: 0 };
}

/** What was found wrong with the index and mended, since the directory was begun. */
export type Mended = Record<'missing' | 'stale' | 'extra' | 'settings' | 'index', number>;

const factName = 'search-mended';

export async function noteMended(db: Queryable, found: Partial<Mended>): Promise<void> {
  await db.query(
    'sweep-note-mended',
    `insert into program_facts (name, value) values ($1::text, $2::jsonb)
     on conflict (name) do update set updated_at = now(), value = program_facts.value || (
       select jsonb_object_agg(key, added::int + coalesce((program_facts.value ->> key)::int, 0)) from jsonb_each_text($2::jsonb) as found (key, added))`,
    [factName, JSON.stringify(found)],
  );
}

export async function noteSwept(db: Queryable, server: string): Promise<void> {
  await db.query(
    'sweep-note-swept',
    `insert into program_facts (name, value) values ('search-swept ' || $1::text, 'true'::jsonb)
     on conflict (name) do update set updated_at = clock_timestamp()`,
    [server],
  );
}
