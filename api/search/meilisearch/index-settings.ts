import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { distressWords } from '../distress-words.ts';
import { type Synonyms, vocabularyWords } from '../synonyms.ts';

/** Raise it when `asset-document.ts` or `stored-document.ts` changes what a document holds: a new index is then built beside the old. */
const documentVersion = 2;

/** Ten words count, paging ends at 1,000 hits, a search that takes longer is cut off. */
export const mostHits = 1_000;
export const timeLimitMs = 800;

const byValue = (...attributePatterns: string[]) => ({
  attributePatterns,
  features: { facetSearch: false, filter: { equality: true, comparison: false } },
});

/** Everything but the vocabulary, which may change while the index stands. */
export const indexSettings: Settings = {
  searchableAttributes: ['name', 'summary', 'body', 'keywords'],
  displayedAttributes: ['id', 'slug', 'tier', 'kind', 'name_sort', 'next_at', 'quality', '_geo'],
  filterableAttributes: [
    byValue('tier', 'kind', 'topics', 'areas', 'days', 'dates', 'times', 'cost', 'access', 'languages', 'located'),
    '_geo',
  ],
  sortableAttributes: ['name_sort', 'next_at', '_geo'],
  // Signposts last whatever else; an asked-for order next; then how well words match (themselves before what means the same), then freshness.
  rankingRules: [
    'tier:asc',
    'sort',
    'words',
    'typo',
    'exactness',
    'attributeRank',
    'proximity',
    'wordPosition',
    'quality:desc',
    'next_at:asc',
    'name_sort:asc',
  ],
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  stopWords: [],
  pagination: { maxTotalHits: mostHits },
  faceting: { maxValuesPerFacet: 1_000 },
  searchCutoffMs: timeLimitMs,
  facetSearch: false,
  prefixSearch: 'indexingTime',
};

/** Other settings, other documents or another server: another index, built anew. */
export function indexName(serverVersion: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([documentVersion, indexSettings, serverVersion]))
    .digest('hex');
  return `assets-${hash.slice(0, 12)}`;
}

/** What may change while the index stands. Words of the vocabulary are no slips of the pen, also where no listing holds them. */
export const vocabularySettings = (synonyms: Synonyms) => ({
  synonyms: Object.fromEntries([...synonyms].map(([phrase, others]) => [phrase, [...others]])),
  typoTolerance: { ...indexSettings.typoTolerance, disableOnWords: [...new Set([...vocabularyWords(synonyms), ...distressWords])] },
});
