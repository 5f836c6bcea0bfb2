import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { StartError } from '../errors.ts';
import { inProject } from '../project-root.ts';

/** Any fixed number: whoever holds this lock may change the schema. */
const schemaLock = 7_302_026;

interface Migration {
  name: string;
  sql: string;
  sha256: string;
}

/**
 * Brings the database up to date: forward only, each file in its own transaction, one process at a time while others wait.
 * Throws a `StartError` when an applied file was changed or is unknown here; a file that fails leaves what came before it.
 */
export async function migrate(
  databaseUrl: string,
  log: (line: string) => void = () => undefined,
  folder = inProject('api', 'db', 'migrations'),
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'open-door migrator', connectionTimeoutMillis: 10_000 });
  // A lost connection also fails the statement in hand, which tells of it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [schemaLock]);
    await client.query(
      'create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    for (const migration of await pending(client, readMigrations(folder))) {
      await apply(client, migration);
      log(`Database: ${migration.name} applied`);
    }
  } finally {
    await client.end();
  }
}

function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((name) => {
      // Git may hand out other line ends on another system; the file is still the same.
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

async function pending(client: pg.Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations order by name');
  for (const applied of rows) {
    const known = migrations.find((migration) => migration.name === applied.name);
    if (known === undefined) {
      throw new StartError(`This database was made by a newer Open Door (it has ${applied.name}); please run that version or a newer one.`);
    }
    if (known.sha256 !== applied.sha256) {
      throw new StartError(
        `The migration ${applied.name} was changed after this database had applied it; please restore the file and put the change into a new migration.`,
      );
    }
  }
  const done = new Set(rows.map((row) => row.name));
  return migrations.filter((migration) => !done.has(migration.name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(migration.sql);
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [migration.name, migration.sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The migration ${migration.name} could not be applied (${reason}); nothing of it was kept.`, { cause: error });
  }
}
