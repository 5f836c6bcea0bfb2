import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { inProject } from '../project-root.ts';
import { isDistressWord, withoutSlips } from '../search/distress-words.ts';
import { foldText, foldWords, wordsOf } from '../search/fold-text.ts';
import { isStopWord } from '../search/stop-words.ts';

/** Each is searched for. */
const mostWords = 12;
const fewestLetters = 3;

/**
 * Words to try when these found nothing: each of several alone, unless together they are one thing ("table tennis"), then what people do who
 * would have done that. Nothing is guessed for someone in need.
 */
export function otherWords(typed: string): string[] {
  const words = wordsOf(foldText(typed));
  if (words.some(isDistressWord) || withoutSlips(words)) return [];
  const phrase = foldWords(words.join(' '));
  const isOneThing = words.length === 1 || kinds().some((group) => group.some(({ folded }) => folded === phrase));
  const alone = isOneThing ? [] : words.filter((word) => word.length >= fewestLetters && !isStopWord(word));
  const meant = new Set(isOneThing ? [phrase] : words.map(foldWords));
  const kindred = kinds().flatMap((group) => (group.some(({ folded }) => meant.has(folded)) ? group : []));
  const others = kindred.flatMap(({ word, folded }) => (meant.has(folded) ? [] : [word]));
  return [...new Set([...alone, ...others])].slice(0, mostWords);
}

interface Kindred {
  word: string;
  folded: string;
}

let known: Kindred[][] | null = null;

/** Read once: what is in the file changes with the program. */
function kinds(): Kindred[][] {
  const path = inProject('seed-data', 'vocabulary', 'kindred-words.json');
  known ??= z
    .array(z.array(z.string()))
    .parse(JSON.parse(readFileSync(path, 'utf8')))
    .map((group) => group.map((word) => ({ word, folded: foldWords(foldText(word)) })));
  return known;
}
