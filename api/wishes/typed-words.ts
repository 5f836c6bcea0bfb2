import { foldText, foldWord, wordsOf } from '../search/fold-text.ts';
import { longestPhrase } from '../search/query-terms.ts';
import type { Vocabulary } from '../search/vocabulary.ts';

/** What stands between two blanks. */
export interface TypedWord {
  typed: string;
  /** As the index sees it, which may be several words ("drop-in") or none ("–"); a date written with strokes stays as it is. */
  folded: string;
  quoted: boolean;
}

const quotes = /"[^"]*"|“[^”]*”|«[^»]*»/g;
const dateWithStrokes = /^\d{1,2}\/\d{1,2}(\/\d{2,4})?$/;

export function splitTyped(text: string): TypedWord[] {
  const quoted = [...text.matchAll(quotes)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  return [...text.matchAll(/\S+/g)].map(({ 0: typed, index }) => {
    const plain = typed.replace(/^[(,.;]+|[),.;!?]+$/g, '');
    return {
      typed,
      folded: dateWithStrokes.test(plain) ? plain : foldText(typed),
      quoted: quoted.some(({ from, to }) => from < index + typed.length && to > index),
    };
  });
}

export const textOf = (words: readonly TypedWord[]) => words.map(({ typed }) => typed).join(' ');

/**
 * Whether each word may be taken for a day, a cost and so on: not between quotation marks, and not inside a phrase of the vocabulary. "Coffee
 * morning" and "Sunday lunch" are things by those names.
 */
export function mayBeTaken(words: readonly TypedWord[], { synonyms, phrases }: Vocabulary): boolean[] {
  const open = words.map(({ quoted }) => !quoted);
  const keys = words.map(({ folded }) => wordsOf(folded).map(foldWord).join(' '));
  for (let start = 0; start < keys.length; start += 1) {
    for (let length = Math.min(longestPhrase, keys.length - start); length > 0; length -= 1) {
      const key = keys.slice(start, start + length).join(' ');
      if (key.includes(' ') && (synonyms.has(key) || phrases.has(key))) open.fill(false, start, start + length);
    }
  }
  return open;
}
