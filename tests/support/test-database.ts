import pg from 'pg';
import { inject } from 'vitest';
import { createDatabase, type Database, patientPoolSettings, poolSettings } from '../../api/db/database.ts';
import { migrate } from '../../api/db/migrator.ts';
import { inProject } from '../../api/project-root.ts';
import { watchStatementTexts } from './statement-texts.ts';
import { testClock } from './test-clock.ts';

watchStatementTexts();

export type Template = 'empty' | 'sample';

export interface TestDatabase {
  url: string;
  db: Database;
  close(): Promise<void>;
}

/** A database of the caller's own, with the schema; `sample`: and the sample district as of TEST_NOW. Call `close` when done. */
export async function createTestDatabase(template: Template = 'empty'): Promise<TestDatabase> {
  const name = `od_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await onServer(async (client) => {
    await ensureTemplate(client, template);
    await client.query(`create database ${name} template od_template_${template} strategy file_copy`);
  });
  const url = patient(urlOf(name));
  const pool = new pg.Pool(poolSettings(url));
  // `end` resolves before the sockets have closed; dropping the database then cuts them.
  pool.on('error', () => undefined);
  return {
    url,
    db: createDatabase(pool),
    async close() {
      await pool.end();
      await onServer((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

export function urlOf(database: string): string {
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${database}`;
  return url.href;
}

/** How long readers wait is measured by the clock, and the machine may be shared by many: in an address, settings overrule those of the pool. */
export function patient(address: string): string {
  const url = new URL(address);
  url.searchParams.set('options', `${poolSettings(url.href).options} -c statement_timeout=60000 -c lock_timeout=5000`);
  return url.href;
}

/** Runs while no other test process makes or clones a database: a template must have no visitors while it is copied. */
async function onServer(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(1)');
    await work(client);
  } finally {
    await client.end();
  }
}

/** Made at the first asking; under another name until it is whole. */
async function ensureTemplate(client: pg.Client, template: Template): Promise<void> {
  const name = `od_template_${template}`;
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (rowCount !== 0) return;
  await client.query(`drop database if exists ${name}_unfinished with (force)`);
  if (template === 'empty') {
    await client.query(`create database ${name}_unfinished`);
    await migrate(urlOf(`${name}_unfinished`));
  } else {
    await ensureTemplate(client, 'empty');
    await client.query(`create database ${name}_unfinished template od_template_empty strategy file_copy`);
    await fillWithSample(urlOf(`${name}_unfinished`));
  }
  await client.query(`alter database ${name}_unfinished rename to ${name}`);
}

async function fillWithSample(url: string): Promise<void> {
  // Only here: tests of the bare schema need none of the import.
  const { loadSample } = await import('../../api/imports/load-sample.ts');
  const pool = new pg.Pool(patientPoolSettings(url));
  pool.on('error', () => undefined);
  try {
    await loadSample({ db: createDatabase(pool), clock: testClock }, inProject('seed-data'));
    await pool.query('analyze');
  } finally {
    await pool.end();
  }
}
