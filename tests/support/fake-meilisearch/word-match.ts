import type { FakeSettings } from './settings.ts';

/** A query word, or several between quotation marks. */
export interface Wanted {
  words: string[];
  isPrefix: boolean;
  isQuoted: boolean;
}

/** How one wanted word stands in a document: where, with how many slips, and whether as it was typed. */
export interface Match {
  attribute: number;
  typos: number;
  isExact: boolean;
}

export const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Ten words count; the last one may be unfinished, unless a blank or a quotation mark says that it is whole. */
export function wantedOf(q: string): Wanted[] {
  const parts = [...q.matchAll(/"([^"]*)"?|([^"]+)/g)];
  const wanted = parts.flatMap(([, quoted, plain]): Wanted[] =>
    quoted !== undefined
      ? [{ words: wordsIn(quoted), isPrefix: false, isQuoted: true }]
      : wordsIn(plain ?? '').map((word) => ({ words: [word], isPrefix: false, isQuoted: false })),
  );
  const counted = wanted.filter(({ words }) => words.length > 0).slice(0, 10);
  const last = counted.at(-1);
  if (last && !last.isQuoted && counted.length < 10 && /[\p{L}\p{N}]$/u.test(q)) last.isPrefix = true;
  return counted;
}

/** A document's words by attribute, those of each name apart. */
export type Texts = string[][][];

/** Every way in which the word is held; best first. */
export function matchesOf(wanted: Wanted, texts: Texts, settings: FakeSettings): Match[] {
  const [word = ''] = wanted.words;
  const found: Match[] = [];
  const add = (attribute: number, typos: number, isExact: boolean) => found.push({ attribute, typos, isExact });
  const meant = wanted.isQuoted ? [] : (settings.synonyms[word] ?? []).map(wordsIn);
  for (const [attribute, fields] of texts.entries()) {
    for (const field of fields) {
      if (wanted.words.length > 1 || wanted.isQuoted) {
        if (standsIn(field, wanted.words)) add(attribute, 0, true);
        continue;
      }
      for (const held of field) {
        const typos = slipsBetween(word, held, wanted.isPrefix, settings);
        if (typos !== null) add(attribute, typos, held === word);
      }
      for (const synonym of meant) if (standsIn(field, synonym)) add(attribute, 0, false);
      if (!isFixed(word, settings) && splits(word).some((parts) => standsIn(field, parts))) add(attribute, 1, false);
    }
  }
  return found.sort((one, other) => one.typos - other.typos || one.attribute - other.attribute);
}

/** Two words that are written as one. */
export const joined = (one: Wanted, other: Wanted): Wanted => ({
  words: [`${one.words.join('')}${other.words.join('')}`],
  isPrefix: other.isPrefix,
  isQuoted: false,
});

function standsIn(field: string[], words: string[]): boolean {
  return words.length > 0 && field.some((_, at) => words.every((word, offset) => field[at + offset] === word));
}

const splits = (word: string) =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => [word.slice(0, at + 1), word.slice(at + 1)]);

const isFixed = (word: string, { typoTolerance }: FakeSettings) => typoTolerance.disableOnWords.includes(word);

/** Null: too far apart. A slip in the first letter counts twice. */
function slipsBetween(word: string, held: string, isPrefix: boolean, settings: FakeSettings): number | null {
  if (held === word || (isPrefix && held.startsWith(word))) return 0;
  const { minWordSizeForTypos: least, enabled } = settings.typoTolerance;
  if (!enabled || isFixed(word, settings)) return null;
  const most = word.length >= least.twoTypos ? 2 : word.length >= least.oneTypo ? 1 : 0;
  if (most === 0) return null;
  const ends = isPrefix ? [held, ...[-1, 0, 1, 2].map((more) => held.slice(0, Math.max(0, word.length + more)))] : [held];
  const fewest = Math.min(...ends.map((end) => edits(word, end) + (end[0] === word[0] ? 0 : 1)));
  return fewest <= most ? fewest : null;
}

/** Letters put in, left out, changed, or two swapped. */
function edits(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 9;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const above = rows[row - 1] ?? [];
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + same,
          isSwap ? (rows[row - 2]?.[column - 2] ?? 0) + 1 : 9,
        ),
      );
    }
    rows.push(line);
  }
  return rows.at(-1)?.at(-1) ?? 9;
}
