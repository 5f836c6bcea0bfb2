import type { AssetFilters } from '../asset-index.ts';
import { add, assetsOnly, type Counted, type Distribution, type FacetQuery, type Facets } from './facet-counts.ts';
import { attributeOf, type FilterGroup, filterGroups, filterText, hasChoice } from './filter-text.ts';
import { timeOfPages, timeQueries } from './time-facets.ts';

const isPlain = (group: FilterGroup): group is keyof typeof attributeOf => group in attributeOf;
const plainGroups = filterGroups.filter(isPlain);

/** Signposts have no time (`asset-document.ts`), and are of a kind of their own. */
const isAssetsAlone = (filters: AssetFilters) =>
  hasChoice(filters, 'when') || (hasChoice(filters, 'kind') && !filters.kinds.includes('signpost'));

/** What pages count beside their hits: how many there are, of which kind while none is chosen, and all that needs no query of its own. */
export function pageFacets(filters: AssetFilters): Counted {
  const counted = [
    ...(hasChoice(filters, 'kind') ? [] : [plainFacet('kind')]),
    ...(isAssetsAlone(filters) ? [unchosen(filters)] : []),
    ...(hasChoice(filters, 'when') ? [timeOfPages(filters)] : []),
  ];
  return {
    facets: [...new Set(['tier', ...counted.flatMap(({ facets }) => facets)])],
    read(distribution, facets) {
      for (const { read } of counted) read(distribution, facets);
    },
  };
}

/**
 * One query for each group in which something is chosen, counted without that choice, and few for time; one more for all others where
 * pages may hold signposts. Walks are counted apart.
 */
export function otherFacets(filters: AssetFilters): FacetQuery[] {
  return [
    ...(isAssetsAlone(filters) ? [] : [{ ...unchosen(filters), filter: [...filterText(filters), assetsOnly] }]),
    ...plainGroups
      .filter((group) => hasChoice(filters, group))
      .map((group) => ({ ...plainFacet(group), filter: [...filterText(filters, group), ...(group === 'kind' ? [] : [assetsOnly])] })),
    ...(hasChoice(filters, 'when') ? timeQueries(filters) : []),
  ];
}

const plainFacet = (group: keyof typeof attributeOf): Counted => ({
  facets: [attributeOf[group]],
  read: (distribution, facets) => add(facets, group, distribution[attributeOf[group]]),
});

/** All but the kind in which nothing is chosen. */
function unchosen(filters: AssetFilters): Counted {
  const groups = plainGroups.filter((group) => group !== 'kind' && !hasChoice(filters, group));
  const timed = !hasChoice(filters, 'when');
  return {
    facets: [...groups.map((group) => attributeOf[group]), ...(timed ? ['days_counted', 'times_counted'] : [])],
    read(distribution: Distribution, facets: Facets) {
      for (const group of groups) add(facets, group, distribution[attributeOf[group]]);
      if (!timed) return;
      add(facets, 'day', distribution.days_counted);
      add(facets, 'time', distribution.times_counted);
    },
  };
}
