import type { AssetIndex, IndexQuery } from '../asset-index.ts';
import type { VocabularySource } from '../vocabulary.ts';
import { quoted } from './filter-text.ts';
import { findBest } from './find-best.ts';
import { findNamed } from './find-named.ts';
import { findPoints } from './find-points.ts';
import { createIndexContents } from './index-contents.ts';
import { createIndexKeeper } from './index-keeper.ts';
import { searchPage } from './search-page.ts';
import { connect, type MeilisearchOptions, type MeilisearchServer } from './server.ts';

/** The index for large districts, on a Meilisearch of one's own. */
export function createMeilisearchIndex({ vocabulary, ...options }: MeilisearchOptions & { vocabulary: VocabularySource }): AssetIndex {
  const server = connect(options);
  return {
    name: 'meilisearch',
    server: nameOf(new URL(options.url)),
    search: (query) =>
      server.inTime(
        findBest(
          among(server, query),
          vocabulary,
          query,
          (words) => searchPage(among(server, query), words, query),
          (answer) => answer.total,
        ),
      ),
    points: (query) =>
      findBest(
        among(server, query),
        vocabulary,
        query,
        (words) => findPoints(among(server, query), words, query),
        (points) => points.length,
      ),
    named: (query) => findNamed(server, vocabulary, query),
    ping: () => server.ping(),
    ...createIndexKeeper(server, vocabulary),
    ...createIndexContents(server),
  };
}

const nameOf = ({ origin, pathname }: URL) => `${origin}${pathname}`.replace(/\/$/, '');

/** The same server as if what is gone were not in its index: neither found nor counted. */
function among(server: MeilisearchServer, { without = [] }: Pick<IndexQuery, 'without'>): MeilisearchServer {
  if (without.length === 0) return server;
  const standing = `NOT id IN [${without.map(quoted).join(', ')}]`;
  const only = <Query extends { filter?: unknown }>(query: Query) => ({ ...query, filter: [query.filter ?? [], standing].flat() });
  return {
    ...server,
    search: (queries) => server.search(queries.map(only)),
    list: (filter, limit) => server.list([...filter, standing], limit),
  };
}
