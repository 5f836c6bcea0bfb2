import { spawn } from 'node:child_process';
import { chownSync, closeSync, constants, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { StartError } from '../errors.ts';
import { commandOf, isRunning } from '../running-process.ts';
import type { ServerHome } from './embedded-server-home.ts';

/** What `postmaster.pid` says of the server that runs on a cluster. */
export interface RunningServer {
  pid: number;
  port: number;
}

export const serverUser = 'open_door';

/** Makes the cluster beside its place and moves it there when it is whole: a broken-off start leaves nothing half-made. */
export async function makeCluster(home: ServerHome, password: string): Promise<void> {
  const unfinished = `${home.cluster}.unfinished`;
  const secret = join(home.folder, 'password.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(secret, { force: true });
  // `wx`: as root we must not be led along a link that another process of that user laid.
  writeFileSync(secret, `${password}\n`, { mode: 0o600, flag: 'wx' });
  if (home.account !== null) chownSync(secret, home.account.uid, home.account.gid);
  const makeWith = (characters: string) =>
    run(home, 'initdb', [
      `--pgdata=${unfinished}`,
      `--username=${serverUser}`,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      // pg_trgm asks the system which characters are letters; sorting and case are PostgreSQL's own, the same everywhere.
      `--lc-ctype=${characters}`,
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ]);
  let made = await makeWith('C.UTF-8');
  if (made.code !== 0 && made.output.includes('locale')) made = await makeWith('C');
  if (made.code !== 0) throw new StartError(`The database could not be made in ${home.folder}: ${lastLine(made.output)}.`);
  renameSync(secret, home.passwordFile);
  renameSync(unfinished, home.cluster);
}

/** Resolves with the running server, or null when it ended at once (its log says why). Outlives us unless stopped. */
export async function launch(home: ServerHome, settings: Record<string, string>): Promise<RunningServer | null> {
  const log = openLog(home.logFile);
  const all = {
    port: String(await freePort()),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    ...settings,
  };
  const child = spawn(
    join(home.binaries.folder, 'bin', 'postgres'),
    ['-D', home.cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Its own process group: Ctrl-C in the terminal reaches us alone, and we stop it in order.
    { ...processOptions(home), detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  child.unref();
  while (!ended) {
    const running = readRunning(home.cluster);
    if (running !== null && running.pid === child.pid) return running;
    await pause(20);
  }
  return null;
}

/** The live server that works on this cluster, whoever started it; null: none does. */
export function readRunning(cluster: string): RunningServer | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0 || !Number.isInteger(port) || port <= 0 || !isRunning(pid)) return null;
  // After a crash the number may have gone to another program.
  const command = commandOf(pid);
  return command === null || command.includes(cluster) ? { pid, port } : null;
}

/** Clients are cut off, work in hand is rolled back, everything acknowledged is on disk; resolves when the process is gone. */
export async function halt(cluster: string, pid: number): Promise<void> {
  const isGone = () => !isRunning(pid) || readRunning(cluster)?.pid !== pid;
  for (const [signal, patienceMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + patienceMs;
    while (!isGone() && Date.now() < deadline) await pause(20);
    if (isGone()) break;
  }
  while (isRunning(pid)) await pause(10);
}

export function lastLine(output: string): string {
  const lines = output.trim().split('\n');
  const fatal = lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? '';
  return fatal.replace(/^.*?(FATAL|PANIC|error): +/i, '').replace(/\.$/, '') || 'it gave no reason';
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function run(home: ServerHome, program: string, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(join(home.binaries.folder, 'bin', program), args, { ...processOptions(home), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => resolve({ code: -1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

/** Our own environment may hold secrets, and that user's processes are not ours; Windows starts nothing without it. */
function processOptions({ account, folder }: ServerHome) {
  const env = process.platform === 'win32' ? {} : { env: { LC_ALL: 'C', TZ: 'UTC' } };
  return { ...env, ...(account ?? {}), cwd: folder, windowsHide: true };
}

function openLog(file: string): number {
  const tooLong = existsSync(file) && statSync(file).size > 5_000_000;
  const { O_WRONLY, O_CREAT, O_APPEND, O_TRUNC, O_NOFOLLOW } = constants;
  return openSync(file, O_WRONLY | O_CREAT | (tooLong ? O_TRUNC : O_APPEND) | (O_NOFOLLOW ?? 0), 0o600);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
