import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SearchUnavailable } from '../../api/errors.ts';
import type { AssetIndex } from '../../api/search/asset-index.ts';
import { putDocuments } from '../../api/search/embedded/keep-rows.ts';
import { listSentDocuments } from '../../api/search/embedded/version-queries.ts';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { addOutboxLines } from '../../api/search/outbox-queries.ts';
import { sweepIndex } from '../../api/search/sweep-index.ts';
import { drainOutbox, startSync } from '../../api/search/sync.ts';
import { askMeilisearch, liveIndex } from '../support/ask-meilisearch.ts';
import { meilisearchPlaces, type OpenPlace } from '../support/meilisearch-places.ts';
import { createTestDeps } from '../support/test-deps.ts';
import { allowNamedDocuments } from './allow-named-documents.ts';
import { noFilters, vocabulary } from './asked.ts';
import { documents } from './documents.ts';

for (const { name, open } of meilisearchPlaces) {
  describe(`damage to the index, ${name}`, () => {
    if (!open) return it('is found and mended', () => expect(open).toBeNull());
    let deps: Awaited<ReturnType<typeof createTestDeps>>;
    let place: OpenPlace;
    let index: AssetIndex;
    let live: string;

    beforeEach(async () => {
      [deps, place] = await Promise.all([createTestDeps(), open()]);
      await allowNamedDocuments(deps.db);
      await deps.db.transaction((tx) => putDocuments(tx, documents));
      index = createMeilisearchIndex({ ...place, vocabulary });
      await index.rebuild(sent());
      live = await liveIndex(place);
    });
    afterEach(async () => {
      await place?.close();
      await deps?.close();
    });

    async function* sent() {
      yield await listSentDocuments(deps.db, '', 1_000);
    }
    const all = () => ({ ...deps, assetIndex: index, vocabulary });
    const ask = (request: string, body?: unknown) => askMeilisearch(place, request, body);
    const found = async (text: string) => (await index.search({ text, filters: noFilters, sort: 'relevance', offset: 0, limit: 100 })).ids;
    const sweep = () => sweepIndex(all());
    const whole = { missing: 0, stale: 0, extra: 0, abandoned: false };
    const mended = async () => {
      await drainOutbox(all());
      expect(await sweep()).toEqual(whole);
      expect(await index.size()).toBe(documents.length);
    };

    it('is none where none was done, neither in documents nor in settings', async () => {
      expect(await sweep()).toEqual(whole);
      expect(await index.prepare()).toBe('ready');
    });

    it('deleted documents are found and come back', async () => {
      await ask(`POST /indexes/${live}/documents/delete-batch`, ['asset-ukulele-sundays', 'asset-mari-lwyd']);
      expect(await found('ukulele sundays')).not.toContain('asset-ukulele-sundays');
      expect(await sweep()).toEqual({ ...whole, missing: 2 });
      await mended();
      expect(await found('ukulele sundays')).toContain('asset-ukulele-sundays');
    });

    it('stale documents are found and brought up to date', async () => {
      const { results: [old] = [] } = await ask(`POST /indexes/${live}/documents/fetch`, { ids: ['asset-mari-lwyd'], limit: 1 });
      await ask(`POST /indexes/${live}/documents`, [{ ...old, name: ['quokka club'], version: 'of last year' }]);
      expect(await found('quokka')).toEqual(['asset-mari-lwyd']);
      expect(await sweep()).toEqual({ ...whole, stale: 1 });
      await mended();
      expect(await found('quokka')).toEqual([]);
    });

    it('documents that are here no more are found and go', async () => {
      await ask(`POST /indexes/${live}/documents`, [{ id: 'asset-quokka', tier: 0, kind: 'group', name: ['quokka club'], version: 'x' }]);
      expect(await found('quokka')).toEqual(['asset-quokka']);
      expect(await sweep()).toEqual({ ...whole, extra: 1 });
      await mended();
      expect(await found('quokka')).toEqual([]);
    });

    it('all at once is found and mended', async () => {
      await ask(`POST /indexes/${live}/documents/delete-batch`, ['asset-ukulele-sundays']);
      await ask(`POST /indexes/${live}/documents`, [{ id: 'asset-quokka', tier: 0, kind: 'group', name: ['quokka club'] }]);
      expect(await sweep()).toEqual({ ...whole, missing: 1, extra: 1 });
      await mended();
    });

    it('an emptied index is found and filled', async () => {
      await ask(`DELETE /indexes/${live}/documents`);
      expect(await sweep()).toEqual({ ...whole, missing: documents.length });
      await mended();
    });

    it('an index that is gone is built anew by itself, while changes wait', async () => {
      await ask(`DELETE /indexes/${live}`);
      expect(await sweep()).toBeNull();
      const running = startSync(all(), { pollMs: 20, lookMs: 100 });
      await expect.poll(() => index.size().catch(() => 0)).toBe(documents.length);
      await running.stop();
      expect(await sweep()).toEqual(whole);
    });

    it('keys that are gone are made anew, and what they were for goes on', async () => {
      for (const { uid, indexes } of (await ask('GET /keys?limit=1000')).results ?? [])
        if (indexes?.includes(`${place.prefix}-*`)) await ask(`DELETE /keys/${uid}`);
      await expect.poll(() => found('ukulele sundays').catch(() => [])).toContain('asset-ukulele-sundays');
      await index.put(documents.slice(0, 1));
    });

    it('other settings than ours are found and ours sent again; until then readers are answered by PostgreSQL', async () => {
      await ask(`PATCH /indexes/${live}/settings`, { rankingRules: ['words'], synonyms: {}, searchableAttributes: ['body'] });
      await expect(found('ukulele sundays')).rejects.toThrow(SearchUnavailable);
      expect(await index.prepare()).toBe('mended');
      expect(await index.prepare()).toBe('ready');
      expect(await found('ukulele sundays')).toContain('asset-ukulele-sundays');
    });

    it('what was found and mended is kept count of, and so is settings and a whole index', async () => {
      const facts = () => deps.db.query<{ value: object }>('test-mended', `select value from program_facts where name = 'search-mended'`);
      await ask(`POST /indexes/${live}/documents/delete-batch`, ['asset-ukulele-sundays']);
      await sweep();
      await mended();
      expect(await facts()).toMatchObject([{ value: { missing: 1, stale: 0, extra: 0 } }]);
      await ask(`PATCH /indexes/${live}/settings`, { synonyms: {} });
      const running = startSync(all(), { pollMs: 20, lookMs: 100 });
      await expect.poll(facts).toMatchObject([{ value: { missing: 1, settings: 1 } }]);
      await ask(`DELETE /indexes/${live}`);
      await expect.poll(facts).toMatchObject([{ value: { missing: 1, settings: 1, index: 1 } }]);
      await running.stop();
    });

    it('what is only waiting to be told is no damage', async () => {
      const [first] = documents;
      if (!first) throw new Error('no documents');
      await deps.db.transaction(async (tx) => {
        await putDocuments(tx, [{ ...first, name: 'quokka club' }]);
        await addOutboxLines(tx, [first.id], []);
      });
      expect(await sweep()).toEqual(whole);
      expect(await found('quokka')).toEqual([]);
      await mended();
      expect(await found('quokka')).toEqual([first.id]);
    });

    it('is looked for by one process at a time', async () => {
      await ask(`POST /indexes/${live}/documents/delete-batch`, ['asset-ukulele-sundays']);
      const swept = (await Promise.all([sweep(), sweep(), sweep()])).filter((each) => each !== null);
      expect(swept.reduce((sum, { missing }) => sum + missing, 0)).toBe(1);
      await mended();
    });
  });
}
