import { createHash } from 'node:crypto';
import type { Settings } from 'meilisearch';
import { documentVersion } from '../asset-index.ts';
import { distressWords } from '../distress-words.ts';
import { foldText, foldWords } from '../fold-text.ts';
import type { Meaning } from '../phrases.ts';
import type { Synonyms } from '../synonyms.ts';
import { type Vocabulary, vocabularyWords } from '../vocabulary.ts';
import { placeFields } from './place-fields.ts';
import { phraseToken, topicToken } from './tokens.ts';

/** Raise it when `stored-document.ts` changes what is stored of a document: a new index is then built beside the old. */
const storedVersion = 8;

/** Ten words count, paging ends at 1,000 hits, a search that takes longer is cut off. */
export const mostHits = 1_000;
export const searchCutoffMs = 800;

const byValue = (...attributePatterns: string[]) => ({
  attributePatterns,
  features: { facetSearch: false, filter: { equality: true, comparison: false } },
});

/** Everything but the vocabulary, which may change while the index stands. */
export const indexSettings: Settings = {
  searchableAttributes: ['name', 'summary', 'keywords', 'body'],
  displayedAttributes: [
    'id',
    'slug',
    'tier',
    'kind',
    'name',
    'summary',
    'keywords',
    'topics',
    'name_sort',
    'next_at',
    'standing',
    'lat',
    'lng',
  ],
  filterableAttributes: [
    byValue(
      'id',
      'tier',
      'kind',
      'topics',
      'areas',
      'days',
      'dates',
      'times',
      'days_counted',
      'times_counted',
      'no_fixed_times',
      'cost',
      'just_turn_up',
      'bring_someone',
      'access',
      'languages',
      'located',
    ),
    { attributePatterns: placeFields, features: { facetSearch: false, filter: { equality: false, comparison: true } } },
  ],
  sortableAttributes: ['name_sort', 'next_at'],
  // Signposts last whatever else; an asked-for order next; then roughly how well words match: `hit-order.ts` puts the best in order.
  rankingRules: ['tier:asc', 'sort', 'words', 'typo', 'attributeRank', 'exactness', 'standing:desc', 'next_at:asc', 'name_sort:asc'],
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  stopWords: [],
  pagination: { maxTotalHits: mostHits },
  // All coming dates, each with every part of the day, are about 500.
  faceting: { maxValuesPerFacet: 1_000 },
  searchCutoffMs,
  facetSearch: false,
  prefixSearch: 'indexingTime',
};

/** Other settings, other documents or another server: another index, built anew. */
export function indexName(prefix: string, serverVersion: string, settings: Settings = indexSettings): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([documentVersion, storedVersion, settings, serverVersion]))
    .digest('hex');
  return `${prefix}-${hash.slice(0, 12)}`;
}

/** Ours, whatever its settings: the one that answers, or one that is being built to take its place. */
export const isOurs = (uid: string, prefix: string) =>
  uid.startsWith(`${prefix}-`) && /^[0-9a-f]{12}(_next)?$/.test(uid.slice(prefix.length + 1));

/** What may change while the index stands. Words of the vocabulary are no slips of the pen, also where no listing holds them. */
export const vocabularySettings = (vocabulary: Vocabulary) => ({
  synonyms: Object.fromEntries([
    ...[...vocabulary.synonyms].map(([phrase, others]): [string, string[]] => [phrase, [...others]]),
    ...longSynonyms(vocabulary).map(([key, others]): [string, string[]] => [phraseToken(key), [key, ...others]]),
    ...[...vocabulary.phrases].map(([key, meaning]): [string, string[]] => [phraseToken(key), meansOf(key, meaning, vocabulary.synonyms)]),
  ]),
  typoTolerance: {
    ...indexSettings.typoTolerance,
    disableOnWords: [...new Set([...vocabularyWords(vocabulary), ...distressWords, ...tokensOf(vocabulary)])],
  },
});

const longSynonyms = ({ synonyms }: Vocabulary) => [...synonyms].filter(([key]) => key.includes(' '));
const tokensOf = (vocabulary: Vocabulary) =>
  [...vocabulary.phrases.keys(), ...longSynonyms(vocabulary).map(([key]) => key)].map(phraseToken);

/** The phrase itself, its words, and the mark that every document of its topics bears. */
const meansOf = (key: string, { topics, words }: Meaning, synonyms: Synonyms): string[] => [
  ...new Set([key, ...(synonyms.get(key) ?? []), ...words.map((word) => foldWords(foldText(word))), ...topics.map(topicToken)]),
];
