import type { MultiSearchQuery } from 'meilisearch';
import { SearchRefused } from '../../errors.ts';
import { type AssetIndex, emptyFacets, type IndexAnswer, type IndexPoint, type IndexQuery, type NameQuery } from '../asset-index.ts';
import { isDistressWord, isInNeed, saysNeed, withoutSlips } from '../distress-words.ts';
import { foldWord } from '../fold-text.ts';
import { withVocabularyWords } from '../misspelt-words.ts';
import { otherForms } from '../other-forms.ts';
import type { Meaning } from '../phrases.ts';
import { apart, meaningsOf, queryTerms, type Term } from '../query-terms.ts';
import { queryWords, relaxedLists, withoutAside } from '../query-words.ts';
import { isVocabularyWord, type Vocabulary, type VocabularySource, vocabularyFor, withoutPhrases } from '../vocabulary.ts';
import { mainFacets, otherFacets, totalOf } from './facet-queries.ts';
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
  terms: Term[];
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
  const plainWords = wordsFor(queryTerms(typed, vocabulary), saysNeed(typed));
  const plain = await ask(plainWords);
  if (typed.length === 0 || guesses === false) return plain;
  const isEnough = hitsOf(plain) >= fewHits;
  const spelt = isInNeed(typed) ? null : await wellSpelt(server, typed, vocabulary, isEnough);
  const meantSo = spelt && (await ask(wordsFor(queryTerms(spelt, vocabulary))));
  if (meantSo && hitsOf(meantSo) >= Math.max(1, hitsOf(plain))) return meantSo;
  if (isEnough) return plain;

  const signpostsOnly = isInNeed(withoutSlips(typed) ?? typed);
  const count = async (lists: ExactTerm[][], more: Partial<PageQuery> = {}) => {
    if (lists.length === 0) return [];
    const results = await server.search(
      lists.map((list) => {
        const words = wordsFor(list, signpostsOnly);
        return { ...asked(words), filter: filtered(words, filterText(filters)), facets: ['tier'], limit: 0, ...more };
      }),
    );
    return results.map((result) => totalOf(result.facetDistribution));
  };
  const lists = signpostsOnly ? [queryTerms(withoutSlips(typed) ?? typed, vocabulary)] : otherwise(typed, vocabulary);
  const found = await count(lists);
  const better = lists.find((_, at) => (found[at] ?? 0) > hitsOf(plain));
  if (better) return ask(wordsFor(better, signpostsOnly));
  if (hitsOf(plain) > 0) return plain;

  // A word put right is too uncertain to answer for those left out: "helicopter pilot" is no plot.
  const terms = queryTerms(withoutSlips(typed) ?? typed, vocabulary).flatMap(apart);
  const singly = terms.map((term) => [term]);
  const holding = await count(singly);
  const [[firstNamed = 0], [listings = 0]] = [await count(singly.slice(0, 1), { attributesToSearchOn: ['name'] }), await count([[]])];
  const others = signpostsOnly ? [] : inOtherForms(terms, holding);
  const relaxed = terms.length > 1 ? relaxedLists(terms, holding, { listings, firstIsNamed: firstNamed > 0, inNeed: signpostsOnly }) : [];
  const last = [...others, ...relaxed];
  const counts = await count(last);
  const best = last.find((_, position) => (counts[position] ?? 0) > 0);
  return best ? ask(wordsFor(best, signpostsOnly)) : plain;
}

/** Fewer hits than these, and the words may have been meant otherwise. */
const fewHits = 5;

/** Phrases with slips in them, and words without what is said aside. */
function otherwise(words: string[], vocabulary: Vocabulary): Term[][] {
  const aside = withoutAside(words);
  return [queryTerms(words, vocabulary, { forgiving: true }), ...(aside ? [queryTerms(aside, vocabulary)] : [])];
}

/**
 * Slips in words of the vocabulary put right, where no listing has them as typed; null when there are none. Meilisearch forgives slips by
 * itself, but gives no other words for what it takes them for.
 */
async function wellSpelt(
  server: MeilisearchServer,
  words: string[],
  vocabulary: Vocabulary,
  mayBeBegun: boolean,
): Promise<string[] | null> {
  const isBegun = (word: string) => mayBeBegun && word === words.at(-1);
  const isSlip = (word: string) => !isBegun(word) && withVocabularyWords([word], vocabulary, () => false) !== null;
  const slips = [...new Set(words)].filter((word) => !isVocabularyWord(vocabulary, word, true) && isSlip(word));
  if (slips.length === 0) return null;
  const results = await server.search(slips.map((word) => ({ ...asked({ q: `"${foldWord(word)}"` }), facets: ['tier'], limit: 0 })));
  const lost = new Set(slips.filter((_, at) => totalOf(results[at]?.facetDistribution ?? {}) === 0));
  return withVocabularyWords(words, vocabulary, (word) => !lost.has(word));
}

/** Between quotation marks Meilisearch forgives no slips. */
type ExactTerm = Term & { exact?: boolean };

/** So many other forms are tried. */
const mostForms = 12;

/** With a word that nothing holds in another form: just so, without slips. */
function inOtherForms(terms: ExactTerm[], holding: number[]): ExactTerm[][] {
  const isLost = (term: Term, at: number) => holding[at] === 0 && !term.meaning && term.words.length === 1;
  return terms
    .flatMap((term, at) => (isLost(term, at) ? otherForms(term.words.join('')).map((form) => ({ form, at })) : []))
    .slice(0, mostForms)
    .map(({ form, at }) =>
      terms.with(at, { words: [form], open: false, synonyms: [], meaning: null, aside: false, notSo: [], exact: true }),
    );
}

/** Of more words than one Meilisearch knows few, and none of more than three. */
const isToken = ({ meaning, words, synonyms }: Term) => meaning !== null || (words.length > 1 && synonyms.length > 0);

/** A blank at the end says that the last word is whole. */
function wordsFor(terms: ExactTerm[], signpostsOnly = false): Asked {
  const words = terms
    .filter(({ aside }) => !aside)
    .flatMap((term) =>
      isToken(term)
        ? [phraseToken(term.words.map(foldWord).join(' '))]
        : term.words.map((word) => (term.exact ? `"${foldWord(word)}"` : foldWord(word))),
    );
  return {
    q: `${words.join(' ')}${terms.at(-1)?.open === false ? ' ' : ''}`,
    terms,
    meant: meaningsOf(terms),
    signpostsOnly,
  };
}

const filtered = ({ signpostsOnly }: Pick<Asked, 'signpostsOnly'>, filter: string[]) => (signpostsOnly ? [...filter, 'tier = 1'] : filter);

async function searchOnce(server: MeilisearchServer, words: Asked, query: IndexQuery): Promise<IndexAnswer> {
  const main = mainFacets(query.filters);
  const pages = pageQueries(words, query);
  const isCounted = query.facets !== false;
  const others = isCounted ? otherFacets(query.filters) : [];
  const results = await server.search([
    ...pages.map((page, position) => ({
      ...page,
      filter: filtered(words, main.filter),
      ...(position === 0 ? { facets: isCounted ? main.facets : ['tier'] } : {}),
    })),
    ...others.map(({ filter, facets }) => ({ ...asked(words), filter: filtered(words, filter), facets, limit: 0 })),
  ]);
  const counted = [results[0], ...results.slice(pages.length)];
  const facets = emptyFacets();
  for (const [position, { read }] of (isCounted ? [main, ...others] : []).entries())
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
  return orderHits(hits, query.filters.near?.point ?? null, words.terms).slice(query.offset, query.offset + query.limit);
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
  return (near ? nearestFirst(named, near) : orderHits(named, null, words.terms)).slice(0, limit).map((hit) => hit.id);
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
    { ...asked(words), filter, facets: ['tier'], attributesToRetrieve: ['id', 'slug', 'kind', '_geo'], limit: Math.min(limit, mostHits) },
  ]);
  if (Math.min(limit, totalOf(found?.facetDistribution ?? {})) > mostHits)
    throw new SearchRefused('more places were found than Meilisearch hands out');
  return (found?.hits ?? []).flatMap(pointOf);
}

const pointOf = ({ id, slug, kind, _geo }: StoredHit): IndexPoint[] => (_geo ? [{ id, slug, kind, lat: _geo.lat, lng: _geo.lng }] : []);
