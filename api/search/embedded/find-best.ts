import type { Queryable } from '../../db/database.ts';
import { foldWords } from '../fold-text.ts';
import { queryWords, relaxedLists } from '../query-words.ts';
import type { Synonyms } from '../synonyms.ts';
import { correctWords } from './correct-words.ts';
import { type Wanted, wanted } from './match-conditions.ts';
import { queryTerms } from './query-terms.ts';
import { countStatement } from './search-statement.ts';

/** Fewer hits than these, and names that look alike are taken in. */
const fewHits = 5;
const shortestName = 4;
/** Words counted further than this are common enough to go first. */
const countedTo = 2_000;

/**
 * Asks once for the words as they are, which is all it takes for nearly every keystroke. Only when nothing holds them: words corrected and,
 * should that find little, names that look alike; at last documents that hold most of the words.
 */
export async function findBest<Answer>(
  db: Queryable,
  typed: { text: string; synonyms: Synonyms },
  ask: (words: Wanted) => Promise<Answer>,
  hitsOf: (answer: Answer) => number,
): Promise<Answer> {
  const words = queryWords(typed.text);
  const terms = queryTerms(words, typed.synonyms);
  const plain = await ask(wanted(terms));
  if (words.length === 0 || hitsOf(plain) > 0) return plain;

  const corrections = await correctWords(db, words);
  let best = corrections.size > 0 ? await ask(wanted(terms, corrections)) : plain;
  const phrase = foldWords(words.join(' '));
  if (hitsOf(best) < fewHits && phrase.length >= shortestName) best = await ask(wanted(terms, corrections, phrase));
  return hitsOf(best) > 0 ? best : ((await askForMost()) ?? best);

  async function askForMost(): Promise<Answer | null> {
    const { name, text, values } = countStatement(terms.map((term) => wanted([term], corrections)), countedTo);
    const [row] = await db.query<{ documents: number[] }>(name, text, values);
    for (const list of relaxedLists(terms, row?.documents ?? [])) {
      const answer = await ask(wanted(list, corrections));
      if (hitsOf(answer) > 0) return answer;
    }
    return null;
  }
}
