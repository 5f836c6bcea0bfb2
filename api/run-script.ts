import pg from 'pg';
import { type Config, readConfig } from './config.ts';
import { createDatabase, patientPoolSettings } from './db/database.ts';
import { type DatabaseServer, openDatabaseServer } from './db/database-server.ts';
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

/**
 * What every script of `scripts/` needs around it: settings, a migrated database (the site's own while it runs), a sentence when it fails.
 * Told to stop, it breaks off: work in hand is rolled back, and no server of ours is left running that nobody else works on.
 */
export async function runScript(env: NodeJS.ProcessEnv, work: (tools: ScriptTools) => Promise<void>): Promise<void> {
  const ours = `open-door script ${process.pid}`;
  let opening: Promise<DatabaseServer> | undefined;
  const interruption = onInterruption(() => opening);
  try {
    const config = readConfig(env);
    opening = openDatabaseServer(config, say, { joinAs: ours });
    const server = await opening;
    const url = server.folder === null ? server.url : named(server.url, ours);
    const pool = new pg.Pool(patientPoolSettings(url));
    // A resting connection that the stopping server cuts is no failure of the script.
    pool.on('error', () => undefined);
    try {
      await migrate(url, say);
      const deps = openDeps(config, { db: createDatabase(pool), clock: systemClock, log: plainLog });
      await deps.vocabulary.refresh();
      await work({ config, deps, databaseUrl: url, say });
    } finally {
      await pool.end();
      await server.stop();
    }
  } catch (error) {
    // What is broken off fails in many ways; none of them is news.
    if (interruption.came) return;
    console.error(error instanceof StartError ? error.message : error);
    process.exitCode = 1;
  } finally {
    if (!interruption.came) interruption.unwatch();
  }
}

/** Ends the process, with the code of one that was interrupted, once the server is left in order. Further signals change nothing. */
function onInterruption(opening: () => Promise<DatabaseServer> | undefined): { came: boolean; unwatch(): void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const state = {
    came: false,
    unwatch() {
      for (const signal of signals) process.off(signal, interrupt);
      process.off('uncaughtException', fail);
    },
  };
  function interrupt(): void {
    if (!state.came) console.error('Stopping; what was not finished is taken back.');
    stop(130);
  }
  /** Also when nobody reads any more what we print. */
  function fail(error: Error): void {
    if (!state.came && !('code' in error && error.code === 'EPIPE')) console.error(error);
    stop(1);
  }
  function stop(exitCode: number): void {
    if (state.came) return;
    state.came = true;
    // Also while it is still opening: it must not be left behind.
    const opened = Promise.resolve(opening()).catch(() => undefined);
    const stopped = opened.then((server) => server?.stop()).catch((error: unknown) => console.error(error));
    void stopped.then(() => process.exit(exitCode));
  }
  for (const signal of signals) process.on(signal, interrupt);
  process.on('uncaughtException', fail);
  return state;
}

/** So that our own connections can be told from those of others. */
function named(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('application_name', name);
  return url.href;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const plainLog: Log = {
  info: (_details, message) => say(message),
  warn: (details, message) => console.error(message, details),
  error: (details, message) => console.error(message, details),
};
