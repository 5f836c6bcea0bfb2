import { rmSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDirectoryVersion } from '../../api/db/directory-version.ts';
import { buildServer } from '../../api/server.ts';
import { testClock } from '../support/test-clock.ts';
import { createTestConfig } from '../support/test-config.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { everyPage } from '../web/every-page.ts';

/** Two copies of the sample: the second stands in for a replica, for which the program may read what is watched and nothing else. */
let primary: TestDatabase;
let replica: TestDatabase;
let owner: pg.Client;
let app: FastifyInstance;
let dataDir: string;
const role = `od_replica_${Math.random().toString(36).slice(2, 10)}`;
const said: string[] = [];

beforeAll(async () => {
  [primary, replica] = [await createTestDatabase('sample'), await createTestDatabase('sample')];
  owner = new pg.Client({ connectionString: replica.url });
  await owner.connect();
  await owner.query(`create role ${role} login password 'of-the-test'`);
  const watched = await owner.query<{ name: string }>(
    "select distinct tgrelid::regclass::text as name from pg_trigger where tgfoid = 'note_directory_change'::regproc",
  );
  const readable = [...watched.rows.map(({ name }) => name), 'directory_version', 'directory_changes'];
  await owner.query(`grant select on ${readable.join(', ')} to ${role}`);
  const address = new URL(replica.url);
  address.username = role;
  address.password = 'of-the-test';
  const config = createTestConfig({ DATABASE_REPLICA_URLS: address.href });
  dataDir = config.dataDir;
  app = await buildServer({
    config,
    databaseUrl: primary.url,
    clock: testClock,
    busyGraceMs: Number.POSITIVE_INFINITY,
    logger: { level: 'info', stream: { write: (line) => void said.push(line) } },
  });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await owner.query(`drop owned by ${role}`);
  await owner.query(`drop role ${role}`);
  await owner.end();
  await Promise.all([primary.close(), replica.close()]);
  rmSync(dataDir, { recursive: true, force: true });
});

/** As often as need be: the program itself changes the primary once it has started. */
const readsReplica = (url: string, headers?: Record<string, string>) =>
  expect
    .poll(async () => {
      await evenOut();
      return read(url, headers);
    })
    .toContain('Of the replica');

/** Both at one version, and each with a name of its own for the same thing. */
beforeEach(async () => {
  await rename(primary, 'Of the primary');
  await rename(replica, 'Of the replica');
  await evenOut();
});

const rename = (database: TestDatabase, name: string) =>
  database.db.query('test-rename', "update assets set name = $1::text, name_cy = $1::text where slug = 'mend-and-natter'", [name]);
const page = '/around/mend-and-natter';
const read = async (url = page, headers: Record<string, string> = {}) =>
  (await app.inject({ url, headers: { 'accept-encoding': 'identity', ...headers } })).body;

async function evenOut(): Promise<void> {
  const versions = () => Promise.all([primary, replica].map(({ db }) => readDirectoryVersion(db)));
  const most = 1 + Math.max(...(await versions()));
  for (const { db } of [primary, replica])
    await db.query('test-version', 'update directory_version set folded = $1::bigint - (select count(*) from directory_changes)', [most]);
}

describe('pages for everyone', () => {
  it('are read from the replica, and so are answers to programs', async () => {
    for (const url of [page, `/cy${page}`, '/find?q=mend', '/api/v1/assets?q=mend', '/api/v1/assets/mend-and-natter'])
      await readsReplica(url);
    await readsReplica('/find?q=mend', { 'x-still-typing': 'yes' });
  });

  it('need nothing that is not watched', async () => {
    said.length = 0;
    const others = [
      '/coordinators',
      '/areas',
      '/topics',
      '/signposts',
      '/quality',
      '/whats-on',
      '/places/locate?near=QX3+2AB',
      '/suggestions?q=ch',
    ];
    for (const url of [...everyPage, ...everyPage.map((each) => `/cy${each}`), ...others.map((each) => `/api/v1${each}`)]) await read(url);
    // A machine with other work may also be too slow for what is waited for a replica, of which PostgreSQL says nothing.
    expect(said.filter((line) => line.includes('could not answer') && /"code":"[0-9A-Z]{5}"/.test(line))).toEqual([]);
  });

  it('are read from the primary as long as the replica has not heard of its last change', async () => {
    await primary.db.query('test-change', "update district set strapline = 'Changed'");
    expect(await read()).toContain('Of the primary');
    await readsReplica(page);
  });

  it('never show again what was taken down on the primary', async () => {
    await readsReplica(page);
    await primary.db.query('test-hide', "update assets set status = 'hidden' where slug = 'mend-and-natter'");
    for (let visit = 0; visit < 5; visit += 1) expect((await app.inject(page)).statusCode).toBe(404);
    await primary.db.query('test-show', "update assets set status = 'published' where slug = 'mend-and-natter'");
  });

  it('are read from the primary by who is signed in', async () => {
    expect(await read(page, { cookie: 'desk=anything' })).toContain('Of the primary');
  });

  it('are read from the primary while the replica is away, and from the replica once it is back', async () => {
    await readsReplica(page);
    said.length = 0;
    await owner.query(`alter role ${role} nologin`);
    await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [role]);
    await evenOut();
    for (const url of [page, '/find?q=mend', '/cy/find?q=mend']) expect(await read(url)).toContain('Of the primary');
    expect(said.filter((line) => line.includes('is left out'))).toHaveLength(1);
    await owner.query(`alter role ${role} login`);
    await readsReplica(page);
    expect(said.filter((line) => line.includes('is back'))).toHaveLength(1);
    expect(said.join()).not.toContain('of-the-test');
  });
});

describe('what somebody has just sent', () => {
  it('is on the next page that they see, though the replica has not heard of it', async () => {
    await readsReplica(page);
    // What a form does: a commit on the primary, and a page of a public address after it.
    await primary.db.query(
      'test-check',
      "update assets set last_checked_at = now(), last_checked_by = 'resident' where slug = 'mend-and-natter'",
    );
    expect(await read()).toContain('Of the primary');
  });
});
