import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fault, type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { meilisearchPlaces, type OpenPlace } from '../support/meilisearch-places.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';

/** What a reader is told: of what the words find nothing is missing, whoever answers. */
interface Told {
  status: number;
  total: number;
  names: string[];
  notice: string | null;
}

/** Kept bytes would go on answering for a minute; they are sent to nobody with a cookie. */
const madeAnew = { cookie: 'made=anew' };

/** Longer than a machine with other work takes for a search, shorter than the slow fault. */
const searchLimitMs = 3_000;

const faults: [string, Fault][] = [
  ['takes five seconds', 'slow'],
  ['resets connections', 'reset'],
  ['never answers', 'black hole'],
  ['closes without an answer', 'no answer'],
  ['answers with 500', 'status 500'],
  ['is behind a proxy that answers with 503', 'status 503'],
  ['answers in another schema', 'another schema'],
  ['answers with a web page', 'no json'],
  ['answers with nothing', 'empty answer'],
];

for (const { name, open } of meilisearchPlaces) {
  describe(`Meilisearch away, ${name}`, () => {
    if (!open) return it('readers get an answer whatever happens', () => expect(open).toBeNull());
    let place: OpenPlace;
    let proxy: FaultProxy;
    let test: TestApp;

    const ask = async (words = 'q=ukulele'): Promise<Told> => {
      const answer = await test.app.inject({ url: `/api/v1/assets?${words}&per_page=50`, headers: madeAnew });
      const { total, items = [], notice_code: notice = null } = answer.json();
      return { status: answer.statusCode, total, names: items.map((item: { name: string }) => item.name), notice };
    };
    const isBack = () => expect.poll(async () => (await ask()).notice, { interval: 200 }).toBeNull();
    const searches = () => proxy.asked().filter((line) => line.includes('/multi-search')).length;

    beforeAll(async () => {
      place = await open();
      proxy = await startFaultProxy(place.url);
      test = await createTestApp(
        'sample',
        { MEILI_URL: proxy.url, MEILI_KEY: place.key ?? '', MEILI_PREFIX: place.prefix },
        { searchLimitMs },
      );
    });
    afterAll(async () => {
      await test?.app.close();
      await proxy?.close();
      await place?.close();
      await test?.close();
    });

    it('before its index is built, PostgreSQL answers and says so; then Meilisearch does, and nothing is said', async () => {
      const first = await ask();
      expect(first).toMatchObject({ status: 200, names: expect.arrayContaining(['Iwcs y Bryn ukuleles']) });
      await isBack();
      expect((await ask()).names).toContain('Iwcs y Bryn ukuleles');
    });

    describe.each(faults)('when it %s', (_, fault) => {
      it('readers get the whole answer from PostgreSQL, with an honest notice, and it is left alone after three failures', async () => {
        await isBack();
        const { names } = await ask();
        proxy.fail(fault);
        for (let reader = 0; reader < 6; reader += 1) {
          const told = await ask();
          expect(told).toMatchObject({ status: 200, notice: 'search-resting' });
          expect([...told.names].sort()).toEqual([...names].sort());
        }
        // The rest are probes.
        const failed = searches();
        expect(failed).toBeLessThan(6);
        expect(await pageSays(test)).toContain('having a rest');
      });

      it('a probe finds it well again, and nothing is said any more', async () => {
        proxy.fail('none');
        await isBack();
      });
    });

    it('breaks no page, no map, no suggestion and no health check while it never answers', async () => {
      proxy.fail('black hole');
      for (const url of [
        '/find?q=choir',
        '/cy/find?q=canu',
        '/whats-on',
        '/api/v1/suggestions?q=cho',
        '/areas/abbey-and-riverside',
        clusters,
      ]) {
        const { statusCode } = await test.app.inject(url);
        expect({ url, statusCode }).toEqual({ url, statusCode: 200 });
      }
      expect((await test.app.inject('/health/ready')).json()).toMatchObject({
        status: 'ok',
        search: { status: expect.stringContaining('away') },
      });
      proxy.fail('none');
      await isBack();
    });
  });
}

const clusters = '/api/v1/map/clusters?q=choir&bbox=-3.03,52.23,-2.98,52.27&zoom=12';

const pageSays = async ({ app }: TestApp) => (await app.inject({ url: '/find?q=ukulele', headers: madeAnew })).body;
