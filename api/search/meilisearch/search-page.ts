import { boxAround } from '../../geo/box-around.ts';
import { emptyFacets, type IndexAnswer, type IndexQuery } from '../asset-index.ts';
import { furthestStep } from '../nearness.ts';
import { type Asked, asked, filtered, type PageQuery } from './asked-words.ts';
import { countWalks } from './count-walks.ts';
import { assetsOf, totalOf } from './facet-counts.ts';
import { otherFacets, pageFacets } from './facet-queries.ts';
import { filterText, sureFilter, unsureFilter } from './filter-text.ts';
import { findAround, findNearest, placeOfHit } from './find-nearest.ts';
import { nearestFirst, orderHits } from './hit-order.ts';
import { mostHits } from './index-settings.ts';
import { boxFilters } from './place-fields.ts';
import type { MeilisearchServer, SearchResult } from './server.ts';
import type { StoredHit } from './stored-document.ts';

/**
 * One page, the total and the facets, in one request, and walks beside it in another; the nearest of many take more. Where a time is asked for, what is surely on then and
 * what has no fixed times are asked for apart: the second goes on where the first ends, and both together are all that is found.
 */
export async function searchPage(server: MeilisearchServer, words: Asked, query: IndexQuery): Promise<IndexAnswer> {
  const { filters, offset, limit } = query;
  const isCounted = query.facets !== false;
  const ofPages = pageFacets(filters);
  const others = isCounted ? otherFacets(filters) : [];
  const untimed = filterText(filters, 'when');
  const only = (filter: string[]) => ({
    filter: filtered(words, [...untimed, ...filter]),
    facets: isCounted ? ofPages.facets : ['tier'],
  });
  const strict = sureFilter(filters);
  const [ofSure, ofUnsure] = [only(strict === null ? [] : [strict]), only(unsureFilter(filters))];
  const sure = pageQueries(words, query, ofSure);
  // How many are surely on is not known yet: all of the rest that the page may take.
  const rest = { ...query, offset: 0, limit: Math.min(mostHits, offset + limit) };
  const unsure = strict === null ? [] : pageQueries(words, rest, ofUnsure);
  const searching = server.search([
    ...sure,
    ...unsure,
    ...others.map(({ filter, facets }) => ({ ...asked(words), filter: filtered(words, filter), facets, limit: 0 })),
  ]);
  const [results, walks] = await Promise.all([searching, isCounted ? countWalks(server, words, filters) : {}]);
  const pages = sure.length + unsure.length;
  // Of several queries for one page the first counts.
  const surely = results[0]?.facetDistribution ?? {};
  const perhaps = (unsure.length > 0 && results[sure.length]?.facetDistribution) || {};
  const facets = emptyFacets();
  if (isCounted) for (const distribution of [surely, perhaps]) ofPages.read(distribution, facets);
  for (const [at, { read }] of others.entries()) read(results[pages + at]?.facetDistribution ?? {}, facets);
  facets.within = walks;
  const first = await hitsOf(server, { words, query, filter: ofSure.filter }, results.slice(0, sure.length));
  const isFull = offset + limit <= totalOf(surely);
  const next = isFull ? [] : await hitsOf(server, { words, query: rest, filter: ofUnsure.filter }, results.slice(sure.length, pages));
  return {
    ids: together(first, next, { ...query, sure: totalOf(surely) }),
    total: totalOf(surely) + totalOf(perhaps),
    assets: assetsOf(surely) + assetsOf(perhaps),
    sure: totalOf(surely),
    facets,
    meant: words.meant,
  };
}

/**
 * So many are put in order here; for a page further down, all that there may be. Near a place as many of the best, and of the best in boxes
 * around it. Without one 100 lose two points of nDCG where an area is chosen.
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

function pageQueries(words: Asked, query: IndexQuery, part: { filter: string[]; facets: string[] }): PageQuery[] {
  const { filters, sort, offset, limit } = query;
  if (isByDistance(query))
    return [{ ...asked(words), ...part, limit: Math.max(fewestByDistance, lastOf(query)), attributesToRetrieve: placeOfHit }];
  if (!isInOrder(words, query)) {
    const wide = {
      ...asked(words),
      ...part,
      offset: 0,
      limit: windowOf(query),
      showRankingScoreDetails: true,
      attributesToRetrieve: filters.near ? [...orderFields, 'lat', 'lng'] : orderFields,
    };
    // Counted once: those around are of the same.
    return [wide, ...boxesAround(filters.near).map((box) => ({ ...wide, facets: [], filter: [...wide.filter, ...box] }))];
  }
  const orders: Record<typeof sort, string[]> = {
    relevance: [],
    distance: ['name_sort:asc'],
    soonest: ['next_at:asc', 'name_sort:asc'],
    name: ['name_sort:asc'],
  };
  return [{ ...asked(words), ...part, offset, limit, ...(orders[sort].length > 0 ? { sort: orders[sort] } : {}) }];
}

const isByDistance = ({ sort, filters }: Pick<IndexQuery, 'sort' | 'filters'>) => sort === 'distance' && filters.near !== null;

/** So many that few are found are all there are. */
const fewestByDistance = 100;
const lastOf = ({ offset, limit }: IndexQuery) => Math.min(mostHits, offset + limit);

interface PagePart {
  words: Asked;
  query: IndexQuery;
  filter: string[];
}

/** The page of these alone, from what was answered; of more than was handed out the nearest are looked for. */
async function hitsOf(server: MeilisearchServer, { words, query, filter }: PagePart, results: SearchResult[]): Promise<StoredHit[]> {
  const { near } = query.filters;
  const [answer] = results;
  if (!isByDistance(query) || !near || !answer) return inOrder(results, query, words);
  const all = { words, filter, point: near.point };
  const isAll = totalOf(answer.facetDistribution) <= answer.hits.length;
  if (query.ordered === false) return isAll ? answer.hits : findAround(server, all, lastOf(query));
  const nearest = isAll ? nearestFirst(answer.hits, near.point) : await findNearest(server, all, lastOf(query));
  return nearest.slice(query.offset, query.offset + query.limit);
}

/** A walk, a bus ride, and as far as nearness counts; less where less is asked for. */
const reaches = [1_600, 6_400, furthestStep];

/** Where the best around a place are looked for, lest the best of everywhere leave no room for them. */
function boxesAround(near: IndexQuery['filters']['near']): string[][] {
  if (!near) return [];
  const most = near.radiusMetres ?? Number.POSITIVE_INFINITY;
  const smaller = reaches.filter((reach) => reach < most);
  return (smaller.length > 0 ? smaller : [most / 2]).map((reach) => boxFilters(boxAround(near.point, reach)));
}

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
