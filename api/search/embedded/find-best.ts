import type { Queryable } from '../../db/database.ts';
import { foldWords } from '../fold-text.ts';
import { queryWords, relaxedLists } from '../query-words.ts';
import type { Synonyms } from '../synonyms.ts';
import { correctWords, noCorrections } from './correct-words.ts';
import type { ListingTable } from './listing-table.ts';
import { countHolding, type Wanted } from './match-words.ts';
import { queryTerms } from './query-terms.ts';
import { listAlike } from './row-queries.ts';

/** Fewer hits than these after correcting, and names that look alike are taken in. */
const fewHits = 5;
const shortestName = 4;
const mostAlike = 50;

/**
 * Asks once for the words as they are, which is all it takes for nearly every keystroke. Only when nothing holds them: words corrected and,
 * should that find little, names that look alike; at last documents that hold most of the words.
 */
export async function findBest<Answer>(
  { db, table, synonyms }: { db: Queryable; table: ListingTable; synonyms: Synonyms },
  text: string,
  ask: (words: Wanted) => Answer,
  hitsOf: (answer: Answer) => number,
): Promise<Answer> {
  const words = queryWords(text);
  const terms = queryTerms(words, synonyms);
  const plain = ask({ terms, corrections: noCorrections, alike: [] });
  if (words.length === 0 || hitsOf(plain) > 0) return plain;

  const corrections = correctWords(table, words);
  const corrected = corrections.size > 0 ? ask({ terms, corrections, alike: [] }) : plain;
  if (hitsOf(corrected) >= fewHits) return corrected;

  const phrase = foldWords(words.join(' '));
  const alike = phrase.length >= shortestName ? await listAlike(db, phrase, mostAlike) : [];
  const best = alike.length > 0 ? ask({ terms, corrections, alike }) : corrected;
  if (hitsOf(best) > 0) return best;

  for (const list of relaxedLists(terms, countHolding(table, terms, corrections))) {
    const most = ask({ terms: list, corrections, alike: [] });
    if (hitsOf(most) > 0) return most;
  }
  return best;
}
