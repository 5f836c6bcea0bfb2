import type { AssetFilters, AssetIndex, IndexAnswer, IndexQuery } from '../../api/search/asset-index.ts';
import { parsePhrases } from '../../api/search/phrases.ts';
import { parseSynonyms } from '../../api/search/synonyms.ts';

export const noFilters: AssetFilters = {
  kinds: [],
  topics: [],
  areas: [],
  days: [],
  times: [],
  dates: null,
  free: false,
  justTurnUp: false,
  bringSomeone: false,
  access: [],
  languages: [],
  box: null,
  near: null,
};

const meanings = {
  synonyms: parseSynonyms([
    ['choir', 'singing', 'côr'],
    ['mend', 'repair', 'fix'],
    ['timebank', 'time bank'],
    ['knit', 'knitting', 'wool craft'],
  ]),
  phrases: parsePhrases([
    { phrases: ['lonesome', 'nobody to talk to'], topics: ['company'], words: ['chat'] },
    { phrases: ["my knees won't let me run any more"], topics: [], words: ['ukulele'] },
  ]),
};
export const vocabulary = { current: () => meanings };

type Question = Partial<Omit<IndexQuery, 'filters'>> & { filters?: Partial<AssetFilters> };

/** The index under test, and short ways to ask it. */
export interface Asked {
  index(): AssetIndex;
  ask(question: Question): Promise<IndexAnswer>;
  /** Without the type before them. */
  slugs(question: Question): Promise<string[]>;
  find(text: string, limit?: number): Promise<string[]>;
}
