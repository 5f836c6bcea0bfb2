import { describe, expect, it } from 'vitest';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { meilisearchPlaces } from '../support/meilisearch-places.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { allowNamedDocuments } from './allow-named-documents.ts';
import { noFilters, vocabulary } from './asked.ts';
import { describeIndex } from './contract.ts';
import { documents, middle } from './documents.ts';

const alikeTexts = [
  '',
  'choir',
  'singing',
  'company',
  'knitting',
  'knit',
  'church',
  'allotment',
  'grow',
  'library',
  'ukul',
  'wool tea',
  'mend',
  'community garden',
  'hall',
  'canu',
  'music',
];

for (const { name, open } of meilisearchPlaces) {
  describe(name, () => {
    if (!open) return it('the Meilisearch index', () => expect(open).toBeNull());

    it('both indexes put the same ten first, for words, wishes and beginnings, with and without a place', async () => {
      const [{ db, close }, place] = await Promise.all([createTestDatabase(), open()]);
      await allowNamedDocuments(db);
      const all = [createEmbeddedIndex(db, vocabulary), createMeilisearchIndex({ ...place, vocabulary })];
      try {
        for (const index of all) await index.rebuild((async function* () {})());
        for (const index of all) await index.put(documents);
        for (const text of alikeTexts) {
          for (const near of [null, { point: middle, radiusMetres: null }]) {
            const query = { text, filters: { ...noFilters, near }, sort: 'relevance', offset: 0, limit: 10 } as const;
            const [embedded, meilisearch] = await Promise.all(all.map(async (index) => (await index.search(query)).ids));
            // What Meilisearch takes for a slip of the pen beside what is held as typed stands after it.
            expect(meilisearch?.slice(0, embedded?.length), `${text}${near ? ', near' : ''}`).toEqual(embedded);
          }
        }
      } finally {
        await close();
        await place.close();
      }
    });

    describeIndex('the Meilisearch index', async () => {
      const place = await open();
      const index = createMeilisearchIndex({ ...place, vocabulary });
      await index.rebuild((async function* () {})());
      return { index, close: place.close };
    });
  });
}
