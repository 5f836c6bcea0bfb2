import type { Vocabulary } from '../search/vocabulary.ts';
import { readAccess } from './access-words.ts';
import { readCost } from './cost-words.ts';
import { readDate } from './date-words.ts';
import { readDays } from './day-words.ts';
import { readDistance } from './distance-words.ts';
import { readLanguage } from './language-words.ts';
import { readRuledOut, unlessRuledOut } from './ruled-out-words.ts';
import { readPartsOfDay } from './time-words.ts';
import { mayBeTaken, splitTyped, type TypedWord, textOf } from './typed-words.ts';
import { readWelcome } from './welcome-words.ts';
import { agreed, type Group, groupsOf, type Piece, type Reader } from './wish-pieces.ts';

export interface ReadWish {
  /** In the order typed; together with the rest they hold every word once. */
  pieces: Piece[];
  /** What is left to look for, as typed. */
  rest: string;
  /** What would be left, were these pieces words after all. */
  restWith(kept: readonly Piece[]): string;
}

interface Reading {
  /** YYYY-MM-DD in London. */
  today: string;
  /** What was asked for in so many words: nothing is guessed about it. */
  given: ReadonlySet<Group>;
  vocabulary: Vocabulary;
}

const readers: readonly [Piece['type'], Reader][] = [
  ['day', readRuledOut],
  ['date', unlessRuledOut(readDate)],
  ['day', unlessRuledOut(readDays)],
  ['time', unlessRuledOut(readPartsOfDay)],
  ['distance', readDistance],
  ['cost', readCost],
  ['welcome', readWelcome],
  ['access', readAccess],
  ['language', readLanguage],
];
/** "within a ten minute walk", "the day after tomorrow". */
const longestPiece = 6;

/**
 * Day, part of the day, date, distance, cost, welcome, access and language, taken out of what someone typed; the place is found apart. Read again and again until
 * nothing more is found: what stands together once "free" is gone ("next free week") was meant to.
 */
export function readWish(text: string, reading: Reading): ReadWish {
  const typed = splitTyped(text);
  const taken = new Map<TypedWord, Piece>();
  const pieces: Piece[] = [];
  for (let found = true; found; ) {
    const left = typed.filter((word) => !taken.has(word));
    const more = piecesIn(left, reading);
    for (const [piece, words] of more) for (const word of words) taken.set(word, piece);
    pieces.push(...more.keys());
    found = more.size > 0;
  }
  return {
    pieces: agreed(pieces.toSorted((one, other) => firstOf(one) - firstOf(other))),
    rest: textOf(typed.filter((word) => !taken.has(word))),
    restWith: (kept) => textOf(typed.filter((word) => kept.some(({ text: said }) => said === taken.get(word)?.text) || !taken.has(word))),
  };

  function firstOf(piece: Piece): number {
    return typed.findIndex((word) => taken.get(word) === piece);
  }
}

function piecesIn(words: TypedWord[], reading: Reading): Map<Piece, TypedWord[]> {
  const open = mayBeTaken(words, reading.vocabulary);
  const found = new Map<Piece, TypedWord[]>();
  for (let start = 0; start < words.length; ) {
    const here = pieceAt(words, start, { open, reading });
    if (here) found.set(here.piece, words.slice(start, start + here.length));
    start += here?.length ?? 1;
  }
  return found;
}

/** The longest piece that begins there. */
function pieceAt(words: TypedWord[], start: number, { open, reading }: { open: boolean[]; reading: Reading }) {
  const end = open.indexOf(false, start);
  const most = Math.min(longestPiece, (end === -1 ? words.length : end) - start);
  for (let length = most; length > 0; length -= 1) {
    const window = words.slice(start, start + length);
    // A dash or a smile belongs to no piece.
    if (window[0]?.folded === '' || window.at(-1)?.folded === '') continue;
    const spot = {
      words: foldedOf(window),
      before: words[start - 1]?.folded ?? '',
      after: words[start + length]?.folded ?? '',
      today: reading.today,
    };
    for (const [type, read] of readers) {
      const filters = read(spot);
      if (filters && !groupsOf(filters).some((group) => reading.given.has(group)))
        return { piece: { type, text: textOf(window), filters }, length };
    }
  }
  return null;
}

const foldedOf = (words: TypedWord[]) =>
  words
    .map(({ folded }) => folded)
    .filter(Boolean)
    .join(' ');
