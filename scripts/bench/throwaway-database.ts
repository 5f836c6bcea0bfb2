import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase, type Database, patientPoolSettings } from '../../api/db/database.ts';
import { startEmbeddedServer } from '../../api/db/embedded-server.ts';
import { migrate } from '../../api/db/migrator.ts';

export interface BenchDatabase {
  db: Database;
  pool: pg.Pool;
  url: string;
}

/** An empty, migrated database on a server of its own, gone when the work is done. */
export async function withThrowawayDatabase<Result>(work: (database: BenchDatabase) => Promise<Result>): Promise<Result> {
  const dataDir = mkdtempSync(join(tmpdir(), 'open-door-bench-'));
  // As root, PostgreSQL's unprivileged user must pass through; else the database would be kept elsewhere, and stay there.
  chmodSync(dataDir, 0o755);
  try {
    return await withDatabaseIn(dataDir, work);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The same on one that stays in its folder: what was made there need not be made again. */
export async function withStandingDatabase<Result>(dataDir: string, work: (database: BenchDatabase) => Promise<Result>): Promise<Result> {
  mkdirSync(dataDir, { recursive: true });
  return withDatabaseIn(dataDir, work);
}

async function withDatabaseIn<Result>(dataDir: string, work: (database: BenchDatabase) => Promise<Result>): Promise<Result> {
  const server = await startEmbeddedServer({ dataDir });
  const pool = new pg.Pool(patientPoolSettings(server.url));
  // A resting connection that the stopping server cuts is no failure.
  pool.on('error', () => undefined);
  try {
    await migrate(server.url);
    return await work({ db: createDatabase(pool), pool, url: server.url });
  } finally {
    await pool.end();
    await server.stop();
  }
}

/** A server that is measured turns nobody away, however busy the machine is. */
export const busyGraceMs = 86_400_000;
