import { chmodSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isRunning } from '../../api/running-process.ts';
import { newDataFolder } from '../support/new-data-folder.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { askDatabase, copyDataFolder, databasePid, type Program, startProgram, usedDataFolder } from './program.ts';

let used: string;
let dataDir: string;
let programs: Program[];

beforeAll(async () => {
  used = await usedDataFolder();
});
afterAll(() => rmSync(used, { recursive: true, force: true }));

beforeEach(() => {
  dataDir = newDataFolder('e2e');
  programs = [];
});

afterEach(async () => {
  for (const { child, ended } of programs) {
    child.kill('SIGTERM');
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): Program {
  const program = startProgram({ DATA_DIR: dataDir, ...env });
  programs.push(program);
  return program;
}

const statusOf = async (url: string) => (await fetch(url)).status;
/** Lines that were printed; blank ones say nothing. */
const lines = (program: Program) => program.output().split('\n').filter(Boolean);

describe('the program, started for the first time', () => {
  test('fills an empty database with the sample, serves, and says what to try next', async () => {
    const program = start({ SAMPLE: 'yes' });
    const address = await program.address;
    expect(await statusOf(`${address}/health/live`)).toBe(200);
    await expect.poll(() => program.output()).toContain(`try ${address}/find?near=QX3+2AB`);
    const located = await fetch(`${address}/api/v1/areas/locate?near=QX3+2AB`).then((answer) => answer.json());
    expect(located).toMatchObject({ near: { type: 'postcode' }, area: { slug: expect.any(String) } });
    expect(await askDatabase(dataDir, 'select count(*) > 300 as many from assets')).toEqual([{ many: true }]);
  });

  test('keeps its data over a restart and loads nothing twice', async () => {
    const first = start({ SAMPLE: 'yes' });
    await first.address;
    await askDatabase(dataDir, "update district set name = 'Renamed by hand'");
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);

    const second = start({ SAMPLE: 'yes' });
    await second.address;
    expect(await askDatabase(dataDir, 'select name from district')).toEqual([{ name: 'Renamed by hand' }]);
    expect(second.output()).not.toMatch(/loading|applied|for the first time/);
  });

  // Only root meets this: PostgreSQL then runs as somebody who may be shut out of the data folder.
  test.runIf(process.getuid?.() === 0)('says so when nobody but root can reach the data folder', async () => {
    chmodSync(dataDir, 0o700);
    const program = start();
    await program.address;
    await expect.poll(() => program.output()).toMatch(/^Data is kept in \/var\/lib\/open-door\/[0-9a-f]{12}; mail/m);
    program.child.kill('SIGINT');
    await program.ended;
    rmSync(/kept in (\/var\/lib\/open-door\/[0-9a-f]{12});/.exec(program.output())?.[1] ?? join(dataDir, 'postgres'), { recursive: true });
  });

  test.each(['setting up PostgreSQL', 'applied', 'Areas'])('stops in order when told so while it is still starting: %s', async (moment) => {
    const program = start({ SAMPLE: 'yes' });
    await expect.poll(() => program.output(), { interval: 10 }).toContain(moment);
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
    expect(existsSync(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
    expect(existsSync(join(dataDir, 'open-door.lock'))).toBe(false);
    expect(program.output()).not.toMatch(/error/i);
  });
});

describe('the program', () => {
  beforeEach(() => {
    rmSync(dataDir, { recursive: true });
    dataDir = copyDataFolder(used);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('stops in order at %s, with nothing left running', async (signal) => {
    const program = start();
    const address = await program.address;
    const database = databasePid(dataDir);
    program.child.kill(signal);
    expect(await program.ended).toBe(0);
    expect(isRunning(database)).toBe(false);
    await expect(fetch(address)).rejects.toThrow();
  });

  test('does not leave the database behind when a reader never finishes; pressed twice, it waits for seconds only', async () => {
    const program = start();
    const address = new URL(await program.address);
    const database = databasePid(dataDir);
    const reader = connect(Number(address.port), address.hostname);
    reader.on('error', () => undefined);
    await new Promise((resolve) => reader.write('GET / HTTP/1.1\r\n', resolve));
    program.child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(program.child.exitCode).toBeNull();
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
    expect(isRunning(database)).toBe(false);
    reader.destroy();
  });

  test('says where the database really is', async () => {
    const program = start();
    await program.address;
    await expect.poll(() => program.output()).toContain(`Data is kept in ${join(dataDir, 'postgres')}; mail is saved in`);
  });

  test('carries on after it was killed outright, with the database that was left', async () => {
    const first = start();
    await first.address;
    await askDatabase(dataDir, "insert into program_facts (name, value) values ('kept', '1')");
    const database = databasePid(dataDir);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(isRunning(database)).toBe(true);

    const second = start();
    expect(await statusOf(`${await second.address}/health/live`)).toBe(200);
    expect(databasePid(dataDir)).toBe(database);
    expect(await askDatabase(dataDir, "select value from program_facts where name = 'kept'")).toEqual([{ value: 1 }]);
    second.child.kill('SIGINT');
    await second.ended;
    expect(isRunning(database)).toBe(false);
  });

  test.each([
    ['prints links to sign in with as they are, whatever is logged', {}, true],
    ['prints none in production', { NODE_ENV: 'production' }, false],
  ])('%s', async (_what, env: Record<string, string>, printed) => {
    const program = start({ LOG_LEVEL: 'silent', ...env });
    await program.address;
    await askDatabase(
      dataDir,
      `insert into mail_outbox (id, to_address, subject, text, next_try_at, delete_on)
       values (gen_random_uuid(), 'a@example.org', 'Come in', E'Here:\n\nhttp://localhost/sign-in/abc\n', now(), current_date + 1)`,
    );
    await expect.poll(() => askDatabase(dataDir, 'select id from mail_outbox'), { timeout: 15_000 }).toEqual([]);
    await expect.poll(() => lines(program).includes('Mail saved, “Come in”: http://localhost/sign-in/abc')).toBe(printed);
    expect(program.output().includes('sign-in/abc')).toBe(printed);
  });

  test('works with a PostgreSQL of your own, and leaves it running', async () => {
    const database = await createTestDatabase('empty');
    const program = start({ DATABASE_URL: database.url });
    const address = await program.address;
    await expect.poll(() => statusOf(`${address}/health/ready`)).toBe(200);
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
    expect(await database.db.query('still-there', 'select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
  });
});

describe('what stops the start is said in one sentence', () => {
  const refusal = async (env: Record<string, string>) => {
    const program = start(env);
    return { code: await program.ended, lines: lines(program) };
  };

  test('a port that is in use', async () => {
    const other = await takePort();
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await refusal({ PORT: String(port) })).toEqual({
      code: 1,
      lines: [`Port ${port} is already in use; please stop what uses it, or set PORT to another number, such as ${port + 1}.`],
    });
    await new Promise((resolve) => other.close(resolve));
  });

  test.each([
    ['PORT', 'ten', /^The setting PORT is "ten".*such as 3000\.$/],
    ['HOST', '203.0.113.1', /^This machine has no address 203\.0\.113\.1; please correct the setting HOST\.$/],
    ['DATABASE_URL', 'mysql://me:secret@here/db', /^The setting DATABASE_URL cannot be understood; (?!.*secret).*\.$/],
    [
      'DATABASE_URL',
      'postgres://me:secret@127.0.0.1:9/db',
      /^PostgreSQL cannot be reached at DATABASE_URL \(127\.0\.0\.1:9\): (?!.*secret).*ECONNREFUSED.*\.$/,
    ],
    ['BASEMAP_SOURCE', '/no/such/map.pmtiles', /^The setting BASEMAP_SOURCE is "\/no\/such\/map\.pmtiles".*\.$/],
  ])('a setting %s of %s', async (name, value, sentence) => {
    const { code, lines } = await refusal({ [name]: value });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringMatching(sentence)]);
  });

  test('a data folder that cannot be used', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    expect(await refusal({ DATA_DIR: join(dataDir, 'file', 'data') })).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^The data folder .*\/file\/data cannot be used: a part of its path is a file; please set DATA_DIR/)],
    });
  });

  test('a data folder that another one works on', async () => {
    rmSync(dataDir, { recursive: true });
    dataDir = copyDataFolder(used);
    const first = start();
    await first.address;
    expect(await refusal({})).toEqual({
      code: 1,
      lines: [
        `Open Door already runs on the data folder ${dataDir} (process ${first.child.pid}); please stop it first, or set DATA_DIR to another folder.`,
      ],
    });
    expect(await statusOf(`${await first.address}/health/live`)).toBe(200);
  });
});

function takePort(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
}
