import { afterAll, describe, expect, it } from 'vitest';
import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { clearPlace, notTried, realMeilisearch } from '../support/real-meilisearch.ts';
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

const place = realMeilisearch();

if (place) {
  afterAll(() => clearPlace(place));

  describe('both indexes', () => {
    it('put the same ten first, for words, wishes and beginnings, with and without a place', async () => {
      const { db, close } = await createTestDatabase();
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
      }
    });
  });

  describeIndex('the Meilisearch index', async () => {
    const index = createMeilisearchIndex({ ...place, vocabulary });
    await index.rebuild((async function* () {})());
    return { index, close: async () => undefined };
  });
} else {
  describe('the Meilisearch index', () => {
    it(notTried, () => {
      expect(place).toBeNull();
    });
  });
}
