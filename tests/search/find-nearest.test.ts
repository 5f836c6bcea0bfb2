import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetIndex, IndexQuery, SentDocument } from '../../api/search/asset-index.ts';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { metresBetween } from '../../api/search/nearness.ts';
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts';
import { meilisearchPlaces, type OpenPlace } from '../support/meilisearch-places.ts';
import { noFilters, vocabulary } from './asked.ts';
import { documents, middle } from './documents.ts';

const pattern = documents.find(({ tier }) => tier === 0);
if (!pattern) throw new Error('no documents');

/** What stands where nobody sees the order of: neither name nor place tells it. */
const shuffled = (at: number) => ({ standing: (at * 7) % 3, next_at: at % 5 === 0 ? null : 1_800_000_000 + ((at * 7_919) % 9_973) });

/** By steps of a golden angle, thinner and thinner. */
function spiral(at: number) {
  const [far, turn] = [0.000_02 * (at + 10) ** 1.7, at * 2.399_963];
  return { lat: middle.lat + far * Math.sin(turn) * 0.6, lng: middle.lng + far * Math.cos(turn) };
}
const roof = (north: number) => ({ lat: middle.lat + north, lng: middle.lng + 0.001 });

/** Sown around; 400 under a roof near by and 1,100 under one a few miles off; some nowhere, some signposts, few of which are anywhere. */
const sown: SentDocument[] = Array.from({ length: 2_500 }, (_, at) => {
  const point = at < 400 ? roof(0.003) : at < 1_500 ? roof(0.08) : spiral(at - 1_500);
  const isSignpost = at % 10 === 9;
  const id = `${isSignpost ? 'signpost' : 'asset'}-${String((at * 1_237) % 10_007).padStart(5, '0')}`;
  return {
    ...{ ...pattern, ...shuffled(at), id, slug: id, version: '1', name_sort: id, tier: isSignpost ? 1 : 0 },
    kind: isSignpost ? 'signpost' : 'group',
    point: at % 40 === 3 || (isSignpost && at % 100 !== 99) ? null : point,
  };
});

function byHand(): string[] {
  const far = ({ point }: SentDocument) => (point ? metresBetween(point, middle) : Number.POSITIVE_INFINITY);
  return sown
    .toSorted((a, b) => a.tier - b.tier || (far(a) === far(b) ? 0 : far(a) - far(b)) || (a.name_sort < b.name_sort ? -1 : 1))
    .map(({ id }) => id);
}

for (const { name, open } of meilisearchPlaces) {
  describe(`the nearest first, ${name}`, () => {
    if (!open) return it('are as counted by hand', () => expect(open).toBeNull());
    let place: OpenPlace;
    let proxy: FaultProxy;
    let index: AssetIndex;

    beforeAll(async () => {
      place = await open();
      proxy = await startFaultProxy(place.url);
      index = createMeilisearchIndex({ ...place, url: proxy.url, vocabulary });
      await index.rebuild(
        (async function* () {
          yield sown;
        })(),
      );
    });
    afterAll(async () => {
      await proxy?.close();
      await place?.close();
    });

    const searches = () => proxy.asked().filter((line) => line.includes('/multi-search')).length;
    const everywhere = { ...noFilters, near: { point: middle, radiusMetres: null } };
    const ask = (query: Partial<IndexQuery>) =>
      index.search({ ...{ text: '', sort: 'distance', offset: 0, limit: 50, facets: false, filters: everywhere }, ...query });

    it('are as counted by hand, page after page, in no more requests than a reader can wait for', async () => {
      const pages: string[] = [];
      let most = 0;
      for (let offset = 0; offset < 1_000; offset += 50) {
        proxy.fail('none');
        const { ids, total } = await ask({ offset });
        expect(total).toBe(sown.length);
        most = Math.max(most, searches());
        pages.push(...ids);
      }
      expect(pages).toEqual(byHand().slice(0, 1_000));
      expect(most).toBeLessThan(13);
    });

    it('are found by words and in a place as well', async () => {
      const within = { ...noFilters, near: { point: middle, radiusMetres: 2_000 } };
      const [first = ''] = byHand();
      const { ids } = await ask({ text: pattern.name.split('|')[0] ?? '', filters: within });
      expect(ids).toEqual(byHand().slice(0, 50));
      expect(ids[0]).toBe(first);
    });

    it('end with what has no place, and signposts come after all assets', async () => {
      expect((await ask({ text: 'nothing-like-this' })).ids).toEqual([]);
      const signposts = byHand().filter((id) => id.startsWith('signpost'));
      proxy.fail('none');
      expect((await ask({ filters: { ...everywhere, kinds: ['signpost'] }, limit: signposts.length })).ids).toEqual(signposts);
      expect(searches()).toBeLessThan(10);
    });

    it('are those around, in whatever order, where no order is asked for', async () => {
      proxy.fail('none');
      const { ids } = await ask({ ordered: false, limit: 200 });
      expect(searches()).toBeLessThan(5);
      expect(ids).toHaveLength(200);
      expect((await ask({ ordered: false, limit: 1_000, filters: { ...everywhere, kinds: ['signpost'] } })).ids.toSorted()).toEqual(
        byHand()
          .filter((id) => id.startsWith('signpost'))
          .toSorted(),
      );
    });
  });
}
