import type { AssetIndex } from '../asset-index.ts';
import type { VocabularySource } from '../vocabulary.ts';
import { findBest } from './find-best.ts';
import { findNamed } from './find-named.ts';
import { findPoints } from './find-points.ts';
import { createIndexContents } from './index-contents.ts';
import { createIndexKeeper } from './index-keeper.ts';
import { searchPage } from './search-page.ts';
import { connect, type MeilisearchOptions } from './server.ts';

/** The index for large districts, on a Meilisearch of one's own. */
export function createMeilisearchIndex({ vocabulary, ...options }: MeilisearchOptions & { vocabulary: VocabularySource }): AssetIndex {
  const server = connect(options);
  return {
    name: 'meilisearch',
    search: (query) =>
      server.inTime(
        findBest(
          server,
          vocabulary,
          query,
          (words) => searchPage(server, words, query),
          (answer) => answer.total,
        ),
      ),
    points: (query) =>
      findBest(
        server,
        vocabulary,
        query,
        (words) => findPoints(server, words, query),
        (points) => points.length,
      ),
    named: (query) => findNamed(server, vocabulary, query),
    ping: () => server.ping(),
    ...createIndexKeeper(server, vocabulary),
    ...createIndexContents(server),
  };
}
