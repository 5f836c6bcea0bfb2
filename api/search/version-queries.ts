import type { Queryable } from '../db/database.ts';

const factName = 'search-documents-version';

/** Which version of the document the rows were made by; null when nobody has said. */
export async function readDocumentVersion(db: Queryable): Promise<number | null> {
  const [row] = await db.query<{ version: number }>(
    'search-document-version',
    'select value::int as version from program_facts where name = $1::text',
    [factName],
  );
  return row?.version ?? null;
}

export async function writeDocumentVersion(db: Queryable, version: number): Promise<void> {
  await db.query(
    'search-remember-document-version',
    `insert into program_facts (name, value) values ($1::text, to_jsonb($2::int))
     on conflict (name) do update set value = excluded.value, updated_at = now()`,
    [factName, version],
  );
}

/** Whether this transaction may make documents of an older program anew; held until it ends. */
export async function tryRenewLock(tx: Queryable): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    'search-try-renew-lock',
    `select pg_try_advisory_xact_lock(hashtext('open-door renew documents')) as locked`,
  );
  return row?.locked ?? false;
}
