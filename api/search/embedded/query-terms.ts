import { foldWord } from '../fold-text.ts';
import type { Synonyms } from '../synonyms.ts';

/** One thing asked for: a word, or a phrase that has synonyms. A document must hold it in one way or another. */
export interface Term {
  words: string[];
  /** Someone may still be typing it: its last word counts as a beginning. */
  open: boolean;
  synonyms: readonly string[];
}

const longestPhrase = 4;

/** Splits the words into terms; the longest phrase that has synonyms wins. */
export function queryTerms(words: string[], synonyms: Synonyms): Term[] {
  const terms: Term[] = [];
  for (let start = 0; start < words.length; start += terms.at(-1)?.words.length ?? 1) {
    terms.push(
      phraseAt(words, start, synonyms) ?? { words: words.slice(start, start + 1), open: start === words.length - 1, synonyms: [] },
    );
  }
  return terms;
}

function phraseAt(words: string[], start: number, synonyms: Synonyms): Term | null {
  for (let length = Math.min(longestPhrase, words.length - start); length > 0; length -= 1) {
    const phrase = words.slice(start, start + length);
    const others = synonyms.get(phrase.map(foldWord).join(' '));
    if (others) return { words: phrase, open: start + length === words.length, synonyms: others };
  }
  return null;
}
