import { dayParts, weekdays } from '../../contract/vocabulary.ts';
import type { AssetDocument, SentDocument } from '../asset-index.ts';
import { foldWords, wordsOf } from '../fold-text.ts';
import { withoutStopWords } from '../stop-words.ts';
import { placeOf } from './place-fields.ts';
import { topicToken } from './tokens.ts';

/** A document as Meilisearch holds it: words singular, a place as plain numbers. */
export function storedDocument({ point, name, free, just_turn_up, bring_someone, ...document }: SentDocument) {
  const names = name.split('|');
  const telling = names.map((each) => foldWords(withoutStopWords(wordsOf(each)).join(' ')));
  const whole = names.map(foldWords);
  return {
    ...document,
    name: telling,
    // A name with words that say nothing stays findable by them.
    keywords: [foldWords(document.keywords), ...whole.filter((each) => !telling.includes(each))].join(' . '),
    summary: [foldWords(document.summary), ...document.topics.map(topicToken)].join(' '),
    body: foldWords(document.body),
    // Counted for every day and part of it, in fields of their own: `days` and `times` tell what is surely on.
    days_counted: document.no_fixed_times ? weekdays : document.days.filter((day) => !day.includes(':')),
    times_counted: document.no_fixed_times ? dayParts : document.times,
    cost: free ? ['free'] : [],
    just_turn_up: just_turn_up ? ['yes'] : [],
    bring_someone: bring_someone ? ['yes'] : [],
    located: point !== null,
    ...(point ? placeOf(point) : {}),
  };
}

/** What Meilisearch tells of how well a hit matches; nothing of it when no words were asked for. */
export interface MatchDetails {
  typo?: { typoCount: number };
  exactness?: { matchType: string; matchingWords?: number; maxMatchingWords?: number };
  attributeRank?: { score: number };
}

/** What a hit brings back. */
export interface StoredHit {
  id: string;
  slug: string;
  tier: number;
  kind: AssetDocument['kind'];
  /** Names without words that say nothing, singular. */
  name: string[];
  /** Singular, and marks of topics. */
  summary: string;
  keywords: string;
  topics: string[];
  name_sort: string;
  next_at: number | null;
  standing: number;
  lat?: number;
  lng?: number;
  _rankingScoreDetails?: MatchDetails;
}
