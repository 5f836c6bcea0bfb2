import type { AssetFilters, AssetIndex, IndexAnswer, IndexQuery } from '../../api/search/asset-index.ts';
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

const meanings = parseSynonyms([
  ['choir', 'singing', 'côr'],
  ['mend', 'repair', 'fix'],
  ['timebank', 'time bank'],
  ['knit', 'knitting', 'wool craft'],
]);
export const synonyms = { current: () => meanings };

type Question = Partial<Omit<IndexQuery, 'filters'>> & { filters?: Partial<AssetFilters> };

/** The index under test, and short ways to ask it. */
export interface Asked {
  index(): AssetIndex;
  ask(question: Question): Promise<IndexAnswer>;
  /** Without the type before them. */
  slugs(question: Question): Promise<string[]>;
  find(text: string, limit?: number): Promise<string[]>;
}
