import type { AssetDocument } from '../asset-index.ts';
import { foldText, foldWord, foldWords, wordsOf } from '../fold-text.ts';

/** One row of `asset_search`, as `jsonb_to_recordset` takes it; facets still by name. */
export interface AssetSearchRow {
  id: string;
  slug: string;
  tier: number;
  kind: string;
  name_sort: string;
  /** Names between bars, singular: `| mend and natter | trwsio a sgwr |`. */
  folded_name: string;
  words: string;
  topics: string[];
  areas: string[];
  days: string[];
  dates: string[];
  times: string[];
  free: boolean;
  access: string[];
  languages: string[];
  next_at: string | null;
  lat: number | null;
  lng: number | null;
  quality: number;
  document: AssetDocument;
}

export function assetSearchRow(document: AssetDocument): AssetSearchRow {
  const { id, slug, tier, kind, name_sort, topics, areas, days, dates, times, free, access, languages, quality } = document;
  return {
    ...{ id, slug, tier, kind, name_sort, topics, areas, days, dates, times, free, access, languages, quality, document },
    folded_name: `| ${document.name.split('|').map(foldWords).join(' | ')} |`,
    words: searchVector(document),
    next_at: document.next_at === null ? null : new Date(document.next_at * 1000).toISOString(),
    lat: document.point?.lat ?? null,
    lng: document.point?.lng ?? null,
  };
}

/** Every word as written and as folded: the first for prefixes while someone types, the second for plurals. */
export const formsOf = (text: string) => [...new Set(wordsOf(foldText(text)).flatMap((word) => [word, foldWord(word)]))];

/** Words worth offering as a correction. */
export const correctableWords = ({ name, keywords, summary, body }: AssetDocument) =>
  formsOf(`${name} ${keywords} ${summary} ${body}`).filter((word) => word.length >= 3 && /^\p{L}+$/u.test(word));

/** The short beginnings of a name's words stand in the index as words of their own; a letter that folding never leaves marks them. */
export const beginningMark = '^';
export const longestBeginning = 2;

/** A tsvector in its text form: one position a weight, since only weights are asked for. */
function searchVector({ name, keywords, summary, body }: AssetDocument): string {
  const weights = new Map<string, Set<string>>();
  const add = (words: string[], weight: string) => {
    for (const word of words) weights.set(word, (weights.get(word) ?? new Set()).add(weight));
  };
  const named = formsOf(name);
  add(named, '1A');
  add(named.flatMap(beginningsOf), '1A');
  add(formsOf(keywords), '2B');
  add(formsOf(summary), '3C');
  add(formsOf(body), '4D');
  return [...weights].map(([word, found]) => `'${word}':${[...found].join(',')}`).join(' ');
}

const beginningsOf = (word: string) =>
  Array.from({ length: longestBeginning }, (_, index) => Array.from(word).slice(0, index + 1).join('')).map((start) => beginningMark + start);
