import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the program itself is, for tests that kill it; null: none was given. */
export const meilisearchBinary: string | null = process.env.MEILI_TEST_BINARY || null;

export const notKilled = 'was NOT tried: MEILI_TEST_BINARY, the path of a Meilisearch to be killed, was not given';

export interface OwnMeilisearch {
  url: string;
  key: string;
  /** With signal 9, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** On the same files and the same port; resolves when it answers. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A server of the test's own, in a folder that is thrown away. */
export async function startOwnMeilisearch(binary: string): Promise<OwnMeilisearch> {
  const folder = mkdtempSync(join(tmpdir(), 'open-door-meilisearch-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const key = 'a master key of sixteen or more';
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const files = ['--db-path', join(folder, 'db'), '--dump-dir', join(folder, 'dumps'), '--snapshot-dir', join(folder, 'snapshots')];
    const args = [...files, '--http-addr', `127.0.0.1:${port}`, '--master-key', key, '--no-analytics', '--env', 'production'];
    child = spawn(binary, [...args, '--max-indexing-memory', '512MiB'], { cwd: folder, stdio: 'ignore' });
    while (!(await isUp(url))) {
      if (child.exitCode !== null) throw new Error(`${binary} ended with ${child.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function kill(): Promise<void> {
    const dying = child;
    child = null;
    if (!dying || dying.exitCode !== null) return;
    const gone = new Promise((resolve) => dying.once('exit', resolve));
    dying.kill('SIGKILL');
    await gone;
  }

  await start();
  return {
    url,
    key,
    kill,
    start,
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const isUp = (url: string) =>
  fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  );

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
