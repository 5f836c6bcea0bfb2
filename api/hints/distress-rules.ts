import { distressWords, isInNeed, withoutSlips } from '../search/distress-words.ts';

const fewestLetters = 5;

/** Whether these are words of someone who may be in need, also while one is still being typed or has slipped. */
export function looksDistressed(words: string[]): boolean {
  const last = words.at(-1) ?? '';
  const begun = last.length >= fewestLetters && [...distressWords].some((known) => known.startsWith(last));
  return begun || isInNeed(words) || withoutSlips(words) !== null;
}
