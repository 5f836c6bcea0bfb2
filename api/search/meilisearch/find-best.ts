import type { IndexQuery } from '../asset-index.ts';
import { isInNeed, saysNeed, withoutSlips } from '../distress-words.ts';
import { foldWord } from '../fold-text.ts';
import { withVocabularyWords } from '../misspelt-words.ts';
import { otherForms } from '../other-forms.ts';
import { apart, queryTerms, type Term } from '../query-terms.ts';
import { queryWords, relaxedLists, withoutAside } from '../query-words.ts';
import { isVocabularyWord, type Vocabulary, type VocabularySource, vocabularyFor } from '../vocabulary.ts';
import { type Asked, asked, type ExactTerm, filtered, type PageQuery, wordsFor } from './asked-words.ts';
import { totalOf } from './facet-counts.ts';
import { filterText } from './filter-text.ts';
import type { MeilisearchServer } from './server.ts';

/**
 * All words; when nothing holds them all, in another form, then most of them, as `relaxedLists` says. Where someone may be in need, what
 * is guessed so is a service or nothing. Meilisearch itself forgives slips, and joins and splits words.
 */
export async function findBest<Answer>(
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
