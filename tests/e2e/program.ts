import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { inProject } from '../../api/project-root.ts';
import { newDataFolder } from '../support/new-data-folder.ts';

const built = inProject('dist', 'server', 'main.js');

/** The program as people run it: the built one, in a process of its own. */
export interface Program {
  child: ChildProcess;
  /** Everything it has printed so far. */
  output(): string;
  /** Resolves with its address once it serves; rejects with its output when it ends before. */
  address: Promise<string>;
  /** Resolves with its exit code; null after a signal. */
  ended: Promise<number | null>;
}

export function startProgram(env: Record<string, string>): Program {
  if (!existsSync(built)) throw new Error('These tests run the built program; please run "npm run build" first, or "npm test".');
  const child = spawn(process.execPath, [built], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', SAMPLE: 'no', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const found = /^Open Door is open: (\S+)$/m.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`the program ended: ${output}`)));
  });
  // Whoever does not wait for the address is not interested in its failing.
  address.catch(() => undefined);
  return { child, output: () => output, address, ended };
}

/** A data folder as a first start leaves it: the database made, and nothing in it. */
export async function usedDataFolder(): Promise<string> {
  const folder = newDataFolder('e2e');
  const program = startProgram({ DATA_DIR: folder });
  await program.address;
  program.child.kill('SIGINT');
  await program.ended;
  return folder;
}

/** With its owners: PostgreSQL opens no other's files. Making a database anew takes many times as long. */
export function copyDataFolder(from: string): string {
  const folder = newDataFolder('e2e');
  const { status, stderr } = spawnSync('cp', ['-a', `${from}/.`, folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return folder;
}

export function databasePid(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Asks the program's own database, behind its back. */
export async function askDatabase(dataDir: string, sql: string): Promise<Record<string, unknown>[]> {
  const home = join(dataDir, 'postgres');
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(readFileSync(join(home, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3]),
    user: 'open_door',
    password: readFileSync(join(home, 'password'), 'utf8').trim(),
    database: 'open_door',
  });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
