import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../deps.ts';
import { askInTurn } from './ask-in-turn.ts';
import type { AskedIndex, AssetIndex, EmbeddedIndex } from './asset-index.ts';
import { withCircuitBreaker } from './circuit-breaker.ts';
import { countFailures } from './count-failures.ts';
import { createEmbeddedIndex } from './embedded/embedded-index.ts';
import { createLiveVocabulary, type LiveVocabulary } from './live-vocabulary.ts';
import { createMeilisearchIndex } from './meilisearch/meilisearch-index.ts';
import { vocabularyPath } from './vocabulary.ts';

/** The indexes that the settings name. Without Meilisearch both are the embedded one. */
export function openIndexes(
  config: Pick<Config, 'meiliUrls' | 'meiliKey' | 'meiliPrefix'>,
  { db, log, searchLimitMs }: { db: Database; log: Log; searchLimitMs?: number },
): { assetIndex: AskedIndex; copies: AssetIndex[]; embeddedIndex: EmbeddedIndex; vocabulary: LiveVocabulary; searchFailures(): number } {
  const vocabulary = createLiveVocabulary(db, vocabularyPath, { warn: (message) => log.warn({}, message) });
  const embeddedIndex = createEmbeddedIndex(db, vocabulary);
  const { meiliUrls, meiliKey: key, meiliPrefix: prefix } = config;
  const copies = meiliUrls.map((url) => createMeilisearchIndex({ url, key, prefix, timeLimitMs: searchLimitMs, vocabulary }));
  if (copies.length === 0) return { assetIndex: embeddedIndex, copies, embeddedIndex, vocabulary, searchFailures: () => 0 };
  const meanwhile = copies.length > 1 ? 'another answers' : 'the embedded search answers';
  const guarded = copies.map((copy) =>
    withCircuitBreaker(copy, {
      onChange: (open) => log.warn({ server: copy.server }, open ? `Meilisearch rests after failing; ${meanwhile}` : 'Meilisearch is back'),
    }),
  );
  const counted = countFailures(askInTurn(guarded));
  return { assetIndex: counted.index, copies, embeddedIndex, vocabulary, searchFailures: counted.failures };
}
