import { describe, expect, it } from 'vitest';
import { createMeilisearchIndex } from '../../api/search/meilisearch/meilisearch-index.ts';
import { synonyms } from './asked.ts';
import { describeIndex } from './contract.ts';

const { MEILI_TEST_URL: url, MEILI_TEST_KEY: key } = process.env;

if (url) {
  describeIndex('the Meilisearch index', async () => {
    const index = createMeilisearchIndex({ url, key: key ?? null, synonyms });
    await index.rebuild((async function* () {})());
    return { index, close: async () => undefined };
  });
} else {
  describe('the Meilisearch index', () => {
    it('was NOT tried against a real server: MEILI_TEST_URL and MEILI_TEST_KEY were not given', () => {
      expect(url).toBeUndefined();
    });
  });
}
