import { foldText, wordsOf } from './fold-text.ts';
import { isStopWord } from './stop-words.ts';

/** The words of a query, folded. How many of them count, `query-terms.ts` says, which knows phrases. */
export const queryWords = (text: string) => wordsOf(foldText(text));

const asides = new Set(['but', 'without', 'except', 'instead', 'ond', 'heb']);

/** What comes before "but I can't read music" or "without a gym"; null when nothing is said aside. */
export function withoutAside(words: string[]): string[] | null {
  const at = words.findIndex((word) => asides.has(word));
  const before = words.slice(0, at);
  return at > 0 && !before.every(isStopWord) ? before : null;
}

interface Asked {
  words: readonly string[];
  synonyms: readonly string[];
  meaning: unknown;
}

interface Around {
  /** How many there are. */
  listings: number;
  firstIsNamed: boolean;
  inNeed: boolean;
}

/** What is left out may tell no more than what is kept. */
const leastShare = 0.5;

/**
 * When nothing holds all words: shorter and shorter lists to try, each still in the order typed. What nothing holds goes at once, then the
 * most common word, and so on. A word tells the more the fewer `listings` hold it, and a list that tells less than what it leaves out is
 * no answer ("archery lessons" are no English lessons), unless the vocabulary knows it, or a name holds what was typed first ("the
 * orchard of wibbledom"). Someone in need gets any service rather than none.
 */
export function relaxedLists<Term extends Asked>(
  terms: Term[],
  documentsWith: number[],
  { listings, firstIsNamed, inNeed }: Around,
): Term[][] {
  const all = terms.map((term, position) => {
    const documents = documentsWith[position] ?? 0;
    return { term, position, documents, tells: Math.log(1 + listings / Math.max(documents, leastHolding)) };
  });
  const total = all.reduce((sum, { tells }) => sum + tells, 0);
  const rarestFirst = all.filter(({ documents }) => documents > 0).sort((a, b) => a.documents - b.documents || a.position - b.position);
  return rarestFirst
    .map((_, dropped) => rarestFirst.slice(0, rarestFirst.length - dropped).sort((a, b) => a.position - b.position))
    .filter((list) => list.length < terms.length)
    .filter(
      (list) =>
        list.reduce((sum, { tells }) => sum + tells, 0) >= leastShare * total ||
        inNeed ||
        list.some(({ term, position }) => isActivity(term) || (firstIsNamed && position === 0)),
    )
    .map((list) => list.map(({ term }) => term));
}

/** A word that nothing holds tells as much as one that half a listing held. */
const leastHolding = 0.5;
const isActivity = ({ synonyms, meaning }: Asked) => synonyms.length > 0 || meaning !== null;
