import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase, patientPoolSettings } from '../api/db/database.ts';
import { startEmbeddedServer } from '../api/db/embedded-server.ts';
import { migrate } from '../api/db/migrator.ts';
import { schemaText } from '../api/db/schema-text.ts';
import { inProject } from '../api/project-root.ts';

// Writes api/db/schema.sql; with --check only says whether it is what the migrations make. On a PostgreSQL of its own: the data folder is not touched.
const file = inProject('api', 'db', 'schema.sql');
const text = await fromMigrations();
if (!process.argv.includes('--check')) {
  writeFileSync(file, text);
  process.stdout.write('api/db/schema.sql is written.\n');
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error('api/db/schema.sql is not what the migrations make; please run "npm run schema:dump" and commit it.');
  process.exitCode = 1;
} else {
  process.stdout.write('api/db/schema.sql is what the migrations make.\n');
}

async function fromMigrations(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'open-door-schema-'));
  // As root, PostgreSQL's unprivileged user must pass through.
  chmodSync(dataDir, 0o755);
  const server = await startEmbeddedServer({ dataDir, settings: { fsync: 'off' } });
  const pool = new pg.Pool(patientPoolSettings(server.url));
  // `end` resolves before the sockets have closed; the stopping server then cuts them.
  pool.on('error', () => undefined);
  try {
    await migrate(server.url);
    return await schemaText(createDatabase(pool));
  } finally {
    await pool.end();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
