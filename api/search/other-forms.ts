import { mostWords } from './query-terms.ts';
import { isStopWord } from './stop-words.ts';

/** Welsh first letters and what they turn into: softly, through the nose, with a breath. */
const mutations: readonly [string, readonly string[]][] = [
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['c', ['g', 'ngh', 'ch']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['g', ['', 'ng']],
  ['m', ['f']],
  ['ll', ['l']],
  ['rh', ['r']],
];
const twins = ['ll', 'rh', 'dd', 'ch', 'ph', 'th', 'ng', 'ff'];
const shortestStem = 3;

/**
 * The word as it may stand elsewhere: with another first letter in Welsh ("gôr" for "côr"), or with or without "-ing" ("sew", "sewing").
 * Tried in both indexes once nothing was found; many of them are no words at all.
 */
export function otherForms(word: string): string[] {
  const forms = new Set([...mutatedForms(word), ...ingForms(word)]);
  forms.delete(word);
  return [...forms].filter((form) => form.length >= shortestStem);
}

function mutatedForms(word: string): string[] {
  return plainForms(word).flatMap((plain) => [plain, ...mutated(plain)]);
}

/** What the word may have been before its first letter turned. */
function plainForms(word: string): string[] {
  const found = [word];
  for (const [letter, others] of mutations) {
    for (const other of others) {
      const rest = word.slice(other.length);
      // Every word might have lost a "g"; before two consonants it did not.
      const mayHave = other === '' ? /^[aeiouwylr]/.test(word) : word.startsWith(other);
      if (mayHave && (other.length > 1 || !twins.some((twin) => word.startsWith(twin)))) found.push(letter + rest);
    }
  }
  return found;
}

/** The word with its first letter turned, in every way. */
export function mutated(plain: string): string[] {
  const [letter, others = []] = mutations.findLast(([first]) => plain.startsWith(first)) ?? ['', []];
  return others.map((other) => other + plain.slice(letter.length));
}

function ingForms(word: string): string[] {
  if (!/^[a-z]+$/.test(word)) return [];
  const stem = word.endsWith('ing') ? word.slice(0, -3) : null;
  if (stem !== null) {
    if (stem.length < shortestStem || !/[aeiouy]/.test(stem)) return [];
    const single = /([b-df-hj-np-tv-z])\1$/.test(stem) ? [stem.slice(0, -1)] : [];
    return [stem, `${stem}e`, ...single];
  }
  const last = word.at(-1) ?? '';
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(word) ? [`${word}${last}ing`] : [];
  return word.endsWith('e') ? [`${word.slice(0, -1)}ing`] : [`${word}ing`, ...doubled];
}

/** "foot ball" → "football", each pair in turn; "coffeemorning" → "coffee morning", wherever `isWord` knows both halves. */
export function otherSpacings(words: string[], isWord: (word: string) => boolean): string[][] {
  const found: string[][] = [];
  for (const [at, word] of words.slice(0, mostWords).entries()) {
    const next = words[at + 1];
    if (next !== undefined && isWord(word + next)) found.push([...words.slice(0, at), word + next, ...words.slice(at + 2)]);
    if (isWord(word)) continue;
    for (let cut = shortestStem; cut <= word.length - shortestStem; cut += 1) {
      const [first, second] = [word.slice(0, cut), word.slice(cut)];
      if ([first, second].every((half) => isWord(half) && !isStopWord(half)))
        found.push([...words.slice(0, at), first, second, ...words.slice(at + 1)]);
    }
  }
  return found;
}
