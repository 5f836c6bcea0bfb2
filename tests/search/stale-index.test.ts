import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordChange } from '../../api/search/record-change.ts';
import { askMeilisearch, liveIndex } from '../support/ask-meilisearch.ts';
import { meilisearchPlaces, type OpenPlace } from '../support/meilisearch-places.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { TEST_NOW } from '../support/test-clock.ts';

/** The index is told of a takedown only later: what it still holds is shown to nobody meanwhile. */
for (const { name, open } of meilisearchPlaces) {
  describe(`an index that still holds what was taken down, ${name}`, () => {
    if (!open) return it('shows nothing of it', () => expect(open).toBeNull());
    let place: OpenPlace;
    let test: TestApp;
    let idle: pg.Client;
    const asset = { name: 'Xylophonic evenings', slug: 'xylophonic-evenings' };
    const ask = async (query: string) => (await test.app.inject(`/api/v1/assets?${query}`)).json();

    beforeAll(async () => {
      place = await open();
      test = await createTestApp(
        'sample',
        { MEILI_URL: place.url, MEILI_KEY: place.key ?? '', MEILI_PREFIX: place.prefix },
        { searchLimitMs: 30_000 },
      );
      const { db, clock } = test.deps;
      await db.transaction(async (tx) => {
        const [row] = await tx.query<{ id: string }>(
          'test-insert-xylophonic',
          `insert into assets (slug, name, kind, summary, status, last_checked_at, last_checked_by, area_id, lat, lng)
           values ($1, $2, 'group', 'A plain summary.', 'published', $3::timestamptz, 'group', (select id from areas where slug = 'abbey-and-riverside'), 52.251, -3.008)
           returning id`,
          [asset.slug, asset.name, TEST_NOW],
        );
        await recordChange(tx, clock.now(), { assetIds: [row?.id ?? ''] });
      });
      await until(async () => {
        const { total, notice_code } = await ask('q=xylophonic');
        return total === 1 && notice_code === null;
      });
      // From now on nobody tells the index: it is this one's turn, who does nothing.
      idle = new pg.Client({ connectionString: test.databaseUrl });
      await idle.connect();
      await idle.query(`select pg_advisory_lock(hashtext('open-door outbox'))`);
      await db.transaction(async (tx) => {
        const [row] = await tx.query<{ id: string }>(
          'test-hide-xylophonic',
          `update assets set status = 'hidden' where slug = $1 returning id`,
          [asset.slug],
        );
        await recordChange(tx, clock.now(), { assetIds: [row?.id ?? ''] });
      });
    });
    afterAll(async () => {
      await idle?.end();
      await test?.app.close();
      await place?.close();
      await test?.close();
    });

    it.each(['q=xylophonic', 'q=xylophonik', 'q=xylophonic&sort=name', 'q=xylophonic&near=52.251,-3.008&within=400'])(
      'neither in the list nor in any count: %s',
      async (query) => {
        const { items, total, facets, notice_code } = await ask(query);
        expect(notice_code).toBeNull();
        expect(items).toEqual([]);
        expect(total).toBe(0);
        for (const counts of Object.values(facets)) expect(counts).toEqual({});
      },
    );

    it.each([
      '/find?q=xylophonic',
      '/cy/find?q=xylophonic',
      '/api/v1/suggestions?q=xyloph',
      '/api/v1/map/clusters?q=xylophonic&bbox=-3.03,52.23,-2.98,52.27&zoom=17',
      '/api/v1/whats-on?q=xylophonic',
      '/feeds/find.atom?q=xylophonic',
      `/api/v1/assets/${asset.slug}`,
    ])('nor by %s', async (url) => {
      const { body } = await test.app.inject({ url, headers: { 'accept-encoding': 'identity' } });
      expect(body).not.toContain(asset.name);
      if (!url.includes(asset.slug)) expect(body).not.toContain(asset.slug);
      expect(body).not.toMatch(/"count":1\b/);
    });

    it('nor what never was here, whoever wrote it there', async () => {
      const live = await liveIndex(place);
      await askMeilisearch(place, `POST /indexes/${live}/documents`, [
        { id: 'asset-0b5f5a4e-0000-4000-8000-000000000001', slug: 'quokka', tier: 0, kind: 'group', name: ['quokka club'], located: true },
      ]);
      const { items, total, facets } = await ask('q=quokka');
      expect({ items, total, kinds: facets.kind }).toEqual({ items: [], total: 0, kinds: {} });
      const { body } = await test.app.inject('/api/v1/map/clusters?q=quokka&bbox=-3.03,52.23,-2.98,52.27&zoom=17');
      expect(JSON.parse(body)).toMatchObject({ items: [], total: 0 });
    });
  });
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}
