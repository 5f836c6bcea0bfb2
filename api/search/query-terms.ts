import { isDistressWord } from './distress-words.ts';
import { foldWord } from './fold-text.ts';
import { isStopWord } from './stop-words.ts';
import type { Synonyms } from './synonyms.ts';

/** One thing asked for: a word, or a phrase that has synonyms. A document must hold it in one way or another. */
export interface Term {
  words: string[];
  /** Someone may still be typing it: its last word counts as a beginning. */
  open: boolean;
  synonyms: readonly string[];
}

const longestPhrase = 4;

/** Splits the words into terms, the longest phrase that has synonyms first; words that say nothing go while others remain. */
export function queryTerms(words: string[], synonyms: Synonyms): Term[] {
  const terms: Term[] = [];
  for (let start = 0; start < words.length; start += terms.at(-1)?.words.length ?? 1)
    terms.push(phraseAt(words, start, synonyms) ?? { words: words.slice(start, start + 1), open: false, synonyms: [] });
  const telling = terms.filter((term) => term.words.length > 1 || !term.words.every(isStopWord));
  const kept = telling.length > 0 ? telling : terms;
  const last = kept.at(-1);
  // "rape" is no beginning of "rapeseed".
  if (last) last.open = !isDistressWord(last.words.at(-1) ?? '');
  return kept;
}

function phraseAt(words: string[], start: number, synonyms: Synonyms): Term | null {
  for (let length = Math.min(longestPhrase, words.length - start); length > 0; length -= 1) {
    const phrase = words.slice(start, start + length);
    const others = synonyms.get(phrase.map(foldWord).join(' '));
    if (others) return { words: phrase, open: false, synonyms: others };
  }
  return null;
}
