import { dayParts, weekdays } from '../../contract/vocabulary.ts';
import type { AssetFilters } from '../asset-index.ts';
import { type TimeCondition, type TimeFilters, timeCondition } from '../time-tokens.ts';
import { add, assetsOf, assetsOnly, type Counted, type FacetQuery, totalOf } from './facet-counts.ts';
import { anyTime, filterText, fixedTimes, timeFilter } from './filter-text.ts';

/** A day or a part of the day as it would be chosen: they are one happening, so together with what else is chosen of time. */
interface TimeValue {
  facet: 'day' | 'time';
  value: string;
  filters: TimeFilters;
  condition: TimeCondition;
  /** How it is counted: by one token, as what the pages find, or by a query of its own. */
  way: 'token' | 'pages' | 'query';
}

function timeValues(filters: TimeFilters): TimeValue[] {
  const chosen = timeCondition(filters);
  const valueAs = (facet: TimeValue['facet'], value: string, choice: Partial<TimeFilters>): TimeValue[] => {
    const asked = { ...filters, ...choice };
    const condition = timeCondition(asked);
    if (!condition) return [];
    const way = condition.tokens.length <= 1 ? 'token' : String(condition.tokens) === String(chosen?.tokens) ? 'pages' : 'query';
    return [{ facet, value, filters: asked, condition, way }];
  };
  return [
    ...weekdays.flatMap((day) => valueAs('day', day, { days: [day] })),
    ...dayParts.flatMap((part) => valueAs('time', part, { times: [part] })),
  ];
}

/** What has no fixed times counts for every value, and pages tell of it: what is surely on and what may be there are all of them. */
export function timeOfPages(filters: AssetFilters): Counted {
  const values = timeValues(filters);
  return {
    facets: ['tier', 'no_fixed_times'],
    read(distribution, facets) {
      const countOf = { token: distribution.no_fixed_times?.true ?? 0, pages: assetsOf(distribution), query: 0 };
      for (const { facet, value, way } of values) add(facets, facet, { [value]: countOf[way] });
    },
  };
}

/** One query for all that has fixed times and is counted by a token, and one for each value of several tokens, which a document may share. */
export function timeQueries(filters: AssetFilters): FacetQuery[] {
  const others = [...filterText(filters, 'when'), assetsOnly];
  const values = timeValues(filters);
  const single = values.filter(({ way, condition }) => way === 'token' && condition.tokens.length > 0);
  const tokenQuery: FacetQuery = {
    filter: [...others, fixedTimes],
    facets: [...new Set(single.map(({ condition }) => condition.field))],
    read(distribution, facets) {
      for (const { facet, value, condition } of single)
        add(facets, facet, { [value]: distribution[condition.field]?.[String(condition.tokens)] ?? 0 });
    },
  };
  const own = values.filter(({ way }) => way === 'query');
  return [
    ...(single.length > 0 ? [tokenQuery] : []),
    ...own.map(
      (each): FacetQuery => ({
        filter: [...others, timeFilter(each.filters) ?? anyTime],
        facets: ['tier'],
        read: (distribution, facets) => add(facets, each.facet, { [each.value]: totalOf(distribution) }),
      }),
    ),
  ];
}
