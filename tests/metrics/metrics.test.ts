import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteMended, noteSwept } from '../../api/search/sweep-queries.ts';
import { startFakeMeilisearch } from '../support/fake-meilisearch/fake-meilisearch.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

const key = 'a-key-for-the-watcher';
let test: TestApp;
beforeAll(async () => {
  test = await createTestApp('sample', { METRICS_KEY: key });
});
afterAll(() => test?.close());

const read = (authorization?: string) => test.app.inject({ url: '/metrics', headers: authorization ? { authorization } : {} });
const figure = (text: string, line: string) =>
  Number(
    text
      .split('\n')
      .find((each) => each.startsWith(line))
      ?.split(' ')
      .at(-1),
  );

describe('/metrics', () => {
  it('is for who has the key, and else says what to send', async () => {
    expect((await read()).statusCode).toBe(401);
    expect((await read('Bearer another-key-altogether')).body).toContain('METRICS_KEY');
    expect((await read(`Bearer ${key}`)).headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  });

  it('counts answers by route and never by what was looked for', async () => {
    await test.app.inject('/find?q=a+secret+wish&near=QX3+2AB');
    // The second time from kept bytes, past every other hook.
    for (let visit = 0; visit < 2; visit += 1) await test.app.inject('/around/mend-and-natter');
    await test.app.inject('/nowhere/a-secret-place');
    const { body } = await read(`Bearer ${key}`);
    expect(figure(body, 'open_door_http_seconds_count{method="GET",route="/find",status="2xx"}')).toBe(1);
    expect(figure(body, 'open_door_http_seconds_count{method="GET",route="/around/:slug')).toBe(2);
    expect(body).not.toMatch(/secret|QX3|mend-and-natter/);
  });

  it('tells what waits, and for how long', async () => {
    await test.deps.db.query(
      'test-wait',
      `insert into mail_outbox (id, to_address, subject, text, next_try_at, delete_on)
       values (gen_random_uuid(), 'nobody@example.org', 'Hello', 'Hello', $1::timestamptz - interval '90 seconds', '2030-01-01')`,
      [test.deps.clock.now()],
    );
    const { body } = await read(`Bearer ${key}`);
    expect(figure(body, 'open_door_waiting{what="mail"}')).toBe(1);
    expect(figure(body, 'open_door_waiting_seconds{what="mail"}')).toBe(90);
    expect(figure(body, 'open_door_waiting{what="outbox"}')).toBeGreaterThanOrEqual(0);
    expect(body).not.toContain('nobody@example.org');
  });
});

it('tells what was found wrong with Meilisearch and mended, and for how long it is known to be whole', async () => {
  const fake = await startFakeMeilisearch();
  const other = await createTestApp('empty', { METRICS_KEY: key, MEILI_URL: fake.url, MEILI_KEY: fake.key });
  const metrics = async () => (await other.app.inject({ url: '/metrics', headers: { authorization: `Bearer ${key}` } })).body;
  try {
    await noteMended(other.deps.db, { stale: 2 });
    await noteMended(other.deps.db, { stale: 1, missing: 4 });
    await noteSwept(other.deps.db, fake.url);
    const body = await metrics();
    expect(figure(body, 'open_door_search_mended{what="stale"}')).toBe(3);
    expect(figure(body, 'open_door_search_mended{what="missing"}')).toBe(4);
    expect(figure(body, 'open_door_search_mended{what="settings"}')).toBe(0);
    expect(figure(body, `open_door_search_compared_seconds{server="${fake.url}"}`)).toBeGreaterThanOrEqual(0);
    await expect.poll(async () => figure(await metrics(), `open_door_search_away{server="${fake.url}"}`)).toBe(0);
  } finally {
    await other.close();
    await fake.close();
  }
});

it('is not there where no key is set', async () => {
  const other = await createTestApp('empty');
  expect((await other.app.inject('/metrics')).statusCode).toBe(404);
  await other.close();
});
