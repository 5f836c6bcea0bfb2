import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, createWriteStream, existsSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inProject } from '../../api/project-root.ts';
import { isRunning } from '../../api/running-process.ts';
import { plainMapping } from '../imports/import-into.ts';
import { newDataFolder } from '../support/new-data-folder.ts';
import { askDatabase, databasePid, startProgram } from './program.ts';

interface Script {
  child: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

let dataDir: string;
let scripts: Script[];
let pipes: string[];

beforeEach(() => {
  dataDir = newDataFolder('e2e');
  scripts = [];
  pipes = [];
});

afterEach(async () => {
  for (const { child } of scripts) child.kill('SIGTERM');
  // Opening a pipe waits for its other end: held open by us, nobody waits.
  const ends = pipes.map((path) => openSync(path, constants.O_RDWR | constants.O_NONBLOCK));
  await new Promise((resolve) => setTimeout(resolve, 50));
  for (const end of ends) closeSync(end);
  for (const { ended } of scripts) await ended;
  rmSync(dataDir, { recursive: true, force: true });
});

function run(name: string, ...args: string[]): Script {
  const program = inProject('dist', 'server', `${name}.js`);
  if (!existsSync(program)) throw new Error('These tests run the built scripts; please run "npm run build" first, or "npm test".');
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const script = { child, output: () => output, ended };
  scripts.push(script);
  return script;
}

/** An import in the middle of its transaction: its file comes through a pipe that stays open until `finish`. */
async function runLongImport(slug: string): Promise<Script & { finish(): void; interrupt(signal: NodeJS.Signals): Promise<void> }> {
  const path = join(dataDir, `${slug}.csv`);
  const mapping = join(dataDir, `${slug}.json`);
  spawnSync('mkfifo', [path]);
  writeFileSync(mapping, JSON.stringify({ ...plainMapping, source: { slug, name: slug, credit: null } }));
  const script = run('import', path, '--map', mapping);
  const pipe = createWriteStream(path);
  pipe.on('error', () => undefined);
  pipes.push(path);
  pipe.write(`id,name,about,lat,lng,postcode\n${slug}-1,Knitting at ${slug},A warm room.,53.4,-2.3,\n`);
  await expect.poll(isInTransaction).toBe(true);
  return {
    ...script,
    finish: () => pipe.end(),
    async interrupt(signal) {
      script.child.kill(signal);
      await expect.poll(() => script.output()).toContain('Stopping');
      // Node ends only when the pipe it reads has an end; one within quotes makes no row.
      pipe.end('"');
    },
  };

  async function isInTransaction(): Promise<boolean> {
    if (!existsSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'))) return false;
    const count = `select count(*)::int as n from pg_stat_activity where xact_start is not null and application_name like '%${script.child.pid}'`;
    return (await askDatabase(dataDir, count).catch(() => []))[0]?.n === 1;
  }
}

const isLocked = () => existsSync(join(dataDir, 'open-door.lock'));

describe('a script without the site', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('takes its work back and stops the database at %s', async (signal) => {
    const script = await runLongImport('clubs');
    await expect.poll(() => script.output()).toContain('Vocabularies');
    const database = databasePid(dataDir);
    await script.interrupt(signal);
    expect(await script.ended).toBe(130);
    expect(isRunning(database)).toBe(false);
    expect(isLocked()).toBe(false);
    expect(script.output()).not.toMatch(/error|at .*\.js/);
  });

  test('leaves nothing behind when it is stopped while the database is being made', async () => {
    const script = run('migrate');
    await expect.poll(() => script.output(), { interval: 10 }).toContain('setting up PostgreSQL');
    script.child.kill('SIGINT');
    expect(await script.ended).toBe(130);
    expect(existsSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
    expect(isLocked()).toBe(false);
  });

  test('stops the database also when nobody reads any more what it prints', async () => {
    const script = await runLongImport('clubs');
    await expect.poll(() => script.output()).toContain('Vocabularies');
    const database = databasePid(dataDir);
    script.child.stdout?.destroy();
    script.finish();
    expect(await script.ended).toBe(1);
    expect(isRunning(database)).toBe(false);
    expect(isLocked()).toBe(false);
  });

  test('leaves the database to the script that still works on it, which stops it', async () => {
    const first = await runLongImport('first');
    await expect.poll(() => first.output()).toContain('Vocabularies');
    const second = await runLongImport('second');
    const database = databasePid(dataDir);
    first.finish();
    expect(await first.ended).toBe(0);
    expect(isRunning(database)).toBe(true);
    second.finish();
    expect(await second.ended).toBe(0);
    expect(second.output()).toContain('1 added');
    expect(isRunning(database)).toBe(false);
    expect(isLocked()).toBe(false);
  });

  test('leaves the database to the other script also when it is told to stop', async () => {
    const first = await runLongImport('first');
    await expect.poll(() => first.output()).toContain('Vocabularies');
    const second = await runLongImport('second');
    await first.interrupt('SIGINT');
    expect(await first.ended).toBe(130);
    second.finish();
    expect(await second.ended).toBe(0);
    expect(second.output()).toContain('has 0 areas, 1 assets on the map');
    expect(readdirSync(join(dataDir, 'postgres', 'cluster'))).not.toContain('postmaster.pid');
  });

  test('says in one sentence that its report cannot be written, before any work', async () => {
    writeFileSync(join(dataDir, 'clubs.csv'), 'id,name\n1,Knitting\n');
    writeFileSync(join(dataDir, 'clubs.json'), JSON.stringify(plainMapping));
    writeFileSync(join(dataDir, 'a-file'), '');
    const report = join(dataDir, 'a-file', 'refused.csv');
    const script = run('import', join(dataDir, 'clubs.csv'), '--map', join(dataDir, 'clubs.json'), '--report', report);
    expect(await script.ended).toBe(1);
    const lines = script
      .output()
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('Database:'));
    expect(lines).toEqual([
      expect.stringMatching(/^The report of refused rows cannot be written to .*refused\.csv \(.*\); please name another/),
    ]);
  });
});

test('what was imported before the first start is not mixed with the sample', async () => {
  const script = await runLongImport('clubs');
  script.finish();
  expect(await script.ended).toBe(0);
  const site = startProgram({ DATA_DIR: dataDir, SAMPLE: 'yes' });
  await site.address;
  expect(await askDatabase(dataDir, 'select slug from sources')).toEqual([{ slug: 'clubs' }]);
  site.child.kill('SIGINT');
  await site.ended;
});
