import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AssetIndex, IndexQuery, SentDocument } from '../../api/search/asset-index.ts';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { metresBetween } from '../../api/search/nearness.ts';
import { meilisearchPlaces, type OpenPlace } from '../support/meilisearch-places.ts';
import { noFilters, vocabulary } from './asked.ts';
import { documents, middle } from './documents.ts';

const pattern = documents.find(({ tier }) => tier === 0);
if (!pattern) throw new Error('no documents');

/** Sown by steps of a golden angle, thinner and thinner; four hundred stand under one roof, some nowhere, some are signposts. */
const sown: SentDocument[] = Array.from({ length: 1_600 }, (_, at) => {
  const far = at < 400 ? 0.004 : 0.000_02 * (at - 390) ** 1.7;
  const turn = at < 400 ? 1 : at * 2.399_963;
  const point = { lat: middle.lat + far * Math.sin(turn) * 0.6, lng: middle.lng + far * Math.cos(turn) };
  const isSignpost = at % 10 === 9;
  const id = `${isSignpost ? 'signpost' : 'asset'}-${String(at).padStart(4, '0')}`;
  return {
    ...pattern,
    ...{ id, slug: id, version: '1', name_sort: id, tier: isSignpost ? 1 : 0, kind: isSignpost ? 'signpost' : 'group' },
    point: at % 40 === 3 ? null : point,
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
    let index: AssetIndex;

    beforeAll(async () => {
      place = await open();
      index = createMeilisearchIndex({ ...place, vocabulary });
      await index.rebuild(
        (async function* () {
          yield sown;
        })(),
      );
    });
    afterAll(() => place?.close());

    const ask = (query: Partial<IndexQuery>) =>
      index.search({
        ...{ text: '', sort: 'distance', offset: 0, limit: 20, facets: false },
        filters: { ...noFilters, near: { point: middle, radiusMetres: null } },
        ...query,
      });

    it.each([
      [0, 20],
      [0, 300],
      [390, 40],
      [480, 20],
      [940, 60],
    ])('are as counted by hand, from %i on, %i of them', async (offset, limit) => {
      const { ids, total } = await ask({ offset, limit });
      expect(total).toBe(sown.length);
      expect(ids).toEqual(byHand().slice(offset, offset + limit));
    });

    it('end with what has no place, then signposts, where little is found', async () => {
      const text = 'nothing-like-this';
      expect((await ask({ text })).ids).toEqual([]);
      const few = { ...noFilters, kinds: ['signpost' as const], near: { point: middle, radiusMetres: null } };
      const signposts = byHand().filter((id) => id.startsWith('signpost'));
      expect((await ask({ filters: few, limit: 160 })).ids).toEqual(signposts);
    });
  });
}
