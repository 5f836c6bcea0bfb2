import type { AssetIndex } from '../asset-index.ts';
import type { VocabularySource } from '../vocabulary.ts';
import { findBest } from './find-best.ts';
import { findNamed } from './find-named.ts';
import { findPoints } from './find-points.ts';
import { createIndexKeeper } from './index-keeper.ts';
import { searchPage } from './search-page.ts';
import { connect } from './server.ts';

/** The index for large districts, on a Meilisearch of one's own. */
export function createMeilisearchIndex(options: { url: string; key: string | null; vocabulary: VocabularySource }): AssetIndex {
  const server = connect(options);
  const keeper = createIndexKeeper(server, options.vocabulary);
  return {
    name: 'meilisearch',
    prepare: () => keeper.prepare(),
    search: (query) =>
      findBest(
        server,
        options.vocabulary,
        query,
        (words) => searchPage(server, words, query),
        (answer) => answer.total,
      ),
    points: (query) =>
      findBest(
        server,
        options.vocabulary,
        query,
        (words) => findPoints(server, words, query),
        (points) => points.length,
      ),
    named: (query) => findNamed(server, options.vocabulary, query),
    put: (documents) => keeper.put(documents),
    remove: (ids) => keeper.remove(ids),
    rebuild: (documents, progress) => keeper.rebuild(documents, progress),
    ping: () => keeper.ping(),
  };
}
