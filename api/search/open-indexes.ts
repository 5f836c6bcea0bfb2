import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { Deps, Log } from '../deps.ts';
import { askInTurn } from './ask-in-turn.ts';
import type { AssetIndex } from './asset-index.ts';
import { withCircuitBreaker } from './circuit-breaker.ts';
import { countFailures } from './count-failures.ts';
import { createEmbeddedIndex } from './embedded/embedded-index.ts';
import { createLiveVocabulary } from './live-vocabulary.ts';
import { createMeilisearchIndex } from './meilisearch/meilisearch-index.ts';
import { vocabularyPath } from './vocabulary.ts';
import { watchLag } from './watch-lag.ts';

type Indexes = Pick<Deps, 'assetIndex' | 'copies' | 'lag' | 'embeddedIndex' | 'vocabulary' | 'searchFailures'>;

/** The indexes that the settings name. Without Meilisearch both are the embedded one. */
export function openIndexes(
  config: Pick<Config, 'meiliUrls' | 'meiliKey' | 'meiliPrefix'>,
  { db, log, searchLimitMs }: { db: Database; log: Log; searchLimitMs?: number },
): Indexes {
  const vocabulary = createLiveVocabulary(db, vocabularyPath, { warn: (message) => log.warn({}, message) });
  const embeddedIndex = createEmbeddedIndex(db, vocabulary);
  const lag = watchLag(db);
  const { meiliUrls, meiliKey: key, meiliPrefix: prefix } = config;
  const copies = meiliUrls.map((url) => createMeilisearchIndex({ url, key, prefix, timeLimitMs: searchLimitMs, vocabulary }));
  const [only] = copies;
  if (!only) return { assetIndex: embeddedIndex, copies, lag, embeddedIndex, vocabulary, searchFailures: () => 0 };
  const guard = (copy: AssetIndex) => ({
    server: copy.server,
    index: withCircuitBreaker(copy, {
      onChange: (open) => log.warn({ server: copy.server }, open ? 'Meilisearch rests after failing' : 'Meilisearch is back'),
    }),
  });
  const counted = countFailures(copies.length === 1 ? guard(only).index : askInTurn(copies.map(guard), { isBehind: lag.isBehind, log }));
  return { assetIndex: counted.index, copies, lag, embeddedIndex, vocabulary, searchFailures: counted.failures };
}
