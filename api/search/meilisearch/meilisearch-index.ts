import type { MultiSearchQuery } from 'meilisearch';
import { SearchRefused } from '../../errors.ts';
import { type AssetIndex, emptyFacets, type IndexAnswer, type IndexPoint, type IndexQuery, type NameQuery } from '../asset-index.ts';
import { isDistressWord, withoutSlips } from '../distress-words.ts';
import { foldWord } from '../fold-text.ts';
import { otherForms } from '../other-forms.ts';
import type { Meaning } from '../phrases.ts';
import { meaningsOf, queryTerms, type Term } from '../query-terms.ts';
import { queryWords, relaxedLists } from '../query-words.ts';
import { type VocabularySource, vocabularyFor, withoutPhrases } from '../vocabulary.ts';
import { choiceFacets, mainFacets, totalOf } from './facet-queries.ts';
import { filterText } from './filter-text.ts';
import { nearestFirst, orderHits } from './hit-order.ts';
import { createIndexKeeper } from './index-keeper.ts';
import { mostHits } from './index-settings.ts';
import { connect, type MeilisearchServer, type SearchResult } from './server.ts';
import type { StoredHit } from './stored-document.ts';
import { phraseToken } from './tokens.ts';

/** The index for large districts, on a Meilisearch of one's own. */
export function createMeilisearchIndex(options: { url: string; key: string | null; vocabulary: VocabularySource }): AssetIndex {
  const server = connect(options);
  const keeper = createIndexKeeper(server, options.vocabulary);
  return {
    name: 'meilisearch',
    prepare: () => keeper.prepare(),
    search: (query) =>
      findBest(
        server,
        options.vocabulary,
        query,
        (words) => searchOnce(server, words, query),
        (answer) => answer.total,
      ),
    points: (query) =>
      findBest(
        server,
        options.vocabulary,
        query,
        (words) => pointsOnce(server, words, query),
        (points) => points.length,
      ),
    named: (query) => namedOnce(server, options.vocabulary, query),
    put: (documents) => keeper.put(documents),
    remove: (ids) => keeper.remove(ids),
    rebuild: (documents, progress) => keeper.rebuild(documents, progress),
    ping: () => keeper.ping(),
  };
}

interface Asked {
  /** As Meilisearch takes it. */
  q: string;
  meant: Meaning[];
  signpostsOnly: boolean;
}

/**
 * All words; when nothing holds them all, in another form, then most of them, as `relaxedLists` says. Where someone may be in need, what
 * is guessed so is a service or nothing. Meilisearch itself forgives slips, and joins and splits words.
 */
async function findBest<Answer>(
  server: MeilisearchServer,
  source: VocabularySource,
  { text, filters, guesses }: Pick<IndexQuery, 'text' | 'filters' | 'guesses'>,
  ask: (words: Asked) => Promise<Answer>,
  hitsOf: (answer: Answer) => number,
): Promise<Answer> {
  const typed = queryWords(text);
  const vocabulary = vocabularyFor(text, source.current());
  const plain = await ask(wordsFor(queryTerms(typed, vocabulary)));
  if (typed.length === 0 || guesses === false || hitsOf(plain) > 0) return plain;

  const count = async (lists: Term[][]) => {
    if (lists.length === 0) return [];
    const results = await server.search(
      lists.map((list) => {
        const words = wordsFor(list, signpostsOnly);
        return { ...asked(words), filter: filtered(words, filterText(filters)), facets: ['tier'], limit: 0 };
      }),
    );
    return results.map((result) => totalOf(result.facetDistribution));
  };
  const meant = withoutSlips(typed) ?? typed;
  const signpostsOnly = meant.some(isDistressWord);
  const terms = queryTerms(meant, vocabulary, { forgiving: true });
  const [together = 0, ...alone] = await count([terms, ...terms.map((term) => [term])]);
  if (together > 0) return ask(wordsFor(terms, signpostsOnly));

  const others = signpostsOnly ? [] : inOtherForms(terms, alone);
  const lists = [...others, ...(terms.length > 1 ? relaxedLists(terms, alone) : [])];
  const counts = await count(lists);
  const best = lists.find((_, position) => (counts[position] ?? 0) > 0);
  return best ? ask(wordsFor(best, signpostsOnly)) : plain;
}

/** So many other forms are tried. */
const mostForms = 12;

/** With a word that nothing holds in another form: just so, for between quotation marks Meilisearch forgives no slips. */
function inOtherForms(terms: Term[], holding: number[]): Term[][] {
  const isLost = (term: Term, at: number) => holding[at] === 0 && !term.meaning && term.words.length === 1;
  return terms
    .flatMap((term, at) => (isLost(term, at) ? otherForms(term.words.join('')).map((form) => ({ form, at })) : []))
    .slice(0, mostForms)
    .map(({ form, at }) => terms.with(at, { words: [`"${foldWord(form)}"`], open: false, synonyms: [], meaning: null }));
}

/** A blank at the end says that the last word is whole. */
function wordsFor(terms: Term[], signpostsOnly = false): Asked {
  const words = terms.flatMap((term) => (term.meaning ? [phraseToken(term.words.map(foldWord).join(' '))] : term.words.map(foldWord)));
  return { q: `${words.join(' ')}${terms.at(-1)?.open === false ? ' ' : ''}`, meant: meaningsOf(terms), signpostsOnly };
}

const filtered = ({ signpostsOnly }: Pick<Asked, 'signpostsOnly'>, filter: string[]) => (signpostsOnly ? [...filter, 'tier = 1'] : filter);

async function searchOnce(server: MeilisearchServer, words: Asked, query: IndexQuery): Promise<IndexAnswer> {
  const main = mainFacets(query.filters);
  const pages = pageQueries(words, query);
  const isCounted = query.facets !== false;
  const choices = isCounted ? choiceFacets(query.filters) : [];
  const results = await server.search([
    ...pages.map((page, position) => ({
      ...page,
      filter: filtered(words, main.filter),
      ...(position === 0 ? { facets: isCounted ? main.facets : ['tier'] } : {}),
    })),
    ...choices.map(({ filter, facets }) => ({ ...asked(words), filter: filtered(words, filter), facets, limit: 0 })),
  ]);
  const counted = [results[0], ...results.slice(pages.length)];
  const facets = emptyFacets();
  for (const [position, { read }] of (isCounted ? [main, ...choices] : []).entries())
    read(counted[position]?.facetDistribution ?? {}, facets);
  return {
    ids: pageOf(results.slice(0, pages.length), query, words).map((hit) => hit.id),
    total: totalOf(results[0]?.facetDistribution ?? {}),
    assets: results[0]?.facetDistribution?.tier?.['0'] ?? 0,
    facets,
    meant: words.meant,
  };
}

type PageQuery = Omit<MultiSearchQuery, 'indexUid'>;

const asked = ({ q }: Pick<Asked, 'q'>): PageQuery => ({ q, matchingStrategy: 'all', attributesToRetrieve: ['id'] });

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
async function namedOnce(server: MeilisearchServer, source: VocabularySource, { text, near, limit }: NameQuery): Promise<string[]> {
  const typed = queryWords(text);
  if (typed.length === 0) return [];
  const words = wordsFor(queryTerms(typed, withoutPhrases(source.current())));
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
