import type { Queryable } from '../../db/database.ts';
import { foldWord } from '../fold-text.ts';
import { beginningDistance, editDistance, oneEditAway } from './edit-distance.ts';
import { listBegun, listLikely, listUnknown, listWords } from './word-queries.ts';

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

/** Looks up each word that the index does not hold: one edit from 4 letters, two from 8. The last may be unfinished. */
export async function correctWords(db: Queryable, words: string[]): Promise<Corrections> {
  const last = words.at(-1);
  const candidates = [...new Set(words)].filter((word) => word.length >= oneEditFrom && /^\p{L}+$/u.test(word));
  if (candidates.length === 0) return noCorrections;
  const unknown = await listUnknown(db, candidates.map((word) => ({ word, folded: foldWord(word), open: word === last })));
  const found = await Promise.all(unknown.map(async (word) => [word, await correct(db, word, word === last)] as const));
  return new Map(found.filter(([, { words, beginnings }]) => words.length + beginnings.length > 0));
}

async function correct(db: Queryable, word: string, open: boolean): Promise<Correction> {
  const near = oneEditAway(word);
  const [words, beginnings] = await Promise.all([listWords(db, near, mostAlternatives), open ? listBegun(db, near, mostAlternatives) : []]);
  if (words.length + beginnings.length > 0 || word.length < twoEditsFrom) return { words: words.map(foldWord), beginnings };
  return correctTwice(db, word, open);
}

/** Two edits leave one of three pieces whole: words that share a piece, then the distance itself. */
async function correctTwice(db: Queryable, word: string, open: boolean): Promise<Correction> {
  const likely = await listLikely(db, pieces(word), open ? null : { shortest: word.length - 2, longest: word.length + 2 });
  return {
    words: likely.filter((other) => editDistance(word, other, 2) <= 2).slice(0, mostAlternatives).map(foldWord),
    beginnings: open ? likely.filter((other) => beginningDistance(word, other, 2) <= 2).slice(0, mostAlternatives) : [],
  };
}

function pieces(word: string): string[] {
  const third = Math.floor(word.length / 3);
  return [`${word.slice(0, third)}%`, `%${word.slice(third, 2 * third)}%`, `%${word.slice(2 * third)}%`].map((piece) => piece);
}
