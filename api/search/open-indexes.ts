import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../deps.ts';
import type { AssetIndex, EmbeddedIndex } from './asset-index.ts';
import { withCircuitBreaker } from './circuit-breaker.ts';
import { countFailures } from './count-failures.ts';
import { createEmbeddedIndex } from './embedded/embedded-index.ts';
import { createLiveVocabulary, type LiveVocabulary } from './live-vocabulary.ts';
import { createMeilisearchIndex } from './meilisearch/meilisearch-index.ts';
import { vocabularyPath } from './vocabulary.ts';

/** The indexes that the settings name. Without Meilisearch both are the embedded one. */
export function openIndexes(
  config: Pick<Config, 'meiliUrl' | 'meiliKey' | 'meiliPrefix'>,
  { db, log, searchLimitMs }: { db: Database; log: Log; searchLimitMs?: number },
): { assetIndex: AssetIndex; embeddedIndex: EmbeddedIndex; vocabulary: LiveVocabulary; searchFailures(): number } {
  const vocabulary = createLiveVocabulary(db, vocabularyPath, { warn: (message) => log.warn({}, message) });
  const embeddedIndex = createEmbeddedIndex(db, vocabulary);
  if (config.meiliUrl === null) return { assetIndex: embeddedIndex, embeddedIndex, vocabulary, searchFailures: () => 0 };
  const meilisearch = createMeilisearchIndex({
    ...{ url: config.meiliUrl, key: config.meiliKey, prefix: config.meiliPrefix },
    timeLimitMs: searchLimitMs,
    vocabulary,
  });
  const assetIndex = withCircuitBreaker(meilisearch, {
    onChange: (open) => log.warn({}, open ? 'Meilisearch rests after failing; the embedded search answers' : 'Meilisearch is back'),
  });
  const counted = countFailures(assetIndex);
  return { assetIndex: counted.index, embeddedIndex, vocabulary, searchFailures: counted.failures };
}
