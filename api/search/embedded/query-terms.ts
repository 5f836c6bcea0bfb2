import { foldWord } from '../fold-text.ts';
import type { Synonyms } from '../synonyms.ts';
import { beginningMark, longestBeginning } from './asset-search-row.ts';
import type { Corrections } from './correct-words.ts';

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
    terms.push(phraseAt(words, start, synonyms) ?? { words: words.slice(start, start + 1), open: start === words.length - 1, synonyms: [] });
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

/** PostgreSQL's tsquery for a term, without weights. Words hold letters and digits only, so quoting them is safe. */
export function termQuery(term: Term, corrections: Corrections, shortBeginnings: 'named' | 'any'): string {
  const last = term.words.length - 1;
  const typed = term.words.map((word, position) => either(waysOf(word, term.open && position === last, corrections, shortBeginnings)));
  return either([all(typed), ...term.synonyms.map((phrase) => all(phrase.split(' ').map(quote)))]);
}

/** Patterns over `folded_name`: the word whole, and the word begun. */
export function namePatterns({ words, open }: Term, corrections: Corrections): { whole: string[]; begun: string[] } {
  const corrected = words.length === 1 ? corrections.get(words[0] ?? '') : undefined;
  const whole = [words.map(foldWord).join(' '), ...(corrected?.words ?? [])];
  const begun = open ? [words.join(' '), ...whole, ...(corrected?.beginnings ?? [])] : whole;
  return { whole: whole.map((form) => `% ${form} %`), begun: [...new Set(begun)].map((form) => `% ${form}%`) };
}

function waysOf(word: string, open: boolean, corrections: Corrections, shortBeginnings: 'named' | 'any'): string[] {
  const corrected = corrections.get(word);
  const ways = [quote(foldWord(word)), ...(corrected?.words ?? []).map(quote)];
  if (!open) return ways;
  // So few letters begin most documents; in a name they say something, and stand in the index as they are.
  const short = shortBeginnings === 'named' && Array.from(word).length <= longestBeginning;
  return [...ways, short ? quote(beginningMark + word) : `${quote(word)}:*`, ...(corrected?.beginnings ?? []).map((start) => `${quote(start)}:*`)];
}

const quote = (word: string) => `'${word}'`;
const all = (parts: string[]) => (parts.length === 1 ? parts.join('') : `(${parts.join(' & ')})`);
const either = (parts: string[]) => (parts.length === 1 ? parts.join('') : `(${[...new Set(parts)].join(' | ')})`);
