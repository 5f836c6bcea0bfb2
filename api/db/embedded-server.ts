import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { claimDataFolder, type DataFolderClaim, DataFolderTaken, unusableFolder } from '../data-folder.ts';
import { StartError } from '../errors.ts';
import { prepareHome, type ServerHome } from './embedded-server-home.ts';
import { halt, lastLine, launch, makeCluster, pause, type RunningServer, readRunning, serverUser } from './embedded-server-process.ts';
import { leaveEmbeddedServer } from './leave-embedded-server.ts';

export interface EmbeddedServerOptions {
  dataDir: string;
  /** Told what takes long. */
  log?: (line: string) => void;
  /** Extra PostgreSQL settings. */
  settings?: Record<string, string>;
  /**
   * The application name under which a script connects. When another Open Door has the data folder it uses that one's server instead of
   * refusing, and its `stop` leaves alone a server that others are at work on.
   */
  joinAs?: string | undefined;
}

export interface EmbeddedServer {
  url: string;
  /** Where its files are: in the data folder, or where PostgreSQL's user can reach them. */
  folder: string;
  /** May be called again. */
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL from npm, on a free port of this machine, kept in the data folder. One that outlived its killed parent is adopted.
 * Throws a `StartError` when it cannot run, or when another live process has the folder.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { dataDir, log = () => undefined, settings = {}, joinAs } = options;
  // While a script leaves, connections under another name are those of others, and they may be listed a moment longer than they last.
  const name = joinAs ?? 'open-door';
  const claimed = joinAs === undefined ? claimDataFolder(dataDir) : await claimOrJoin(dataDir, joinAs);
  if ('url' in claimed) return claimed;
  const claim = claimed;
  try {
    const home = prepareHome(dataDir, log);
    if (!existsSync(home.cluster)) {
      log('Database: setting up PostgreSQL for the first time…');
      await makeCluster(home, randomBytes(24).toString('base64url'));
    }
    checkVersion(home);
    const running = (await adopt(home, log, name)) ?? (await start(home, settings, name));
    const url = urlOf(home, running);
    await makeDatabase(url, name);
    return serverWith(home, url, async () => {
      if (joinAs !== undefined) return leaveEmbeddedServer({ dataDir, cluster: home.cluster, url, claim, ours: joinAs });
      await halt(home.cluster, running.pid);
      claim.release();
    });
  } catch (error) {
    claim.release();
    const code = error instanceof Error && 'code' in error ? error.code : null;
    throw code === 'EACCES' || code === 'EPERM' || code === 'ENOSPC' ? unusableFolder(dataDir, error) : error;
  }
}

function serverWith({ folder }: ServerHome, url: string, leave: () => Promise<void>): EmbeddedServer {
  let stopping: Promise<void> | undefined;
  return {
    url,
    folder,
    stop() {
      stopping ??= leave();
      return stopping;
    },
  };
}

/** Who has the data folder may still be starting its server, or be about to leave. */
async function claimOrJoin(dataDir: string, joinAs: string): Promise<DataFolderClaim | EmbeddedServer> {
  for (const deadline = Date.now() + 30_000; ; await pause(100)) {
    try {
      return claimDataFolder(dataDir);
    } catch (error) {
      if (!(error instanceof DataFolderTaken)) throw error;
      const joined = await tryToJoin(dataDir, joinAs);
      if (joined !== null) return joined;
      if (Date.now() > deadline) throw error;
    }
  }
}

async function tryToJoin(dataDir: string, joinAs: string): Promise<EmbeddedServer | null> {
  const home = prepareHome(dataDir, () => undefined);
  const running = existsSync(home.passwordFile) ? readRunning(home.cluster) : null;
  if (running === null) return null;
  const url = urlOf(home, running);
  // Stays connected, for the others to see that somebody still works here.
  const presence = await connect(url, joinAs);
  if (presence === null) return null;
  return serverWith(home, url, async () => {
    await presence.end();
    await leaveEmbeddedServer({ dataDir, cluster: home.cluster, url, claim: null, ours: joinAs });
  });
}

/** Null: none is there to adopt. One that runs but never answers is ended. */
async function adopt(home: ServerHome, log: (line: string) => void, name: string): Promise<RunningServer | null> {
  const left = readRunning(home.cluster);
  for (const deadline = Date.now() + 30_000; left !== null && Date.now() < deadline; await pause(100)) {
    const running = readRunning(home.cluster);
    if (running === null || running.pid !== left.pid) break;
    if (await answers(urlOf(home, running, 'postgres'), name)) {
      log('Database: found still running after Open Door was killed; carrying on with it');
      return running;
    }
  }
  if (left !== null && readRunning(home.cluster)?.pid === left.pid) await halt(home.cluster, left.pid);
  // Stale, or PostgreSQL would have removed it.
  rmSync(join(home.cluster, 'postmaster.pid'), { force: true });
  return null;
}

/** Tries again when the port was taken meanwhile, or when processes of a killed server are still ending. */
async function start(home: ServerHome, settings: Record<string, string>, name: string): Promise<RunningServer> {
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const launched = await launch(home, settings);
    while (launched !== null && readRunning(home.cluster)?.pid === launched.pid) {
      if (await answers(urlOf(home, launched, 'postgres'), name)) return launched;
      await pause(30);
    }
    await pause(300);
  }
  throw new StartError(
    `The embedded PostgreSQL did not start: ${lastLine(readFileSync(home.logFile, 'utf8'))}; its log is ${home.logFile}.`,
  );
}

function checkVersion(home: ServerHome): void {
  const made = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim();
  const ours = home.binaries.version.split('.')[0];
  if (made !== ours) {
    throw new StartError(
      `The database in ${home.folder} was made by PostgreSQL ${made}, and this is ${ours}; please set DATA_DIR to another folder, or go back.`,
    );
  }
}

async function makeDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url.replace(/\/open_door$/, '/postgres'), application_name: name });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'open_door'");
    if (rowCount === 0) await client.query('create database open_door');
  } finally {
    await client.end();
  }
}

async function answers(url: string, name: string): Promise<boolean> {
  const client = await connect(url, name);
  await client?.end().catch(() => undefined);
  return client !== null;
}

async function connect(url: string, name: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url, application_name: name, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
}

function urlOf(home: ServerHome, { port }: RunningServer, database = 'open_door'): string {
  return `postgres://${serverUser}:${readFileSync(home.passwordFile, 'utf8').trim()}@127.0.0.1:${port}/${database}`;
}
