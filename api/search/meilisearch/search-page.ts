import { emptyFacets, type IndexAnswer, type IndexQuery } from '../asset-index.ts';
import { type Asked, asked, filtered, type PageQuery } from './asked-words.ts';
import { countWalks } from './count-walks.ts';
import { mainFacets, otherFacets, totalOf } from './facet-queries.ts';
import { filterText, sureFilter, unsureFilter } from './filter-text.ts';
import { byDistance, orderHits } from './hit-order.ts';
import { mostHits } from './index-settings.ts';
import type { MeilisearchServer, SearchResult } from './server.ts';
import type { StoredHit } from './stored-document.ts';

/**
 * One page, the total and the facets, in one request, and walks beside it in another. Where a time is asked for, what is surely on then and
 * what has no fixed times are asked for apart: the second goes on where the first ends.
 */
export async function searchPage(server: MeilisearchServer, words: Asked, query: IndexQuery): Promise<IndexAnswer> {
  const { filters, offset, limit } = query;
  const isCounted = query.facets !== false;
  const main = mainFacets(filters);
  const counting = { filter: filtered(words, main.filter), facets: isCounted ? main.facets : ['tier'] };
  const others = isCounted ? otherFacets(filters) : [];
  const strict = sureFilter(filters);
  const only = (filter: string[]) => ({ filter: filtered(words, [...filterText(filters, 'when'), ...filter]), facets: ['tier'] });
  const sure = pageQueries(words, query, strict === null ? counting : only([strict]));
  // How many are surely on is not known yet: all of the rest that the page may take.
  const rest = { ...query, offset: 0, limit: Math.min(mostHits, offset + limit) };
  const unsure = strict === null ? [] : pageQueries(words, rest, only(unsureFilter(filters)));
  const searching = server.search([
    ...sure,
    ...unsure,
    ...(strict === null ? [] : [{ ...asked(words), ...counting, limit: 0 }]),
    ...others.map(({ filter, facets }) => ({ ...asked(words), filter: filtered(words, filter), facets, limit: 0 })),
  ]);
  const [results, walks] = await Promise.all([searching, isCounted ? countWalks(server, words, filters) : {}]);
  const pages = sure.length + unsure.length;
  const [surely, ...counted] = [results[0], ...(strict === null ? results.slice(0, 1) : []), ...results.slice(pages)];
  const facets = emptyFacets();
  for (const [position, { read }] of (isCounted ? [main, ...others] : []).entries())
    read(counted[position]?.facetDistribution ?? {}, facets);
  facets.within = walks;
  const first = inOrder(results.slice(0, sure.length), query, words);
  const next = inOrder(results.slice(sure.length, pages), rest, words);
  return {
    ids: together(first, next, { ...query, sure: totalOf(surely?.facetDistribution ?? {}) }),
    total: totalOf(counted[0]?.facetDistribution ?? {}),
    assets: counted[0]?.facetDistribution?.tier?.['0'] ?? 0,
    sure: totalOf(surely?.facetDistribution ?? {}),
    facets,
    meant: words.meant,
  };
}

/**
 * So many are put in order here; for a page further down, all that there may be. Near a place as many of the best and of the nearest, which
 * answers the judged queries as well as 200 of each. Without one 100 lose two points of nDCG where an area is chosen.
 */
const windowOf = ({ filters, offset, limit }: IndexQuery) => {
  const window = filters.near ? 100 : 200;
  return offset + limit <= window ? window : mostHits;
};

/** All that tells the order, and nothing that is read elsewhere anyway. */
const orderFields = ['id', 'tier', 'kind', 'name', 'summary', 'keywords', 'topics', 'name_sort', 'next_at', 'standing'];

/** What Meilisearch puts in order by itself: anything but how well words match, and words and nearness together. Nothing else may matter. */
const isInOrder = ({ q }: Asked, { sort, filters, ordered }: IndexQuery) =>
  ordered === false || sort !== 'relevance' || (q === '' && !filters.near);

function pageQueries(words: Asked, query: IndexQuery, part: Pick<PageQuery, 'filter' | 'facets'>): PageQuery[] {
  const { filters, sort, offset, limit } = query;
  if (!isInOrder(words, query)) {
    const wide = {
      ...asked(words),
      ...part,
      offset: 0,
      limit: windowOf(query),
      showRankingScoreDetails: true,
      attributesToRetrieve: filters.near ? [...orderFields, '_geo'] : orderFields,
    };
    // Counted once: the nearest are of the same.
    return filters.near ? [wide, { ...wide, facets: [], sort: [byDistance(filters.near.point)] }] : [wide];
  }
  const orders: Record<typeof sort, string[]> = {
    relevance: [],
    distance: filters.near ? [byDistance(filters.near.point), 'name_sort:asc'] : ['name_sort:asc'],
    soonest: ['next_at:asc', 'name_sort:asc'],
    name: ['name_sort:asc'],
  };
  return [{ ...asked(words), ...part, offset, limit, ...(orders[sort].length > 0 ? { sort: orders[sort] } : {}) }];
}

/** The page of these alone. */
function inOrder(results: SearchResult[], query: IndexQuery, words: Asked): StoredHit[] {
  const hits = results.flatMap((result) => result.hits);
  if (isInOrder(words, query)) return hits;
  return orderHits(hits, query.filters.near, words.terms).slice(query.offset, query.offset + query.limit);
}

/** `next`: from its beginning; as much of it as the page still takes. */
function together(first: StoredHit[], next: StoredHit[], { offset, limit, sure }: Pick<IndexQuery, 'offset' | 'limit'> & { sure: number }) {
  const from = Math.max(0, offset - sure);
  return [...first, ...next.slice(from, from + limit - first.length)].map(({ id }) => id);
}
