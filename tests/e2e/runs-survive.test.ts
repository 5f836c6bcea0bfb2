import { rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { loadViewer } from '../../api/accounts/load-viewer.ts';
import type { RunState } from '../../api/contract/import-run.ts';
import type { SignedIn } from '../../api/contract/viewer.ts';
import { beginImport } from '../../api/runs/begin-import.ts';
import { bringIn, checkImport, undoRun } from '../../api/runs/move-import.ts';
import { runById } from '../../api/runs/run-queries.ts';
import { newDataFolder } from '../support/new-data-folder.ts';
import { testClock } from '../support/test-clock.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { type Program, startProgram } from './program.ts';

const rows = 4_000;

let database: TestDatabase;
let dataDir: string;
let program: Program | undefined;
let viewer: SignedIn;
beforeAll(async () => {
  database = await createTestDatabase('sample');
  dataDir = newDataFolder('e2e');
  const [account] = await database.db.query<{ id: string }>(
    'test-steward',
    `insert into accounts (email, name, role, status) values ('runs@example.org', 'Rhian', 'steward', 'active') returning id`,
  );
  const found = await loadViewer({ db: database.db, clock: testClock }, account?.id ?? '');
  if (!found) throw new Error('there is no steward');
  viewer = found;
});
afterAll(async () => {
  program?.child.kill('SIGKILL');
  await program?.ended;
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<void> {
  program = startProgram({ DATABASE_URL: database.url, DATA_DIR: dataDir });
  await program.address;
}

async function kill(): Promise<void> {
  program?.child.kill('SIGKILL');
  await program?.ended;
}

const count = async () => (await database.db.query<{ count: number }>('test-count', 'select count(*)::int from assets'))[0]?.count ?? 0;
const until = (id: string, state: RunState, done = 0) =>
  vi.waitFor(
    async () => {
      const run = await runById(database.db, id);
      expect(run?.state, program?.output()).toBe(state);
      expect(run?.rows_done).toBeGreaterThanOrEqual(done);
    },
    { timeout: 120_000, interval: 5 },
  );

it('a list that is being brought in, or taken back, when the program is killed is whole in the end, and nothing is there twice', async () => {
  const deps = { db: database.db, clock: testClock, dataDir };
  const lines = Array.from({ length: rows }, (_, at) => `${at},Kite club ${at},We fly kites.,QX3 2AB`);
  const bytes = new TextEncoder().encode(`id,name,about,postcode\n${lines.join('\n')}\n`);
  const before = await count();
  const id = await beginImport(deps, viewer, { name: 'kites.csv', chunks: Readable.from([bytes]) });
  const reading = (await runById(database.db, id))?.reading;
  if (!reading) throw new Error('nothing was guessed');
  await checkImport(deps, viewer, { id, reading, name: 'Kites' });
  await start();
  await until(id, 'checked');
  await bringIn(deps, viewer, { id, publish: false });
  await until(id, 'working', 500);
  await kill();
  expect(await count()).toBe(before);

  await start();
  await until(id, 'done');
  expect(await count()).toBe(before + rows);
  await undoRun(deps, viewer, id);
  await until(id, 'undoing', 100);
  await kill();
  const left = await count();
  expect(left).toBeLessThan(before + rows);
  expect(left).toBeGreaterThan(before);

  await start();
  await until(id, 'undone');
  expect(await count()).toBe(before);
}, 400_000);
