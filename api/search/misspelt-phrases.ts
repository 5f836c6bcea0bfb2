import { editDistance } from './embedded/edit-distance.ts';
import { foldWord } from './fold-text.ts';
import type { Phrases } from './phrases.ts';

const byLength = new WeakMap<Phrases, Map<number, string[][]>>();

/** The phrase that the words were probably meant to be: word by word the same, but for the slips that are forgiven in any word. */
export function misspeltPhrase(words: string[], phrases: Phrases): string | null {
  // A slip may look like a plural, or hide one.
  const typed = words.map((word) => [word, foldWord(word)]);
  const meant = phrasesOf(words.length, phrases).find((phrase) =>
    phrase.every((word, at) => typed[at]?.some((read) => isNearly(read, word))),
  );
  return meant?.join(' ') ?? null;
}

function phrasesOf(length: number, phrases: Phrases): string[][] {
  let lists = byLength.get(phrases);
  if (!lists) {
    lists = new Map();
    for (const phrase of phrases.keys()) {
      const words = phrase.split(' ');
      const list = lists.get(words.length);
      if (list) list.push(words);
      else lists.set(words.length, [words]);
    }
    byLength.set(phrases, lists);
  }
  return lists.get(length) ?? [];
}

/** One slip from four letters, two from eight. */
function isNearly(typed: string, word: string): boolean {
  if (typed === word) return true;
  const most = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  return most > 0 && Math.abs(typed.length - word.length) <= most && editDistance(typed, word, most) <= most;
}
