import { foldText, wordsOf } from './fold-text.ts';

/** The words of a query, folded. How many of them count, `query-terms.ts` says, which knows phrases. */
export const queryWords = (text: string) => wordsOf(foldText(text));

/**
 * When nothing holds all words: shorter and shorter lists to try, each still in the order typed. What nothing holds goes at once, then the
 * most common word, and so on: "something to do with my hands" ends in "hands", not in "to".
 */
export function relaxedLists<Word>(words: Word[], documentsWith: number[]): Word[][] {
  const known = words
    .map((word, position) => ({ word, position, documents: documentsWith[position] ?? 0 }))
    .filter(({ documents }) => documents > 0);
  const rarestFirst = [...known].sort((a, b) => a.documents - b.documents || a.position - b.position);
  return rarestFirst
    .map((_, dropped) =>
      rarestFirst
        .slice(0, rarestFirst.length - dropped)
        .sort((a, b) => a.position - b.position)
        .map(({ word }) => word),
    )
    .filter((list) => list.length < words.length);
}
