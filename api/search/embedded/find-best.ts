import type { Queryable } from '../../db/database.ts';
import type { IndexQuery } from '../asset-index.ts';
import { isDistressWord, isInNeed, saysNeed, withoutSlips } from '../distress-words.ts';
import { foldWord, foldWords } from '../fold-text.ts';
import { withVocabularyWords } from '../misspelt-words.ts';
import { otherForms, otherSpacings } from '../other-forms.ts';
import { apart, queryTerms, type Term } from '../query-terms.ts';
import { queryWords, relaxedLists, withoutAside } from '../query-words.ts';
import { isVocabularyWord, type Vocabulary, vocabularyFor } from '../vocabulary.ts';
import { correctWords, isLive, noCorrections } from './correct-words.ts';
import type { ListingTable } from './listing-table.ts';
import { countHolding, matchWords, type Wanted } from './match-words.ts';
import { nameHolding } from './name-holding.ts';
import { listAlike } from './row-queries.ts';

/** Fewer hits than these after correcting, and names that look alike are taken in. */
const fewHits = 5;
const shortestName = 4;
const mostAlike = 50;

/**
 * Asks once for the words as they are, which is all it takes for nearly every keystroke. Only when nothing holds them: words in another
 * form or spaced otherwise, words corrected and, should that find little, names that look alike; at last documents that hold most of the
 * words. Where someone may be in need, what is guessed so is a service or nothing.
 */
export async function findBest<Answer>(
  held: Held,
  { text, guesses }: Pick<IndexQuery, 'text' | 'guesses'>,
  ask: (words: Wanted) => Answer,
  hitsOf: (answer: Answer) => number,
): Promise<Answer> {
  const typed = queryWords(text);
  const vocabulary = vocabularyFor(text, held.vocabulary);
  const signpostsOnly = saysNeed(typed);
  const plain = ask({ ...asTyped(queryTerms(typed, vocabulary)), signpostsOnly });
  if (typed.length === 0 || guesses === false || hitsOf(plain) > 0) return plain;

  const meant = withoutSlips(typed) ?? typed;
  const inNeed = isInNeed(meant);
  const lists = inNeed ? [queryTerms(meant, vocabulary)] : otherwise(held.table, meant, vocabulary);
  for (const terms of lists) {
    const found = ask({ ...asTyped(terms), signpostsOnly: inNeed });
    if (hitsOf(found) > 0) return found;
  }
  const [terms = []] = lists;
  return guess(
    { ...held, vocabulary },
    { terms, typed: queryTerms(meant, vocabulary), inNeed },
    (words) => ask({ ...words, signpostsOnly: inNeed }),
    hitsOf,
  );
}

interface Held {
  db: Queryable;
  table: ListingTable;
  vocabulary: Vocabulary;
}

const asTyped = (terms: Term[]): Wanted => ({ terms, corrections: noCorrections, alike: [], signpostsOnly: false });

/** The words put right, joined, split, or in another form, wherever listings have such words; what is surest first. */
export function otherwise(table: ListingTable, words: string[], vocabulary: Vocabulary): Term[][] {
  const isWord = (word: string) => isLive(table, word) || isLive(table, foldWord(word));
  const isKnown = (word: string) => isWord(word) || isVocabularyWord(vocabulary, word, false);
  const spelt = withVocabularyWords(words, vocabulary, isWord) ?? words;
  const aside = withoutAside(spelt);
  const formed = words.map((word) => (isKnown(word) ? word : otherForms(word).find(isWord)));
  const inForm = formed.every((word) => word !== undefined) && formed.some((word, at) => word !== words[at]) ? [formed] : [];
  return [
    queryTerms(spelt, vocabulary, { forgiving: true }),
    ...[...(aside ? [aside] : []), ...otherSpacings(words, isWord), ...inForm].map((list) => queryTerms(list, vocabulary)),
  ];
}

async function guess<Answer>(
  { db, table, vocabulary }: Held,
  { terms, typed, inNeed }: { terms: Term[]; typed: Term[]; inNeed: boolean },
  ask: (words: Wanted) => Answer,
  hitsOf: (answer: Answer) => number,
): Promise<Answer> {
  const words = terms.flatMap((term) => term.words);
  const isWord = (word: string, open: boolean) => isDistressWord(word) || isVocabularyWord(vocabulary, word, open);
  const wanted = { ...asTyped(terms), corrections: correctWords(table, words, isWord) };
  const corrected = ask(wanted);
  if (hitsOf(corrected) >= fewHits) return corrected;

  const phrase = foldWords(words.join(' '));
  // Words that something holds, though the filters leave it out, were not misspelt.
  const mayBeName = phrase.length >= shortestName && !words.every((word) => isWord(word, false)) && !isHeldAnywhere(table, typed);
  const alike = mayBeName ? await listAlike(db, phrase, mostAlike) : [];
  const best = alike.length > 0 ? ask({ ...wanted, alike }) : corrected;
  if (hitsOf(best) > 0) return best;

  // A word put right is too uncertain to answer for those left out: "helicopter pilot" is no plot.
  const parts = typed.flatMap(apart);
  const around = { listings: table.size() - table.gaps(), firstIsNamed: isInName(table, parts[0]), inNeed };
  for (const list of relaxedLists(parts, countHolding(table, parts, wanted.corrections), around)) {
    const most = ask({ ...wanted, terms: list });
    if (hitsOf(most) > 0) return most;
  }
  return best;
}

function isHeldAnywhere(table: ListingTable, terms: Term[]): boolean {
  const matches = matchWords(table, asTyped(terms));
  return matches?.candidates.some((number) => matches.points(number) > 0) ?? false;
}

const isInName = (table: ListingTable, term: Term | undefined) => term !== undefined && nameHolding(table, term.words.join(' ')) !== 'none';
