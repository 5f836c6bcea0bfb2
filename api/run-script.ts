import pg from 'pg';
import { type Config, readConfig } from './config.ts';
import { createDatabase, patientPoolSettings } from './db/database.ts';
import { openDatabaseServer } from './db/database-server.ts';
import { migrate } from './db/migrator.ts';
import { type Deps, type Log, systemClock } from './deps.ts';
import { StartError } from './errors.ts';
import { openDeps } from './open-deps.ts';

export interface ScriptTools {
  config: Config;
  deps: Deps;
  databaseUrl: string;
  /** Prints a line. */
  say(line: string): void;
}

/** What every script of `scripts/` needs around it: settings, a migrated database (the site's own while it runs), a sentence when it fails. */
export async function runScript(env: NodeJS.ProcessEnv, work: (tools: ScriptTools) => Promise<void>): Promise<void> {
  try {
    const config = readConfig(env);
    const server = await openDatabaseServer(config, say, { join: true });
    const pool = new pg.Pool(patientPoolSettings(server.url));
    // A resting connection that the stopping server cuts is no failure of the script.
    pool.on('error', () => undefined);
    try {
      await migrate(server.url, say);
      const deps = openDeps(config, { db: createDatabase(pool), clock: systemClock, log: plainLog });
      await work({ config, deps, databaseUrl: server.url, say });
    } finally {
      await pool.end();
      await server.stop();
    }
  } catch (error) {
    console.error(error instanceof StartError ? error.message : error);
    process.exitCode = 1;
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const plainLog: Log = {
  info: (_details, message) => say(message),
  warn: (details, message) => console.error(message, details),
  error: (details, message) => console.error(message, details),
};
