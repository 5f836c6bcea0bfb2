import { foldWord, foldWords } from '../fold-text.ts';
import type { Term } from '../query-terms.ts';
import type { Corrections } from './correct-words.ts';
import type { ListingTable } from './listing-table.ts';
import { fieldBits, firstInName, inBody, inKeywords, inName, inSummary } from './word-index.ts';

/** What the words ask for: terms that must all be held, or documents whose names look alike. */
export interface Wanted {
  terms: Term[];
  corrections: Corrections;
  /** Ids, most alike first; they match whatever the terms say. */
  alike: string[];
  signpostsOnly: boolean;
}

/**
 * How well a term is held; 0: not at all. The words themselves in what a listing says of itself come first, then names by another word
 * that means the same, then labels: every listing of a topic holds its label. Text that bears out a label counts more than text alone.
 */
const level = {
  ...{ wholeInName: 11, begunInName: 10, wholeInSummary: 9, begunInSummary: 8, inBodyAndKeywords: 7, wholeInBody: 6, begunInBody: 5 },
  ...{ synonymInName: 4, synonymInSummary: 3, inKeywords: 2, elsewhere: 1 },
} as const;
const levelBits = 15;
/** Beside a level: it is the first word of a name. */
const firstBit = 16;

/** What each level is worth, of `mostPoints`; several terms are worth their mean. */
const mostPoints = 250;
const points: readonly number[] = [0, 20, 35, 45, 60, 70, 75, 95, 115, 125, 120, 160];
/** A whole name, a name's beginning in whole words, and one in the letters of an unfinished word. */
const wholeNamePoints = mostPoints;
const nameBegunPoints = 175;
const nameSpeltPoints = 124;
const alikePoints = 1;
const leastPoints = 2;

/** From points to a score of 0 to 1. */
export const scoreOf = (found: number) => found / mostPoints;

/** For each document by number how well it matches, in points; 0: not at all. Null when nothing was asked: everything matches alike. */
export function matchWords(table: ListingTable, { terms, corrections, alike, signpostsOnly }: Wanted): Uint8Array | null {
  const levels = terms.map((term) => termLevels(table, term, corrections));
  const [first] = levels;
  if (!first) return null;
  const found = new Uint8Array(table.size());
  const typed = terms.flatMap((term) => term.words).join(' ');
  const phrase = foldWords(typed);
  for (let number = 0; number < found.length; number += 1) {
    if (!first[number] || (signpostsOnly && table.columns.tier[number] === 0)) continue;
    let [least, sum]: [number, number] = [levelBits, 0];
    for (let term = 0; term < levels.length && least > 0; term += 1) {
      const held = (levels[term]?.[number] ?? 0) & levelBits;
      if (held < least) least = held;
      sum += points[held] ?? 0;
    }
    if (least > 0) found[number] = Math.max(leastPoints, least < level.begunInName ? sum / levels.length : namePoints(number, sum));
  }
  for (const id of alike) {
    const number = table.numberOf(id);
    if (number !== undefined && !found[number] && !(signpostsOnly && table.columns.tier[number] === 0)) found[number] = alikePoints;
  }
  return found;

  /** All terms stand in names. */
  function namePoints(number: number, sum: number): number {
    const name = ((first?.[number] ?? 0) & firstBit) === 0 ? '' : (table.at(number)?.tellingName ?? '');
    if (name.includes(`| ${phrase} |`)) return wholeNamePoints;
    if (name.includes(`| ${phrase} `)) return nameBegunPoints;
    if (!name.includes(`| ${phrase}`) && !name.includes(`| ${typed}`)) return sum / levels.length;
    return levels.length > 1 ? nameBegunPoints : nameSpeltPoints;
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
    const words = phrase.split(' ');
    const byFields = words.length > 1 ? bySynonymPhrase : bySynonym;
    const meant = least(words.map((word) => hold(table, new Uint8Array(table.size()), word, byFields)));
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

interface FieldLevels {
  name: number;
  summary: number;
  body: number;
  keywords: number;
}

/** Level by the fields that hold a word, for each set of fields. */
const levelsByFields = ({ name, summary, body, keywords }: FieldLevels) =>
  Uint8Array.from({ length: 2 ** fieldBits }, (_, fields) => {
    if (fields & inName) return fields & firstInName && name >= level.begunInName ? name | firstBit : name;
    if (fields & inSummary) return summary;
    if (fields & inBody) return fields & inKeywords && body === level.wholeInBody ? level.inBodyAndKeywords : body;
    return fields === 0 ? 0 : keywords;
  });
const wholeWord = levelsByFields({
  name: level.wholeInName,
  summary: level.wholeInSummary,
  body: level.wholeInBody,
  keywords: level.inKeywords,
});
const begunWord = levelsByFields({
  name: level.begunInName,
  summary: level.begunInSummary,
  body: level.begunInBody,
  keywords: level.elsewhere,
});
const bySynonym = levelsByFields({
  name: level.synonymInName,
  summary: level.synonymInSummary,
  body: level.elsewhere,
  keywords: level.elsewhere,
});
/** In a long text the words of a phrase stand far apart: "end", "it" and "all" are no "end it all". */
const bySynonymPhrase = levelsByFields({
  name: level.synonymInName,
  summary: level.synonymInSummary,
  body: 0,
  keywords: level.elsewhere,
});

function hold(table: ListingTable, levels: Uint8Array, word: string, byFields: Uint8Array): Uint8Array {
  table.words.each(word, (number, fields) => {
    const found = byFields[fields] ?? 0;
    if (found > (levels[number] ?? 0)) levels[number] = found;
  });
  return levels;
}

/** A document holds a phrase as well as the phrase's worst word; where it begins, the first one tells. */
function least(all: Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(), ...rest] = all;
  for (const other of rest) {
    for (let number = 0; number < first.length; number += 1) {
      const [here, there] = [first[number] ?? 0, other[number] ?? 0];
      const lower = Math.min(here & levelBits, there & levelBits);
      first[number] = lower >= level.begunInName ? lower | (here & firstBit) : lower;
    }
  }
  return first;
}
