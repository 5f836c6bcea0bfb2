import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SearchUnavailable } from '../../api/errors.ts';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { askMeilisearch } from '../support/ask-meilisearch.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { meilisearchPlaces, type OpenPlace } from '../support/meilisearch-places.ts';
import { createTestApp } from '../support/test-app.ts';
import { noFilters, vocabulary } from './asked.ts';
import { documents } from './documents.ts';

const query = { text: 'ukulele', filters: noFilters, sort: 'relevance', offset: 0, limit: 10 } as const;

for (const { name, open } of meilisearchPlaces) {
  describe(`the keys that the program makes itself, ${name}`, () => {
    if (!open) return it('reach no further than its own indexes', () => expect(open).toBeNull());
    let place: OpenPlace;
    let proxy: FaultProxy;
    beforeEach(async () => {
      place = await open();
      proxy = await startFaultProxy(place.url);
    });
    afterEach(async () => {
      await proxy?.close();
      await place?.close();
    });

    const connect = (key = place.key) => createMeilisearchIndex({ ...place, url: proxy.url, key, vocabulary });
    const ours = async () =>
      ((await askMeilisearch(place, 'GET /keys?limit=1000')).results ?? []).filter(({ indexes }) => indexes?.includes(`${place.prefix}-*`));

    async function built() {
      const index = connect();
      await index.rebuild(
        (async function* () {
          yield documents;
        })(),
      );
      return index;
    }

    it('are two: one that searches and can write nothing, one that writes, and neither reaches another index', async () => {
      await built();
      const keys = await ours();
      expect(keys).toHaveLength(2);
      for (const { actions = [], indexes } of keys) {
        expect(indexes).toEqual([`${place.prefix}-*`]);
        expect(actions).not.toContain('*');
      }
      expect(keys.map(({ actions }) => [...(actions ?? [])].sort())).toContainEqual(['documents.get', 'search']);
      const reading = keys.find(({ actions }) => actions?.includes('search'))?.key ?? '';
      const name = (await askMeilisearch(place, 'GET /indexes?limit=1000')).results?.find(({ uid }) => uid.startsWith(place.prefix))?.uid;
      for (const request of [`DELETE /indexes/${name}`, `GET /indexes/${name}/settings`, 'GET /keys'])
        expect(await askMeilisearch({ url: place.url, key: reading }, request)).toMatchObject({ code: 'invalid_api_key' });
    });

    it('are made once, however many processes begin at once', async () => {
      await built();
      await Promise.all([connect(), connect(), connect(), connect()].map((index) => index.search(query)));
      expect(await ours()).toHaveLength(2);
    });

    it('send the searches: once it is met, nothing is asked with the key that was given', async () => {
      const index = await built();
      await index.search(query);
      const before = proxy.sent(place.key ?? '');
      for (let reader = 0; reader < 5; reader += 1) await index.search(query);
      await index.put(documents.slice(0, 2));
      await index.remove(['asset-never-there']);
      expect(before).toBeGreaterThan(0);
      expect(proxy.sent(place.key ?? '')).toBe(before);
    });

    it('are not needed: a key that may not make others is used itself', async () => {
      await built();
      // Without the version nobody knows the index's name: such a key reaches all indexes.
      const given = await askMeilisearch(place, 'POST /keys', {
        ...{ uid: crypto.randomUUID(), name: 'given by hand', indexes: ['*'], expiresAt: null },
        actions: ['search', 'version', 'documents.*', 'indexes.*', 'settings.*', 'tasks.*', 'stats.get'],
      });
      const index = connect(String(given.key));
      expect((await index.search(query)).ids).toContain('asset-ukulele-sundays');
      await index.put(documents.slice(0, 1));
      await askMeilisearch(place, `DELETE /keys/${given.uid}`);
    });

    it('do not come of a wrong key: readers are answered by PostgreSQL', async () => {
      await built();
      await expect(connect('not-the-key-at-all').search(query)).rejects.toThrow(SearchUnavailable);
    });

    it('stand in no line of the log, whatever goes wrong', async () => {
      const lines: string[] = [];
      const stream = new Writable({
        write(line, _, done) {
          lines.push(String(line));
          done();
        },
      });
      const app = await createTestApp(
        'sample',
        { MEILI_URL: proxy.url, MEILI_KEY: place.key ?? '', MEILI_PREFIX: place.prefix },
        { logger: { level: 'trace', stream }, searchLimitMs: 3_000 },
      );
      try {
        const ask = () => app.app.inject('/api/v1/assets?q=ukulele');
        await expect.poll(async () => (await ask()).json().notice_code).toBeNull();
        for (const fault of ['status 500', 'reset', 'another schema', 'black hole', 'no json'] as const) {
          proxy.fail(fault);
          for (let reader = 0; reader < 2; reader += 1) await ask();
        }
        proxy.fail('none');
        const texts = [place.key ?? '', ...(await ours()).map(({ key }) => key ?? '')];
        expect(texts).toHaveLength(3);
        expect(lines.join('')).toContain('the embedded one does');
        for (const text of texts) expect(lines.join('').includes(text)).toBe(false);
      } finally {
        await app.close();
      }
    });
  });
}
