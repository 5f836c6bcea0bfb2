import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbeddedServer } from '../../api/db/embedded-server.ts';
import { birthOf, isRunning } from '../../api/running-process.ts';
import { newDataFolder } from '../support/new-data-folder.ts';

let dataDir: string;
let servers: EmbeddedServer[];
const others: ChildProcess[] = [];

beforeEach(() => {
  dataDir = newDataFolder('embedded');
  servers = [];
});

afterEach(async () => {
  for (const server of servers) await server.stop();
  for (const other of others.splice(0)) other.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(log: (line: string) => void = () => undefined, joinAs?: string): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({ dataDir, log, joinAs, settings: { fsync: 'off', log_connections: 'on' } });
  servers.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const pidFile = () => join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
const serverPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
/** What a process that was killed outright leaves: its lock, and a server that nobody stops. */
const abandon = (server: EmbeddedServer) => servers.splice(servers.indexOf(server), 1);

describe('the embedded server', () => {
  test('starts, keeps what it was given over a restart, and leaves nothing running', async () => {
    const first = await start();
    await ask(first.url, 'create table kept (word text)');
    await ask(first.url, "insert into kept values ('Tŷ')");
    const pid = serverPid();
    await first.stop();
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(join(dataDir, 'open-door.lock'))).toBe(false);

    const second = await start();
    expect(await ask(second.url, 'select word, lower(word) as lower from kept')).toEqual([{ word: 'Tŷ', lower: 'tŷ' }]);
  });

  test('is made by a script under no name but the script’s own, which is no reason to leave it running', async () => {
    const server = await start(undefined, 'a script');
    const log = readFileSync(join(server.folder, 'server.log'), 'utf8');
    const names = [...log.matchAll(/connection authorized: .*?(?:application_name=(.*))?$/gm)].map(([, name]) => name);
    expect(new Set(names)).toEqual(new Set(['a script']));
  });

  test('listens on this machine alone and asks for its password, which only its owner may read', async () => {
    const { url } = await start();
    expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
    expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
  });

  test('knows Welsh letters as letters, so that likeness works for them', async () => {
    const { url } = await start();
    await ask(url, 'create extension pg_trgm');
    expect(await ask(url, "select similarity('tŷ', 'tŷ') as alike, cardinality(show_trgm('ŵ')) as pieces")).toEqual([
      { alike: 1, pieces: 2 },
    ]);
  });

  test('is adopted by the next start when its parent was killed', async () => {
    const first = await start();
    abandon(first);
    const pid = serverPid();
    const lines: string[] = [];
    const second = await start((line) => lines.push(line));
    expect(second.url).toBe(first.url);
    expect(lines).toEqual(['Database: found still running after Open Door was killed; carrying on with it']);
    await second.stop();
    expect(isRunning(pid)).toBe(false);
  });

  test('recovers with everything that was committed when it was itself killed', async () => {
    const first = await start();
    await ask(first.url, 'create table kept (n integer); insert into kept values (7)');
    abandon(first);
    process.kill(serverPid(), 'SIGKILL');
    const second = await start();
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('starts although the id in an old postmaster.pid now belongs to another program', async () => {
    await (await start()).stop();
    const other = await anotherProcess();
    writeFileSync(pidFile(), `${other}\n${join(dataDir, 'postgres', 'cluster')}\n1700000000\n5432\n\n127.0.0.1\n1 1\nready\n`);
    const again = await start();
    expect(await ask(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(isRunning(other)).toBe(true);
  });

  test('starts over when the first setting-up was broken off', async () => {
    mkdirSync(join(dataDir, 'postgres', 'cluster.unfinished', 'base'), { recursive: true });
    const server = await start();
    expect(await ask(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('refuses a data folder that a live process has, and names that process', async () => {
    const other = await anotherProcess();
    writeFileSync(join(dataDir, 'open-door.lock'), JSON.stringify({ pid: other, birth: birthOf(other) }));
    await expect(start()).rejects.toThrow(`(process ${other})`);
  });

  test('takes a lock for stale when its process ended, or when the id went to another', async () => {
    const other = await anotherProcess();
    writeFileSync(join(dataDir, 'open-door.lock'), JSON.stringify({ pid: other, birth: 'long ago' }));
    await (await start()).stop();
    writeFileSync(join(dataDir, 'open-door.lock'), 'not what we wrote');
    await (await start()).stop();
  });

  test('is joined by a script while the site runs, and left running by it', async () => {
    const site = await start();
    const other = await anotherProcess();
    writeFileSync(join(dataDir, 'open-door.lock'), JSON.stringify({ pid: other, birth: birthOf(other) }));
    const script = await start(undefined, 'a script');
    expect(script.url).toBe(site.url);
    await script.stop();
    expect(await ask(site.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('says in one sentence that the folder cannot be used', async () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    await expect(startEmbeddedServer({ dataDir: file })).rejects.toThrow(
      /data folder .*a-file cannot be used: there is a file of that name; please set DATA_DIR/,
    );
  });

  test('says in one sentence that another PostgreSQL made the database', async () => {
    await (await start()).stop();
    writeFileSync(join(dataDir, 'postgres', 'cluster', 'PG_VERSION'), '13\n');
    await expect(start()).rejects.toThrow(/made by PostgreSQL 13, and this is 18/);
  });

  // Only root meets this: PostgreSQL then runs as somebody who may be shut out of the data folder.
  test.runIf(process.getuid?.() === 0)('moves to a shared folder when nobody but root can reach the data folder', async () => {
    chmodSync(dataDir, 0o700);
    const lines: string[] = [];
    const server = await start((line) => lines.push(line));
    const moved = /kept in (\/var\/lib\/open-door\/[0-9a-f]{12}),/.exec(lines.join('\n'))?.[1] ?? '';
    try {
      expect(await ask(server.url, 'show data_directory')).toEqual([{ data_directory: `${moved}/cluster` }]);
      await ask(server.url, 'create table kept (n integer)');
      await server.stop();
      chmodSync(dataDir, 0o755);
      const again = await start();
      expect(await ask(again.url, 'select count(*)::int as n from kept')).toEqual([{ n: 0 }]);
      await again.stop();
    } finally {
      rmSync(moved, { recursive: true, force: true });
    }
  });
});

/** Some live process that is not ours to end. */
async function anotherProcess(): Promise<number> {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  others.push(other);
  await new Promise((resolve) => other.once('spawn', resolve));
  return other.pid ?? 0;
}
