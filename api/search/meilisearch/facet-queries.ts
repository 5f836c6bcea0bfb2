import type { FacetName } from '../../contract/asset-query.ts';
import { dayParts, weekdays } from '../../contract/vocabulary.ts';
import type { AssetFilters, IndexAnswer } from '../asset-index.ts';
import { attributeOf, type FilterGroup, filterGroups, filterText, hasChoice, timeFilter } from './filter-text.ts';

type Facets = IndexAnswer['facets'];
type Distribution = Record<string, Record<string, number>>;

/** A query for counts only, and where they go. */
export interface FacetQuery {
  filter: string[];
  facets: string[];
  read(distribution: Distribution, facets: Facets): void;
}

const isPlain = (group: FilterGroup): group is keyof typeof attributeOf => group in attributeOf;

/** Signposts are counted as a kind and nowhere else. */
export const assetsOnly = 'tier = 0';
const amongCounted = (group: FilterGroup, filter: string[]) => (group === 'kind' ? filter : [...filter, assetsOnly]);

/** What the search itself counts, with its own filter: how many there are, and of which kind while none is chosen. */
export function mainFacets(filters: AssetFilters): FacetQuery {
  const counted = !hasChoice(filters, 'kind');
  return {
    filter: filterText(filters),
    facets: ['tier', ...(counted ? [attributeOf.kind] : [])],
    read(distribution, facets) {
      if (counted) facets.kind = found(distribution[attributeOf.kind]);
    },
  };
}

/**
 * One query more for all other groups in which nothing is chosen, and one for each group in which something is, counted without that choice.
 * Walks are counted apart.
 */
export function otherFacets(filters: AssetFilters): FacetQuery[] {
  const plain = filterGroups.filter(isPlain).filter((group) => hasChoice(filters, group));
  return [
    unchosenFacets(filters),
    ...plain.map((group) => ({
      filter: amongCounted(group, filterText(filters, group)),
      facets: [attributeOf[group]],
      read(distribution: Distribution, facets: Facets) {
        facets[group] = found(distribution[attributeOf[group]]);
      },
    })),
    ...(hasChoice(filters, 'when') ? timeFacets(filters) : []),
  ];
}

function unchosenFacets(filters: AssetFilters): FacetQuery {
  const groups = filterGroups.filter(isPlain).filter((group) => group !== 'kind' && !hasChoice(filters, group));
  const timed = !hasChoice(filters, 'when');
  return {
    filter: [...filterText(filters), assetsOnly],
    facets: [...groups.map((group) => attributeOf[group]), ...(timed ? ['days_counted', 'times_counted'] : [])],
    read(distribution, facets) {
      for (const group of groups) facets[group] = found(distribution[attributeOf[group]]);
      if (timed) facets.day = found(distribution.days_counted);
      if (timed) facets.time = found(distribution.times_counted);
    },
  };
}

/** How many there are is all that is asked. */
const counted = (facet: FacetName, value: string, filter: string[]): FacetQuery => ({
  filter,
  facets: ['tier'],
  read(distribution, facets) {
    const count = totalOf(distribution);
    if (count > 0) facets[facet][value] = count;
  },
});

/** Day and part of the day are one happening, so each value is asked for together with what else is chosen of time. */
function timeFacets(filters: AssetFilters): FacetQuery[] {
  const others = [...filterText(filters, 'when'), assetsOnly];
  const query = (facet: FacetName, value: string, choice: Partial<AssetFilters>) =>
    counted(facet, value, [...others, timeFilter({ ...filters, ...choice }) ?? '']);
  return [...weekdays.map((day) => query('day', day, { days: [day] })), ...dayParts.map((part) => query('time', part, { times: [part] }))];
}

/** Exact, unlike the number of hits, which ends at 1,000. */
export const totalOf = (distribution: Distribution) => Object.values(distribution.tier ?? {}).reduce((sum, count) => sum + count, 0);

const found = (counts: Record<string, number> = {}) => Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
