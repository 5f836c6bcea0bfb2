import { isDistressWord, isInNeed } from './distress-words.ts';
import { foldWord } from './fold-text.ts';
import { loosePhrases, tellingKey, thingsBegunBy } from './loose-phrases.ts';
import { misspeltPhrase } from './misspelt-phrases.ts';
import type { Meaning } from './phrases.ts';
import { isStopWord } from './stop-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** One thing asked for: a word, or a phrase that means something. A document must hold it in one way or another. */
export interface Term {
  words: string[];
  /** Someone may still be typing it: its last word counts as a beginning. */
  open: boolean;
  synonyms: readonly string[];
  /** A phrase of the list: what is of any of its topics holds it, too. */
  meaning: Meaning | null;
  /** Said beside a phrase that says what is wished for: it counts, but nobody needs to hold it. */
  aside: boolean;
  /** Things that begin with it and are something else: "walking football" is no walking. */
  notSo: readonly string[];
}

/** So many words of a query count, a phrase of the list for one, in both indexes: a limit of Meilisearch's, kept here so that they agree. */
export const mostWords = 10;
export const longestPhrase = 9;

/**
 * Splits the words into terms, the longest phrase that means something first; words that say nothing go while others remain. `forgiving`:
 * slips of the pen in a phrase are forgiven, which is asked for only once nothing was found.
 */
export function queryTerms(words: string[], vocabulary: Vocabulary, { forgiving = false } = {}): Term[] {
  const terms: Term[] = [];
  let count = 0;
  for (let start = 0; start < words.length; ) {
    const phrase =
      longer(phraseAt(words, start, vocabulary), looselyAt(words, start, vocabulary)) ??
      (forgiving ? misspeltAt(words, start, vocabulary) : null);
    const term = phrase?.term ?? plainTerm(words.slice(start, start + 1), vocabulary);
    count += term.meaning ? 1 : term.words.length;
    if (count > mostWords) break;
    terms.push(term);
    start += phrase?.length ?? 1;
  }
  const telling = terms.filter(({ words }) => !words.every(isStopWord));
  const kept = withAsides(telling.length > 0 ? telling : terms, words.length);
  const last = kept.at(-1);
  // "rape" is no beginning of "rapeseed", and a phrase is no beginning.
  if (last) last.open = !last.meaning && !isDistressWord(last.words.at(-1) ?? '');
  return kept;
}

/** Whoever types so many words beside the phrases of the list tells a story ("grandchildren are coming to stay"). */
const storyWords = 2;

function withAsides(terms: Term[], typed: number): Term[] {
  const phrases = terms.filter(({ meaning }) => meaning);
  const inPhrases = phrases.reduce((sum, { words }) => sum + words.length, 0);
  if (phrases.length === 0 || typed - inPhrases < storyWords) return terms;
  return terms.map((term) => ({ ...term, aside: !term.meaning && term.synonyms.length === 0 }));
}

/** What the phrases among them mean. */
export const meaningsOf = (terms: readonly Term[]): Meaning[] => terms.flatMap(({ meaning }) => meaning ?? []);

interface PhraseAt {
  term: Term;
  /** How many words were typed for it. */
  length: number;
}

function phraseAt(words: string[], start: number, vocabulary: Vocabulary): PhraseAt | null {
  for (let length = Math.min(longestPhrase, words.length - start); length > 0; length -= 1) {
    const term = plainTerm(words.slice(start, start + length), vocabulary);
    if (term.meaning || term.synonyms.length > 0) return { term, length };
  }
  return null;
}

const longer = (one: PhraseAt | null, other: PhraseAt | null) => ((other?.length ?? 0) > (one?.length ?? 0) ? other : one);

/** A phrase spaced otherwise ("bee keeping", "tabletennis"), or with other words that say nothing ("make some new friends"). */
function looselyAt(words: string[], start: number, vocabulary: Vocabulary): PhraseAt | null {
  const { joined, telling } = loosePhrases(vocabulary);
  for (let length = Math.min(longestPhrase, words.length - start); length > 0; length -= 1) {
    const typed = words.slice(start, start + length);
    const meant = joined.get(typed.map(foldWord).join('')) ?? (isStopWord(typed.at(-1) ?? '') ? undefined : telling.get(tellingKey(typed)));
    if (meant !== undefined) return { term: plainTerm(meant.split(' '), vocabulary), length };
  }
  return null;
}

/** Taken as the phrase that was probably meant; slips in words by themselves are put right elsewhere. */
function misspeltAt(words: string[], start: number, vocabulary: Vocabulary): PhraseAt | null {
  for (let length = Math.min(longestPhrase, words.length - start); length > 1; length -= 1) {
    const typed = words.slice(start, start + length);
    const meant = isInNeed(typed) ? null : misspeltPhrase(typed, vocabulary.phrases);
    if (meant) return { term: plainTerm(meant.split(' '), vocabulary), length };
  }
  return null;
}

/** When nothing is such a thing: its words, each for itself. */
export const apart = (term: Term): Term[] =>
  term.words.length === 1 || term.meaning
    ? [term]
    : term.words.filter((word) => !isStopWord(word)).map((word) => ({ ...term, words: [word], synonyms: [] }));

function plainTerm(words: string[], vocabulary: Vocabulary): Term {
  const key = words.map(foldWord).join(' ');
  const synonyms = vocabulary.synonyms.get(key) ?? [];
  const meaning = vocabulary.phrases.get(key) ?? null;
  return { words, open: false, synonyms, meaning, aside: false, notSo: thingsBegunBy([key, ...synonyms], vocabulary) };
}
