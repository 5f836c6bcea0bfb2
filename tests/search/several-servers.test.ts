import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SearchUnavailable } from '../../api/errors.ts';
import { askInTurn } from '../../api/search/ask-in-turn.ts';
import type { AssetIndex, IndexQuery } from '../../api/search/asset-index.ts';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { putDocuments, removeDocuments } from '../../api/search/embedded/keep-rows.ts';
import { addOutboxLines, listLeaving, shareOutbox } from '../../api/search/outbox-queries.ts';
import { sweepIndex } from '../../api/search/sweep-index.ts';
import { drainOutbox, startSync } from '../../api/search/sync.ts';
import { type FakeMeilisearch, startFakeMeilisearch } from '../support/fake-meilisearch/fake-meilisearch.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { createTestDeps } from '../support/test-deps.ts';
import { allowNamedDocuments } from './allow-named-documents.ts';
import { noFilters, vocabulary } from './asked.ts';
import { documents } from './documents.ts';

interface Copy {
  index: AssetIndex;
  database: TestDatabase;
  away: boolean;
}

/** Embedded indexes of other databases stand for the servers: real indexes that know only what they are told. */
describe('several servers', () => {
  let deps: Awaited<ReturnType<typeof createTestDeps>>;
  let north: Copy;
  let south: Copy;

  async function openCopy(server: string): Promise<Copy> {
    const database = await createTestDatabase();
    await allowNamedDocuments(database.db);
    const index = createEmbeddedIndex(database.db, vocabulary);
    const copy: Copy = { database, away: false, index };
    const unlessAway = async (work: () => Promise<void>) => {
      if (copy.away) throw new SearchUnavailable('away');
      await work();
    };
    copy.index = {
      ...index,
      server,
      put: (batch) => unlessAway(() => index.put(batch)),
      remove: (ids) => unlessAway(() => index.remove(ids)),
    };
    return copy;
  }

  beforeEach(async () => {
    [deps, north, south] = await Promise.all([createTestDeps(), openCopy('http://north:7700'), openCopy('http://south:7700')]);
    await allowNamedDocuments(deps.db);
    await write();
  });
  afterEach(async () => {
    await deps?.close();
    for (const { database } of [north, south]) await database.close();
  });

  const keeping = ({ index }: Copy) => ({ ...deps, copies: [north.index, south.index], assetIndex: index, vocabulary });
  const write = () =>
    deps.db.transaction(async (tx) => {
      await putDocuments(tx, documents);
      const ids = documents.map(({ id }) => id);
      await addOutboxLines(tx, ids, []);
    });
  const takeOut = (id: string) =>
    deps.db.transaction(async (tx) => {
      await removeDocuments(tx, [id]);
      await addOutboxLines(tx, [], [id]);
    });
  const total = async ({ index }: Copy) => (await index.search({ text: '', filters: noFilters, sort: 'name', offset: 0, limit: 1 })).total;
  const waiting = async () =>
    (await deps.db.query<{ server: string | null }>('test-waiting', 'select server from outbox')).map(({ server }) => server);

  it('are each told of every change, and nothing is left waiting', async () => {
    expect(await drainOutbox(keeping(north))).toBe(documents.length);
    expect([await total(north), await total(south)]).toEqual([documents.length, 0]);
    expect(await drainOutbox(keeping(south))).toBe(documents.length);
    expect([await total(north), await total(south)]).toEqual([documents.length, documents.length]);
    expect(await waiting()).toEqual([]);
  });

  it('do not wait for one that is away, and it is told when it is back', async () => {
    south.away = true;
    const running = [north, south].map((copy) => startSync(keeping(copy), { pollMs: 5 }));
    try {
      await expect.poll(() => total(north)).toBe(documents.length);
      await takeOut('asset-mari-lwyd');
      await expect.poll(() => total(north)).toBe(documents.length - 1);
      expect(await total(south)).toBe(0);
      south.away = false;
      await expect.poll(() => total(south), { timeout: 10_000 }).toBe(documents.length - 1);
      await expect.poll(waiting).toEqual([]);
    } finally {
      await Promise.all(running.map((each) => each.stop()));
    }
  });

  it('get one line each, however many processes share them out at once', async () => {
    const servers = [north, south].map(({ index }) => index.server);
    await Promise.all(Array.from({ length: 8 }, () => shareOutbox(deps.db, servers, 20)));
    while ((await waiting()).includes(null)) await shareOutbox(deps.db, servers, 20);
    const lines = (await waiting()).sort();
    expect(lines).toEqual(servers.flatMap((server) => documents.map(() => server)));
  });

  it('are asked without what was taken down until the last of them has been told', async () => {
    for (const copy of [north, south]) await drainOutbox(keeping(copy));
    await takeOut('asset-mari-lwyd');
    await drainOutbox(keeping(north));
    // Whoever asks Meilisearch leaves these out, in hits and counts.
    expect(await listLeaving(deps.db, 10)).toEqual(['asset-mari-lwyd']);
    await drainOutbox(keeping(south));
    expect(await listLeaving(deps.db, 10)).toEqual([]);
  });

  it('find what was hidden and is public again, also while one of them is away', async () => {
    for (const copy of [north, south]) await drainOutbox(keeping(copy));
    await takeOut('asset-mari-lwyd');
    await drainOutbox(keeping(north));
    await write();
    expect(await listLeaving(deps.db, 10)).toEqual([]);
  });

  it('are not asked while they have long been behind', async () => {
    const asked: string[] = [];
    const copyOf = ({ index }: Copy) => ({
      server: index.server,
      index: { ...index, search: (query: IndexQuery) => index.search(query).finally(() => asked.push(index.server)) },
    });
    const index = askInTurn([north, south].map(copyOf), { isBehind: deps.lag.isBehind, log: deps.log });
    const ask = () => index.search({ text: '', filters: noFilters, sort: 'name', offset: 0, limit: 1 });
    await drainOutbox(keeping(north));
    await deps.lag.look();
    for (let reader = 0; reader < 4; reader += 1) await ask();
    expect(new Set(asked)).toEqual(new Set(['http://north:7700', 'http://south:7700']));
    await deps.db.query('test-long-ago', `update outbox set created_at = now() - interval '2 minutes'`);
    await deps.lag.look();
    asked.length = 0;
    for (let reader = 0; reader < 4; reader += 1) await ask();
    expect(new Set(asked)).toEqual(new Set(['http://north:7700']));
    await drainOutbox(keeping(south));
    await deps.lag.look();
    for (let reader = 0; reader < 4; reader += 1) await ask();
    expect(new Set(asked)).toEqual(new Set(['http://north:7700', 'http://south:7700']));
  });

  it('that differ from the directory are told again by themselves', async () => {
    for (const copy of [north, south]) await drainOutbox(keeping(copy));
    await south.index.remove(['asset-mari-lwyd']);
    expect(await sweepIndex(keeping(north))).toMatchObject({ missing: 0 });
    expect(await sweepIndex(keeping(south))).toMatchObject({ missing: 1 });
    expect(await waiting()).toEqual(['http://south:7700']);
    await drainOutbox(keeping(south));
    expect(await total(south)).toBe(documents.length);
  });

  it('leave nothing waiting for one that the settings name no more', async () => {
    await drainOutbox(keeping(north));
    const running = startSync({ ...keeping(north), copies: [north.index] }, { pollMs: 5 });
    try {
      await expect.poll(waiting).toEqual([]);
    } finally {
      await running.stop();
    }
  });
});

/** Kept bytes would answer instead; they are sent to nobody with a cookie. */
const madeAnew = { cookie: 'made=anew' };

describe('readers of several servers', () => {
  let fakes: FakeMeilisearch[];
  let proxies: FaultProxy[];
  let test: TestApp;

  beforeAll(async () => {
    fakes = await Promise.all([startFakeMeilisearch(), startFakeMeilisearch()]);
    proxies = await Promise.all(fakes.map(({ url }) => startFaultProxy(url)));
    test = await createTestApp(
      'sample',
      { MEILI_URL: proxies.map(({ url }) => url).join(', '), MEILI_KEY: fakes[0]?.key ?? '' },
      { searchLimitMs: 3_000 },
    );
  });
  afterAll(async () => {
    await test?.app.close();
    for (const each of [...(proxies ?? []), ...(fakes ?? [])]) await each.close();
    await test?.close();
  });

  const ask = async () => {
    const { total, notice_code: notice = null } = (await test.app.inject({ url: '/api/v1/assets?q=ukulele', headers: madeAnew })).json();
    return { total, notice };
  };
  const state = async () => (await test.app.inject('/health/ready')).json().search.status;
  const searches = () => proxies.map((proxy) => proxy.asked().filter((line) => line.includes('/multi-search')).length);
  /** One that was filled or is back is asked once it has what waited for it. */
  const bothAnswer = async () => {
    await expect.poll(state, { timeout: 20_000, interval: 200 }).toBe('ok');
    for (const proxy of proxies) proxy.fail('none');
    const enough = async () => {
      expect((await ask()).notice).toBeNull();
      return Math.min(...searches());
    };
    await expect.poll(enough, { timeout: 20_000, interval: 100 }).toBeGreaterThan(1);
  };

  it('are answered by each in turn, once each is filled', async () => {
    await bothAnswer();
    const { total } = await ask();
    for (const proxy of proxies) proxy.fail('none');
    for (let reader = 0; reader < 6; reader += 1) expect(await ask()).toEqual({ total, notice: null });
    expect(Math.min(...searches())).toBeGreaterThan(1);
  });

  it('notice nothing when one of them goes', async () => {
    await bothAnswer();
    const { total } = await ask();
    proxies[0]?.fail('reset');
    for (let reader = 0; reader < 6; reader += 1) expect(await ask()).toEqual({ total, notice: null });
    expect(await state()).toBe('1 of 2 answer');
    proxies[0]?.fail('none');
    await bothAnswer();
  });

  it('wait, and notice nothing, when one of them falls silent', async () => {
    await bothAnswer();
    const { total } = await ask();
    proxies[1]?.fail('black hole');
    for (let reader = 0; reader < 3; reader += 1) expect(await ask()).toEqual({ total, notice: null });
    proxies[1]?.fail('none');
    await bothAnswer();
  });

  it('are answered by PostgreSQL, and told so, when all of them go', async () => {
    await bothAnswer();
    const { total } = await ask();
    for (const proxy of proxies) proxy.fail('reset');
    expect(await ask()).toEqual({ total, notice: 'search-resting' });
    expect(await state()).toContain('the embedded index answers');
    for (const proxy of proxies) proxy.fail('none');
    await bothAnswer();
    await expect.poll(ask, { interval: 200 }).toEqual({ total, notice: null });
  });
});
