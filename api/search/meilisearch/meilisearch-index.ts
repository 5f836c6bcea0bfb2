import type { MultiSearchQuery } from 'meilisearch';
import { SearchRefused } from '../../errors.ts';
import { type AssetIndex, emptyFacets, type IndexAnswer, type IndexPoint, type IndexQuery, type NameQuery } from '../asset-index.ts';
import { isDistressWord, withoutSlips } from '../distress-words.ts';
import { foldWord } from '../fold-text.ts';
import { queryTerms, type Term } from '../query-terms.ts';
import { queryWords, relaxedLists } from '../query-words.ts';
import type { SynonymSource } from '../synonyms.ts';
import { choiceFacets, mainFacets, totalOf } from './facet-queries.ts';
import { filterText } from './filter-text.ts';
import { nearestFirst, orderHits } from './hit-order.ts';
import { createIndexKeeper } from './index-keeper.ts';
import { mostHits } from './index-settings.ts';
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
        options.synonyms,
        query,
        (words) => searchOnce(server, words, query),
        (answer) => answer.total,
      ),
    points: (query) =>
      findBest(
        server,
        options.synonyms,
        query,
        (words) => pointsOnce(server, words, query),
        (points) => points.length,
      ),
    named: (query) => namedOnce(server, options.synonyms, query),
    put: (documents) => keeper.put(documents),
    remove: (ids) => keeper.remove(ids),
    rebuild: (documents, progress) => keeper.rebuild(documents, progress),
    ping: () => keeper.ping(),
  };
}

interface Asked {
  /** As Meilisearch takes it. */
  q: string;
  signpostsOnly: boolean;
}

/**
 * All words; when nothing holds them all, most of them, as `relaxedLists` says. Where someone may be in need, what is guessed so is a
 * service or nothing.
 */
async function findBest<Answer>(
  server: MeilisearchServer,
  synonyms: SynonymSource,
  { text, filters }: Pick<IndexQuery, 'text' | 'filters'>,
  ask: (words: Asked) => Promise<Answer>,
  hitsOf: (answer: Answer) => number,
): Promise<Answer> {
  const typed = queryWords(text);
  const plain = await ask({ q: textOf(queryTerms(typed, synonyms.current())), signpostsOnly: false });
  const meant = withoutSlips(typed) ?? typed;
  if (hitsOf(plain) > 0 || (typed.length < 2 && meant === typed)) return plain;

  const terms = queryTerms(meant, synonyms.current());
  const signpostsOnly = meant.some(isDistressWord);
  const found = signpostsOnly ? await ask({ q: textOf(terms), signpostsOnly }) : plain;
  if (terms.length < 2 || hitsOf(found) > 0) return found;

  const count = async (lists: Term[][]) => {
    const results = await server.search(
      lists.map((list) => {
        const words = { q: textOf(list), signpostsOnly };
        return { ...asked(words), filter: filtered(words, filterText(filters)), facets: ['tier'], limit: 0 };
      }),
    );
    return results.map((result) => totalOf(result.facetDistribution));
  };
  const lists = relaxedLists(terms, await count(terms.map((term) => [term])));
  if (lists.length === 0) return found;
  const counts = await count(lists);
  const best = lists.find((_, position) => (counts[position] ?? 0) > 0);
  return best ? ask({ q: textOf(best), signpostsOnly }) : found;
}

/** A blank at the end says that the last word is whole. */
const textOf = (terms: Term[]) =>
  `${terms
    .flatMap((term) => term.words)
    .map(foldWord)
    .join(' ')}${terms.at(-1)?.open === false ? ' ' : ''}`;

const filtered = ({ signpostsOnly }: Asked, filter: string[]) => (signpostsOnly ? [...filter, 'tier = 1'] : filter);

async function searchOnce(server: MeilisearchServer, words: Asked, query: IndexQuery): Promise<IndexAnswer> {
  const main = mainFacets(query.filters);
  const pages = pageQueries(words, query);
  const choices = choiceFacets(query.filters);
  const results = await server.search([
    ...pages.map((page, position) => ({
      ...page,
      filter: filtered(words, main.filter),
      ...(position === 0 ? { facets: main.facets } : {}),
    })),
    ...choices.map(({ filter, facets }) => ({ ...asked(words), filter: filtered(words, filter), facets, limit: 0 })),
  ]);
  const counted = [results[0], ...results.slice(pages.length)];
  const facets = emptyFacets();
  for (const [position, { read }] of [main, ...choices].entries()) read(counted[position]?.facetDistribution ?? {}, facets);
  return {
    ids: pageOf(results.slice(0, pages.length), query, words).map((hit) => hit.id),
    total: totalOf(results[0]?.facetDistribution ?? {}),
    facets,
  };
}

type PageQuery = Omit<MultiSearchQuery, 'indexUid'>;

const asked = ({ q }: Asked): PageQuery => ({ q, matchingStrategy: 'all', attributesToRetrieve: ['id'] });

/** So many of the best and of the nearest are put in order together; for a page further down, all that there may be. */
const window = 200;

/** What Meilisearch puts in order by itself: anything but how well words match, and words and nearness together. */
const isInOrder = ({ q }: Asked, { sort, filters }: IndexQuery) => sort !== 'relevance' || (q === '' && !filters.near);

function pageQueries(words: Asked, query: IndexQuery): PageQuery[] {
  const { filters, sort, offset, limit } = query;
  if (!isInOrder(words, query)) {
    const wide = {
      ...asked(words),
      offset: 0,
      limit: offset + limit <= window ? window : mostHits,
      showRankingScoreDetails: true,
      attributesToRetrieve: ['*'],
    };
    return filters.near ? [wide, { ...wide, sort: [byDistance(filters.near.point)] }] : [wide];
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

function pageOf(results: SearchResult[], query: IndexQuery, words: Asked): StoredHit[] {
  const hits = results.flatMap((result) => result.hits);
  if (isInOrder(words, query)) return hits;
  return orderHits(hits, query.filters.near?.point ?? null, words.q).slice(query.offset, query.offset + query.limit);
}

/** Enough for the best and the nearest to be among them. */
const namesWindow = 50;

/** What may be meant by a slip of the pen counts only where nothing is called so, and never for someone in distress. */
async function namedOnce(server: MeilisearchServer, synonyms: SynonymSource, { text, near, limit }: NameQuery): Promise<string[]> {
  const typed = queryWords(text);
  if (typed.length === 0) return [];
  const words = { q: textOf(queryTerms(typed, synonyms.current())), signpostsOnly: false };
  const wide = {
    ...asked(words),
    ...{ filter: ['tier = 0'], attributesToSearchOn: ['name'], attributesToRetrieve: ['*'], showRankingScoreDetails: true },
    limit: namesWindow,
  };
  const results = await server.search(near ? [wide, { ...wide, sort: [byDistance(near)] }] : [wide]);
  const hits = results.flatMap((result) => result.hits);
  const asTyped = hits.filter((hit) => (hit._rankingScoreDetails?.typo?.typoCount ?? 0) === 0);
  const named = asTyped.length > 0 || typed.some(isDistressWord) ? asTyped : hits;
  return (near ? nearestFirst(named, near) : orderHits(named, null, words.q)).slice(0, limit).map((hit) => hit.id);
}

/** Without words every document is read through, in pages. With words a search ends at 1,000 hits: beyond that it is refused, not cut. */
async function pointsOnce(
  server: MeilisearchServer,
  words: Asked,
  { filters, limit }: Omit<IndexQuery, 'sort' | 'offset'>,
): Promise<IndexPoint[]> {
  const filter = filtered(words, [...filterText(filters), 'located = true']);
  if (words.q === '') return (await server.list(filter, limit)).flatMap(pointOf);
  const [found] = await server.search([
    { ...asked(words), filter, facets: ['tier'], attributesToRetrieve: ['*'], limit: Math.min(limit, mostHits) },
  ]);
  if (Math.min(limit, totalOf(found?.facetDistribution ?? {})) > mostHits)
    throw new SearchRefused('more places were found than Meilisearch hands out');
  return (found?.hits ?? []).flatMap(pointOf);
}

const pointOf = ({ id, slug, kind, _geo }: StoredHit): IndexPoint[] => (_geo ? [{ id, slug, kind, lat: _geo.lat, lng: _geo.lng }] : []);
