import { foldWord } from './fold-text.ts';
import { isStopWord } from './stop-words.ts';
import type { Vocabulary } from './vocabulary.ts';

interface LoosePhrases {
  /** Without blanks → the phrase, also of one word. */
  joined: ReadonlyMap<string, string>;
  /** Without the words that say nothing → the phrase, where two words or more are left. */
  telling: ReadonlyMap<string, string>;
  /** A word → things that begin with it. */
  begun: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Vocabulary, LoosePhrases>();

/** The phrases of a vocabulary as they may be typed with other spaces, or other words that say nothing. */
export function loosePhrases(vocabulary: Vocabulary): LoosePhrases {
  const found = known.get(vocabulary);
  if (found) return found;
  const keys = [...vocabulary.phrases.keys(), ...vocabulary.synonyms.keys()];
  const made = {
    joined: new Map(keys.map((key) => [key.replaceAll(' ', ''), key])),
    telling: new Map(keys.map((key): [string, string] => [tellingKey(key.split(' ')), key]).filter(([telling]) => telling.includes(' '))),
    begun: begunBy([...vocabulary.synonyms.keys()]),
  };
  known.set(vocabulary, made);
  return made;
}

export const tellingKey = (words: string[]) =>
  words
    .filter((word) => !isStopWord(word))
    .map(foldWord)
    .join(' ');

/** Things of the vocabulary that begin with one of the words and mean something else than these. */
export function thingsBegunBy(words: readonly string[], vocabulary: Vocabulary): string[] {
  const { begun } = loosePhrases(vocabulary);
  return words.flatMap((word) => (begun.get(word) ?? []).filter((thing) => !words.includes(thing)));
}

function begunBy(phrases: string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const phrase of phrases) {
    const blank = phrase.indexOf(' ');
    if (blank > 0) found.set(phrase.slice(0, blank), [...(found.get(phrase.slice(0, blank)) ?? []), phrase]);
  }
  return found;
}
