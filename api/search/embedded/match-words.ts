import { foldWord, foldWords } from '../fold-text.ts';
import type { Corrections } from './correct-words.ts';
import type { ListingTable } from './listing-table.ts';
import type { Term } from './query-terms.ts';
import { fieldBits, firstInName, inKeywords, inName, inSummary } from './word-index.ts';

/** What the words ask for: terms that must all be held, or documents whose names look alike. */
export interface Wanted {
  terms: Term[];
  corrections: Corrections;
  /** Ids, most alike first; they match whatever the terms say. */
  alike: string[];
}

/** How well a term is held: by a name's whole word best, by a body's mention least; 0: not at all. */
const level = { wholeInName: 6, begunInName: 5, synonymInName: 4, inKeywords: 3, inSummary: 2, inBody: 1 } as const;
const levelBits = 7;
/** Beside a level: it is the first word of a name. */
const firstBit = 8;

/** A whole name, a name's beginning, then all words in names, in keywords, in summaries: coarse, so that nearness and freshness still count. */
const grade = { name: 160, nameBegun: 128, inName: 96, inKeywords: 64, inSummary: 32 } as const;
const gradeByLevel: readonly number[] = [0, 0, grade.inSummary, grade.inKeywords, grade.inKeywords];
const alikeScore = 1;
const leastScore = 2;

/** For each document by number how well it matches; 0: not at all. Null when nothing was asked: everything matches alike. */
export function matchWords(table: ListingTable, { terms, corrections, alike }: Wanted): Uint8Array | null {
  const levels = terms.map((term) => termLevels(table, term, corrections));
  const [first] = levels;
  if (!first) return null;
  const scores = new Uint8Array(table.size());
  const typed = terms.flatMap((term) => term.words).join(' ');
  const phrase = foldWords(typed);
  for (let number = 0; number < scores.length; number += 1) {
    if (!first[number]) continue;
    let [least, direct]: [number, number] = [levelBits, 0];
    for (let term = 0; term < levels.length && least > 0; term += 1) {
      const found = (levels[term]?.[number] ?? 0) & levelBits;
      if (found < least) least = found;
      if (found >= level.begunInName) direct += found - level.begunInName + 1;
    }
    if (least > 0) scores[number] = Math.min(255, leastScore + gradeOf(number, least) + direct);
  }
  for (const id of alike) {
    const number = table.numberOf(id);
    if (number !== undefined && !scores[number]) scores[number] = alikeScore;
  }
  return scores;

  function gradeOf(number: number, least: number): number {
    if (least < level.begunInName) return gradeByLevel[least] ?? 0;
    if (((first?.[number] ?? 0) & firstBit) === 0) return grade.inName;
    const name = table.at(number)?.foldedName ?? '';
    if (name.includes(`| ${phrase} |`)) return grade.name;
    return name.includes(`| ${phrase}`) || name.includes(`| ${typed}`) ? grade.nameBegun : grade.inName;
  }
}

/** How many documents hold each term. */
export function countHolding(table: ListingTable, terms: Term[], corrections: Corrections): number[] {
  return terms.map((term) => {
    const levels = termLevels(table, term, corrections);
    return levels.reduce((count, held, number) => (held > 0 && table.at(number) ? count + 1 : count), 0);
  });
}

function termLevels(table: ListingTable, term: Term, corrections: Corrections): Uint8Array {
  const last = term.words.length - 1;
  const typed = term.words.map((word, position) => wordLevels(table, word, term.open && position === last, corrections));
  const levels = least(typed);
  for (const phrase of term.synonyms) {
    const meant = least(phrase.split(' ').map((word) => hold(table, new Uint8Array(table.size()), word, bySynonym)));
    for (let number = 0; number < levels.length; number += 1) levels[number] = Math.max(levels[number] ?? 0, meant[number] ?? 0);
  }
  return levels;
}

function wordLevels(table: ListingTable, word: string, open: boolean, corrections: Corrections): Uint8Array {
  const corrected = corrections.get(word);
  const levels = new Uint8Array(table.size());
  if (open) {
    for (const start of [word, ...(corrected?.beginnings ?? [])]) {
      for (const begun of table.words.begun(start)) hold(table, levels, begun, begunWord);
    }
  }
  for (const whole of [foldWord(word), ...(corrected?.words ?? [])]) hold(table, levels, whole, wholeWord);
  return levels;
}

/** Level by the fields that hold a word, for each set of fields. */
const levelsInName = (name: number) =>
  Uint8Array.from({ length: 2 ** fieldBits }, (_, fields) => {
    if (fields & inName) return fields & firstInName ? name | firstBit : name;
    if (fields & inKeywords) return level.inKeywords;
    if (fields & inSummary) return level.inSummary;
    return fields === 0 ? 0 : level.inBody;
  });
const wholeWord = levelsInName(level.wholeInName);
const begunWord = levelsInName(level.begunInName);
const bySynonym = levelsInName(level.synonymInName);

function hold(table: ListingTable, levels: Uint8Array, word: string, byFields: Uint8Array): Uint8Array {
  table.words.each(word, (number, fields) => {
    const found = byFields[fields] ?? 0;
    if (found > (levels[number] ?? 0)) levels[number] = found;
  });
  return levels;
}

/** A document holds a phrase as well as the phrase's worst word. */
function least(all: Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(), ...rest] = all;
  for (const other of rest)
    for (let number = 0; number < first.length; number += 1) first[number] = Math.min(first[number] ?? 0, other[number] ?? 0);
  return first;
}
