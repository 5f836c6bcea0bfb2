import type { Allowed } from './filter-conditions.ts';
import { Refusal } from './refusal.ts';

export interface FakeSettings {
  displayedAttributes: string[];
  searchableAttributes: string[];
  filterableAttributes: (string | { attributePatterns: string[]; features: { filter: { equality: boolean; comparison: boolean } } })[];
  sortableAttributes: string[];
  rankingRules: string[];
  synonyms: Record<string, string[]>;
  typoTolerance: { enabled: boolean; minWordSizeForTypos: { oneTypo: number; twoTypos: number }; disableOnWords: string[] };
  pagination: { maxTotalHits: number };
  faceting: { maxValuesPerFacet: number; sortFacetValuesBy: Record<string, string> };
  [other: string]: unknown;
}

export const presetSettings = (): FakeSettings => ({
  displayedAttributes: ['*'],
  searchableAttributes: ['*'],
  filterableAttributes: [],
  sortableAttributes: [],
  rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
  stopWords: [],
  nonSeparatorTokens: [],
  separatorTokens: [],
  dictionary: [],
  synonyms: {},
  distinctAttribute: null,
  proximityPrecision: 'byWord',
  typoTolerance: {
    ...{ enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
    ...{ disableOnWords: [], disableOnAttributes: [], disableOnNumbers: false },
  },
  faceting: { maxValuesPerFacet: 100, sortFacetValuesBy: { '*': 'alpha' } },
  pagination: { maxTotalHits: 1_000 },
  embedders: {},
  searchCutoffMs: null,
  localizedAttributes: null,
  facetSearch: true,
  prefixSearch: 'indexingTime',
});

const rules = /^(words|typo|sort|proximity|attribute|attributeRank|wordPosition|exactness|[\w.]+:(asc|desc))$/;

/** Merges what was sent, and puts lists in the order in which the real server tells them; throws on what it would not take. */
export function mergeSettings(settings: FakeSettings, sent: Record<string, unknown>): FakeSettings {
  const merged = { ...settings };
  for (const [name, value] of Object.entries(sent)) {
    if (!(name in settings)) throw new Refusal(400, 'bad_request', `Unknown field \`${name}\`: expected one of \`displayedAttributes\`, …`);
    merged[name] = isObject(value) && isObject(settings[name]) && name !== 'synonyms' ? { ...settings[name], ...value } : value;
  }
  const badRule = merged.rankingRules.find((rule) => !rules.test(rule));
  if (badRule !== undefined) throw new Refusal(400, 'invalid_settings_ranking_rules', `\`${badRule}\` ranking rule is invalid.`);
  const { disableOnWords } = merged.typoTolerance;
  const told = [...new Set(disableOnWords.map((word) => word.toLowerCase()))].sort();
  return {
    ...merged,
    sortableAttributes: [...merged.sortableAttributes].sort(),
    typoTolerance: { ...merged.typoTolerance, disableOnWords: told },
  };
}

export const filterableNames = ({ filterableAttributes }: FakeSettings): Allowed =>
  new Map(
    filterableAttributes.flatMap((each) =>
      typeof each === 'string'
        ? [[each, { equality: true, comparison: true }] as const]
        : each.attributePatterns.map((name) => [name, each.features.filter] as const),
    ),
  );

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
