import { foldWord } from '../fold-text.ts';
import { isLikelySlip } from '../likely-slip.ts';
import { beginningDistance, editDistance, oneEditAway } from './edit-distance.ts';
import type { ListingTable } from './listing-table.ts';

/** A word that nothing holds → what was probably meant. */
export type Corrections = ReadonlyMap<string, Correction>;

interface Correction {
  words: string[];
  /** For a word still being typed. */
  beginnings: string[];
}

export const noCorrections: Corrections = new Map();

const oneEditFrom = 4;
const twoEditsFrom = 8;
const mostAlternatives = 12;
const shortBeginning = 6;

/** Looks up each word that neither the table holds nor `isWord` knows: one edit from 4 letters, two from 8. The last may be unfinished. */
export function correctWords(table: ListingTable, words: string[], isWord: (word: string, open: boolean) => boolean): Corrections {
  const last = words.at(-1);
  const found = new Map<string, Correction>();
  for (const word of new Set(words)) {
    const open = word === last;
    if (word.length < oneEditFrom || !/^\p{L}+$/u.test(word) || isWord(word, open) || isHeld(table, word, open)) continue;
    const correction = correct(table, word, open);
    if (correction.words.length + correction.beginnings.length > 0) found.set(word, correction);
  }
  return found;
}

/** A word counts only while a document that is still there holds it. */
export const isLive = (table: ListingTable, word: string) => table.words.some(word, (number) => table.at(number) !== undefined);

/** Whether a listing holds the word or, when `open`, one that it begins. */
export const isHeld = (table: ListingTable, word: string, open: boolean) =>
  isLive(table, word) || isLive(table, foldWord(word)) || (open && table.words.begun(word).some((begun) => isLive(table, begun)));

function correct(table: ListingTable, word: string, open: boolean): Correction {
  const near = oneEditAway(word).filter((other) => isLikelySlip(word, other));
  const words = near.filter((other) => table.words.has(other) && isLive(table, other));
  const beginnings = open
    ? near.filter((start) => isLikelyBeginning(word, start) && table.words.begun(start).some((begun) => isLive(table, begun)))
    : [];
  if (words.length + beginnings.length > 0 || word.length < twoEditsFrom) return few({ words, beginnings });
  return correctTwice(table, word, open);
}

/** Two edits change at most four of the letters that a word is made of: that sorts out nearly all before any distance is worked out. */
function correctTwice(table: ListingTable, word: string, open: boolean): Correction {
  const letters = lettersOf(word);
  const likely = table.words.words().filter((other) => {
    if (other.length < word.length - 2 || (!open && other.length > word.length + 2)) return false;
    return bitCount(letters & ~lettersOf(other)) <= 2;
  });
  return few({
    words: likely.filter((other) => isLikelySlip(word, other) && editDistance(word, other, 2) <= 2 && isLive(table, other)),
    beginnings: open
      ? likely.filter((other) => isLikelySlip(word, other) && beginningDistance(word, other, 2) <= 2 && isLive(table, other))
      : [],
  });
}

/** Of a short word its last letter at least is meant: "golf" begins no "golau". */
const isLikelyBeginning = (word: string, start: string) =>
  word.length >= shortBeginning || (start.length >= oneEditFrom && word.slice(-2).includes(start.at(-1) ?? ''));

const few = ({ words, beginnings }: Correction): Correction => ({
  words: [...new Set(words.map(foldWord))].slice(0, mostAlternatives),
  beginnings: beginnings.slice(0, mostAlternatives),
});

/** A bit for each of a to z that the word holds. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charCodeAt(at) - 97;
    if (letter >= 0 && letter < 26) bits |= 1 << letter;
  }
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
