import { afterAll, beforeAll, describe } from 'vitest';
import type { AssetIndex } from '../../api/search/asset-index.ts';
import { type Asked, noFilters } from './asked.ts';
import { describeChoices } from './contract-choices.ts';
import { describeNames } from './contract-names.ts';
import { describeOrder } from './contract-order.ts';
import { describePhrases } from './contract-phrases.ts';
import { describeRanking } from './contract-ranking.ts';
import { describeWords } from './contract-words.ts';
import { describeWriting } from './contract-writing.ts';
import { documents } from './documents.ts';

/** What every adapter promises, over documents made by hand. `open` makes an empty index of its own. */
export function describeIndex(name: string, open: () => Promise<{ index: AssetIndex; close(): Promise<void> }>): void {
  describe(name, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      opened = await open();
      await opened.index.put(documents);
    });
    afterAll(() => opened?.close());

    const asked: Asked = {
      index: () => opened.index,
      ask: (question) =>
        opened.index.search({
          text: '',
          sort: 'relevance',
          offset: 0,
          limit: 10,
          ...question,
          filters: { ...noFilters, ...question.filters },
        }),
      slugs: async (question) => (await asked.ask(question)).ids.map((id) => id.replace(/^(asset|signpost)-/, '')),
      find: (text, limit = 10) => asked.slugs({ text, limit }),
    };
    describeWords(asked);
    describeOrder(asked);
    describeNames(asked);
    describeRanking(asked);
    describePhrases(asked);
    describeChoices(asked);
    describeWriting(asked);
  });
}
