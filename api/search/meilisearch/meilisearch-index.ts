import type { MultiSearchQuery } from 'meilisearch';
import { SearchRefused } from '../../errors.ts';
import type { AssetIndex, IndexAnswer, IndexPoint, IndexQuery } from '../asset-index.ts';
import { foldWord } from '../fold-text.ts';
import { queryWords, relaxedLists } from '../query-words.ts';
import type { SynonymSource } from '../synonyms.ts';
import { choiceFacets, emptyFacets, mainFacets, totalOf } from './facet-queries.ts';
import { filterText } from './filter-text.ts';
import { createIndexKeeper } from './index-keeper.ts';
import { mostHits } from './index-settings.ts';
import { orderNear } from './near-order.ts';
import { connect, type MeilisearchServer, type SearchResult } from './server.ts';
import type { StoredHit } from './stored-document.ts';

/** The index for large districts, on a Meilisearch of one's own. */
export function createMeilisearchIndex(options: { url: string; key: string | null; synonyms: SynonymSource }): AssetIndex {
  const server = connect(options);
  const keeper = createIndexKeeper(server, options.synonyms);
  return {
    name: 'meilisearch',
    prepare: () => keeper.prepare(),
    search: (query) =>
      findBest(
        server,
        query.text,
        (words) => searchOnce(server, words, query),
        (answer) => answer.total,
        query,
      ),
    points: (query) =>
      findBest(
        server,
        query.text,
        (words) => pointsOnce(server, words, query),
        (points) => points.length,
        query,
      ),
    put: (documents) => keeper.put(documents),
    remove: (ids) => keeper.remove(ids),
    rebuild: (documents, progress) => keeper.rebuild(documents, progress),
    ping: () => keeper.ping(),
  };
}

/** All words; when nothing holds them all, most of them, as `relaxedLists` says. */
async function findBest<Answer>(
  server: MeilisearchServer,
  text: string,
  ask: (words: string[]) => Promise<Answer>,
  hitsOf: (answer: Answer) => number,
  { filters }: Pick<IndexQuery, 'filters'>,
): Promise<Answer> {
  const words = queryWords(text).map(foldWord);
  const plain = await ask(words);
  if (words.length < 2 || hitsOf(plain) > 0) return plain;
  const count = async (lists: string[][]) => {
    const results = await server.search(lists.map((list) => ({ ...asked(list), filter: filterText(filters), facets: ['tier'], limit: 0 })));
    return results.map((result) => totalOf(result.facetDistribution));
  };
  const lists = relaxedLists(words, await count(words.map((word) => [word])));
  if (lists.length === 0) return plain;
  const counts = await count(lists);
  const best = lists.find((_, position) => (counts[position] ?? 0) > 0);
  return best ? ask(best) : plain;
}

async function searchOnce(server: MeilisearchServer, words: string[], query: IndexQuery): Promise<IndexAnswer> {
  const main = mainFacets(query.filters);
  const pages = pageQueries(words, query);
  const choices = choiceFacets(query.filters);
  const results = await server.search([
    ...pages.map((page, position) => ({ ...page, filter: main.filter, ...(position === 0 ? { facets: main.facets } : {}) })),
    ...choices.map(({ filter, facets }) => ({ ...asked(words), filter, facets, limit: 0 })),
  ]);
  const counted = [results[0], ...results.slice(pages.length)];
  const facets = emptyFacets();
  for (const [position, { read }] of [main, ...choices].entries()) read(counted[position]?.facetDistribution ?? {}, facets);
  return {
    ids: pageOf(results.slice(0, pages.length), query).map((hit) => hit.id),
    total: totalOf(results[0]?.facetDistribution ?? {}),
    facets,
  };
}

type PageQuery = Omit<MultiSearchQuery, 'indexUid'>;

const asked = (words: string[]): PageQuery => ({ q: words.join(' '), matchingStrategy: 'all', attributesToRetrieve: ['id'] });

/** So many of the best and of the nearest are put in order together; for a page further down, all that there may be. */
const window = 200;
const nearAndRelevant = ({ sort, filters }: IndexQuery) => (sort === 'relevance' ? filters.near : null);

function pageQueries(words: string[], query: IndexQuery): PageQuery[] {
  const { filters, sort, offset, limit } = query;
  const near = nearAndRelevant(query);
  if (near) {
    const wide = {
      ...asked(words),
      offset: 0,
      limit: offset + limit <= window ? window : mostHits,
      showRankingScore: true,
      attributesToRetrieve: ['*'],
    };
    return [wide, { ...wide, sort: [byDistance(near.point)] }];
  }
  const orders: Record<typeof sort, string[]> = {
    relevance: [],
    distance: filters.near ? [byDistance(filters.near.point), 'name_sort:asc'] : ['name_sort:asc'],
    soonest: ['next_at:asc', 'name_sort:asc'],
    name: ['name_sort:asc'],
  };
  return [{ ...asked(words), offset, limit, ...(orders[sort].length > 0 ? { sort: orders[sort] } : {}) }];
}

const byDistance = ({ lat, lng }: { lat: number; lng: number }) => `_geoPoint(${lat}, ${lng}):asc`;

function pageOf(results: SearchResult[], query: IndexQuery): StoredHit[] {
  const near = nearAndRelevant(query);
  const hits = results.flatMap((result) => result.hits);
  return near ? orderNear(hits, near.point).slice(query.offset, query.offset + query.limit) : hits;
}

/** Without words every document is read through, in pages. With words a search ends at 1,000 hits: beyond that it is refused, not cut. */
async function pointsOnce(
  server: MeilisearchServer,
  words: string[],
  { filters, limit }: Omit<IndexQuery, 'sort' | 'offset'>,
): Promise<IndexPoint[]> {
  const filter = [...filterText(filters), 'located = true'];
  if (words.length === 0) return (await server.list(filter, limit)).flatMap(pointOf);
  const [found] = await server.search([
    { ...asked(words), filter, facets: ['tier'], attributesToRetrieve: ['*'], limit: Math.min(limit, mostHits) },
  ]);
  if (Math.min(limit, totalOf(found?.facetDistribution ?? {})) > mostHits)
    throw new SearchRefused('more places were found than Meilisearch hands out');
  return (found?.hits ?? []).flatMap(pointOf);
}

const pointOf = ({ id, slug, kind, _geo }: StoredHit): IndexPoint[] => (_geo ? [{ id, slug, kind, lat: _geo.lat, lng: _geo.lng }] : []);
