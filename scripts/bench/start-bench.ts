import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../../api/project-root.ts';
import { type Figure, percentile } from './figures.ts';

const starts = 3;

/** What `npm start` runs, on a data folder that an earlier start has filled with the sample: until somebody is answered. */
export async function benchStart(say: (line: string) => void): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'open-door-bench-start-'));
  // PostgreSQL's unprivileged user passes through it.
  chmodSync(folder, 0o755);
  try {
    say('Starting…');
    await startAndStop(folder);
    const times: number[] = [];
    for (let start = 0; start < starts; start += 1) times.push(await startAndStop(folder));
    return [{ what: 'second start to first answer', figure: percentile(times, 0.5), budget: 4_000, unit: 'ms' }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How long the first answer took, in milliseconds. */
async function startAndStop(dataDir: string): Promise<number> {
  const { PATH, HOME } = process.env;
  const started = performance.now();
  const child = spawn(process.execPath, [inProject('scripts', 'start.mjs')], {
    cwd: inProject(),
    env: { PATH, HOME, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let output = '';
      const read = (chunk: Buffer) => {
        output += chunk;
        const found = /^Open Door is open: (\S+)$/m.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      void ended.then(() => reject(new Error(`The program ended: ${output}`)));
    });
    const { status } = await fetch(address);
    if (status !== 200) throw new Error(`The first page answered ${status}.`);
    return performance.now() - started;
  } finally {
    child.kill('SIGINT');
    await ended;
  }
}
