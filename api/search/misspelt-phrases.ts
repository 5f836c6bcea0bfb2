import { editDistance } from './embedded/edit-distance.ts';
import { foldWord } from './fold-text.ts';
import type { Phrases } from './phrases.ts';

interface Known {
  byLength: Map<number, string[][]>;
  /** Without blanks: "any more" and "anymore" are one. */
  joined: Map<string, string>;
}

const known = new WeakMap<Phrases, Known>();

/** The phrase that the words were probably meant to be: spaced otherwise, or word by word the same but for the slips forgiven in any word. */
export function misspeltPhrase(words: string[], phrases: Phrases): string | null {
  const { byLength, joined } = knownOf(phrases);
  // A slip may look like a plural, or hide one.
  const typed = words.map((word) => [word, foldWord(word), word.replace(/s+$/, '')]);
  const spaced = joined.get(words.map(foldWord).join(''));
  const isMeant = (phrase: string[]) => phrase.every((word, at) => typed[at]?.some((read) => isNearly(read, word)));
  return spaced ?? byLength.get(words.length)?.find(isMeant)?.join(' ') ?? null;
}

function knownOf(phrases: Phrases): Known {
  const found = known.get(phrases);
  if (found) return found;
  const byLength = new Map<number, string[][]>();
  for (const words of [...phrases.keys()].map((phrase) => phrase.split(' '))) {
    const list = byLength.get(words.length);
    if (list) list.push(words);
    else byLength.set(words.length, [words]);
  }
  const made = { byLength, joined: new Map([...phrases.keys()].map((phrase) => [phrase.replaceAll(' ', ''), phrase])) };
  known.set(phrases, made);
  return made;
}

/** One slip from four letters, two from eight. */
function isNearly(typed: string, word: string): boolean {
  if (typed === word) return true;
  // Few slip at both ends, and thousands of words are looked at.
  if (typed[0] !== word[0] && typed.at(-1) !== word.at(-1)) return false;
  const most = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  return most > 0 && Math.abs(typed.length - word.length) <= most && editDistance(typed, word, most) <= most;
}
