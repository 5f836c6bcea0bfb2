import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimDataFolder } from '../api/data-folder.ts';
import { inProject } from '../api/project-root.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-door-claim-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const newFolder = (name: string) => {
  const path = join(folder, name);
  mkdirSync(path);
  return path;
};

describe('the claim on a data folder', () => {
  test('goes to exactly one of two processes that find the lock of a dead one at the same moment', async () => {
    const starters = await startStarters(2);
    try {
      const winners = [];
      for (let round = 0; round < 150; round++) {
        const dataDir = newFolder(`round-${round}`);
        writeFileSync(join(dataDir, 'open-door.lock'), JSON.stringify({ pid: 4_194_304, birth: 'long ago' }));
        const at = Date.now() + 5;
        const answers = await Promise.all(starters.map((starter) => ask(starter, { dataDir, at })));
        expect(readdirSync(dataDir)).toEqual(['open-door.lock']);
        winners.push(answers.filter((answer) => answer === 'claimed').length);
      }
      expect(winners.filter((count) => count !== 1)).toEqual([]);
    } finally {
      for (const starter of starters) starter.kill();
    }
  });

  test('leaves nothing behind when it is released', () => {
    const dataDir = newFolder('released');
    claimDataFolder(dataDir).release();
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test('does not release what has meanwhile gone to somebody else', () => {
    const dataDir = newFolder('taken-over');
    const first = claimDataFolder(dataDir);
    const lock = join(dataDir, 'open-door.lock');
    rmSync(lock);
    const second = claimDataFolder(dataDir);
    first.release();
    expect(existsSync(lock)).toBe(true);
    second.release();
    expect(existsSync(lock)).toBe(false);
  });

  test('is not kept from anyone by a process that died while it cleared a dead one’s lock away', () => {
    const dataDir = newFolder('died-clearing');
    const dead = JSON.stringify({ pid: 4_194_304, birth: 'long ago' });
    writeFileSync(join(dataDir, 'open-door.lock'), dead);
    writeFileSync(join(dataDir, 'open-door.lock.clearing'), dead);
    claimDataFolder(dataDir).release();
    expect(readdirSync(dataDir)).toEqual([]);
  });
});

type Answer = 'claimed' | 'taken' | 'ready';

/** Processes that try for a folder when told, all at the same moment, and keep it. */
async function startStarters(count: number): Promise<ChildProcess[]> {
  const outDir = join(folder, 'program');
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: inProject('api', 'data-folder.ts'),
      outDir,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'claim.mjs' } },
    },
  });
  const program = join(outDir, 'starter.mjs');
  writeFileSync(
    program,
    `import { claimDataFolder } from './claim.mjs';
     process.on('message', ({ dataDir, at }) => {
       while (Date.now() < at);
       try {
         claimDataFolder(dataDir);
         process.send('claimed');
       } catch (error) {
         process.send(error.name === 'DataFolderTaken' ? 'taken' : String(error));
       }
     });
     process.send('ready');`,
  );
  const starters = Array.from({ length: count }, () => fork(program, { execArgv: [] }));
  await Promise.all(starters.map(nextAnswer));
  return starters;
}

function ask(starter: ChildProcess, task: { dataDir: string; at: number }): Promise<Answer> {
  const answer = nextAnswer(starter);
  starter.send(task);
  return answer;
}

const nextAnswer = (starter: ChildProcess) =>
  new Promise<Answer>((resolve) => starter.once('message', (answer: Answer) => resolve(answer)));
