import { rmSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, poolSettings } from '../../api/db/database.ts';
import { buildServer } from '../../api/server.ts';
import { testClock } from '../support/test-clock.ts';
import { createTestConfig } from '../support/test-config.ts';
import { startWithStandby, type WithStandby } from './start-with-standby.ts';

/** Two processes of ours over a PostgreSQL and one that follows it by streaming replication. */
let servers: WithStandby;
let apps: FastifyInstance[];
let primary: pg.Pool;
let standby: pg.Pool;
const folders: string[] = [];

beforeAll(async () => {
  servers = await startWithStandby();
  [primary, standby] = [new pg.Pool(poolSettings(servers.primaryUrl)), new pg.Pool(poolSettings(servers.standbyUrl))];
  for (const pool of [primary, standby]) pool.on('error', () => undefined);
  apps = await Promise.all(
    [servers.standbyUrl, servers.standbyUrl].map(async (url) => {
      const config = createTestConfig({ DATABASE_REPLICA_URLS: url });
      folders.push(config.dataDir);
      const app = await buildServer({ config, databaseUrl: servers.primaryUrl, clock: testClock, busyGraceMs: Number.POSITIVE_INFINITY });
      await app.ready();
      return app;
    }),
  );
});
afterAll(async () => {
  await Promise.all((apps ?? []).map((app) => app.close()));
  await Promise.all([primary?.end(), standby?.end()]);
  await servers?.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const page = '/around/mend-and-natter';
const rename = (name: string) =>
  createDatabase(primary).query('test-rename', "update assets set name = $1::text where slug = 'mend-and-natter'", [name]);
const seen = () => Promise.all(apps.map(async (app) => (await app.inject({ url: page, headers: { 'accept-encoding': 'identity' } })).body));
/** How often the program has read assets on the replica. */
async function readsThere(): Promise<number> {
  await standby.query('select pg_stat_force_next_flush()');
  const { rows } = await standby.query<{ n: number }>(
    "select count(*)::int as n from pg_stat_activity where application_name = 'open-door' and query like '%from assets%' and query not like '%pg_stat%'",
  );
  return rows[0]?.n ?? 0;
}

describe('two processes over a primary and its replica', () => {
  it('read from the replica once it follows', async () => {
    await expect
      .poll(async () => {
        await rename(`Name ${Math.random()}`);
        await servers.caughtUp();
        await seen();
        return readsThere();
      })
      .toBeGreaterThan(0);
  });

  it('both show an edit and a takedown at once, each time', async () => {
    for (let round = 0; round < 10; round += 1) {
      await rename(`Round ${round} of it`);
      for (const body of await seen()) expect(body).toContain(`Round ${round} of it`);
    }
    await primary.query("update assets set status = 'hidden' where slug = 'mend-and-natter'");
    for (const app of apps) expect((await app.inject(page)).statusCode).toBe(404);
    await primary.query("update assets set status = 'published' where slug = 'mend-and-natter'");
    for (const app of apps) expect((await app.inject(page)).statusCode).toBe(200);
  });

  it('leave a replica out that lags behind, and a takedown stays one', async () => {
    await servers.caughtUp();
    await standby.query('select pg_wal_replay_pause()');
    await rename('While it lags');
    for (const body of await seen()) expect(body).toContain('While it lags');
    await primary.query("update assets set status = 'hidden' where slug = 'mend-and-natter'");
    for (let visit = 0; visit < 3; visit += 1) for (const app of apps) expect((await app.inject(page)).statusCode).toBe(404);
    const behind = await standby.query<{ status: string }>("select status from assets where slug = 'mend-and-natter'");
    expect(behind.rows).toEqual([{ status: 'published' }]);
    await standby.query('select pg_wal_replay_resume()');
    await primary.query("update assets set status = 'published' where slug = 'mend-and-natter'");
    for (const body of await seen()) expect(body).toContain('While it lags');
  });

  it('go on by the primary alone when the replica is stopped', async () => {
    await servers.stopStandby();
    await rename('After it stopped');
    for (const body of await seen()) expect(body).toContain('After it stopped');
  });
});
