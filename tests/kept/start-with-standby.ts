import { chownSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase, patientPoolSettings } from '../../api/db/database.ts';
import { startEmbeddedServer } from '../../api/db/embedded-server.ts';
import { prepareHome, type ServerHome } from '../../api/db/embedded-server-home.ts';
import { halt, launch, pause } from '../../api/db/embedded-server-process.ts';
import { migrate } from '../../api/db/migrator.ts';
import { loadSample } from '../../api/imports/load-sample.ts';
import { inProject } from '../../api/project-root.ts';
import { newDataFolder } from '../support/new-data-folder.ts';
import { testClock } from '../support/test-clock.ts';
import { patient } from '../support/test-database.ts';

export interface WithStandby {
  primaryUrl: string;
  standbyUrl: string;
  /** Resolves when the standby has replayed all that the primary has written. */
  caughtUp(): Promise<void>;
  stopStandby(): Promise<void>;
  stop(): Promise<void>;
}

/** A PostgreSQL with the sample, and a second server that follows it: a base backup taken by hand, since the package brings no pg_basebackup. */
export async function startWithStandby(): Promise<WithStandby> {
  const [dataDir, otherDir] = [newDataFolder('primary'), newDataFolder('standby')];
  const server = await startEmbeddedServer({ dataDir });
  await migrate(server.url);
  const pool = new pg.Pool(patientPoolSettings(server.url));
  pool.on('error', () => undefined);
  await loadSample({ db: createDatabase(pool), clock: testClock }, inProject('seed-data'));
  await pool.query('analyze');

  const home = prepareHome(otherDir, () => undefined);
  await copyCluster(
    pool,
    prepareHome(dataDir, () => undefined),
    home,
  );
  const { hostname, port, username, password } = new URL(server.url);
  const running = await launch(home, { primary_conninfo: `host=${hostname} port=${port} user=${username} password=${password}` });
  if (running === null) throw new Error(`the standby did not start; its log is ${home.logFile}`);
  const standbyUrl = patient(server.url.replace(`:${port}/`, `:${running.port}/`));
  await answers(standbyUrl);
  return {
    primaryUrl: patient(server.url),
    standbyUrl,
    async caughtUp() {
      const { rows } = await pool.query<{ lsn: string }>('select pg_current_wal_flush_lsn()::text as lsn');
      const standby = new pg.Client({ connectionString: standbyUrl });
      await standby.connect();
      const isThere = async () => (await standby.query('select pg_last_wal_replay_lsn() >= $1::pg_lsn as there', [rows[0]?.lsn])).rows[0];
      while (!(await isThere())?.there) await pause(20);
      await standby.end();
    },
    stopStandby: () => halt(home.cluster, running.pid),
    async stop() {
      await pool.end();
      await halt(home.cluster, running.pid);
      await server.stop();
      for (const folder of [dataDir, otherDir, home.folder]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function copyCluster(pool: pg.Pool, from: ServerHome, to: ServerHome): Promise<void> {
  const client = await pool.connect();
  await client.query("select pg_backup_start('for the test', true)");
  cpSync(from.cluster, to.cluster, { recursive: true, filter: (path) => !/postmaster\.(pid|opts)$/.test(path) });
  const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
  client.release();
  writeFileSync(join(to.cluster, 'backup_label'), rows[0]?.labelfile ?? '');
  writeFileSync(join(to.cluster, 'standby.signal'), '');
  if (to.account === null) return;
  for (const path of ['', ...readdirSync(to.cluster, { recursive: true, encoding: 'utf8' })])
    chownSync(join(to.cluster, path), to.account.uid, to.account.gid);
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.end();
    } catch {
      await pause(50);
    }
  }
}
