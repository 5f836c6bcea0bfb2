import { foldText, foldWord, foldWords } from '../fold-text.ts';
import {
  asideShare,
  breadthPoints,
  type Closeness,
  levelFor,
  levelPoints,
  matchLevels,
  meaningLevel,
  mostBreadth,
  nameBegunPoints,
  nameSpeltPoints,
  wholeNamePoints,
} from '../match-levels.ts';
import { somethingElse } from '../not-so.ts';
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
  /** Only what names hold counts. */
  namesOnly?: boolean;
}

const levelBits = 15;
/** Beside a level: it is the first word of a name. */
const firstBit = 16;
/** And above: how many other words for it stand in name and summary. */
const breadthShift = 5;

const alikePoints = 1;
const leastPoints = 2;

export interface Matches {
  /** The numbers of the documents whose words may do: nearly all others are left out. */
  candidates: Uint32Array;
  /** How well a document matches, in points; 0: not at all. */
  points(number: number): number;
}

/** Null when nothing was asked: everything matches alike. */
export function matchWords(
  table: ListingTable,
  { terms: asked, corrections, alike, signpostsOnly, namesOnly = false }: Wanted,
): Matches | null {
  const terms = asked.filter(({ aside }) => !aside);
  const levelsOf = (term: Term) => termLevels(table, term, corrections, namesOnly ? namesAlone : everywhere);
  const levels = terms.map(levelsOf);
  const asides = asked.filter(({ aside }) => aside).map(levelsOf);
  const [first] = levels;
  if (!first) return null;
  const { columns } = table;
  const typed = asked.flatMap((term) => term.words).join(' ');
  const phrase = foldWords(typed);
  const [only, ...others] = terms;
  const isElseByName = only && others.length === 0 ? somethingElse(only, phrase) : null;
  const lookAlike = new Set(alike.flatMap((id) => table.numberOf(id) ?? []));
  const holding = holdingAll(levels, lookAlike, table.size());
  return {
    candidates: signpostsOnly ? holding.filter((number) => columns.tier[number] !== 0) : holding,
    points: (number) => held(number) || (lookAlike.has(number) ? alikePoints : 0),
  };

  function held(number: number): number {
    let [least, sum]: [number, number] = [levelBits, 0];
    for (let term = 0; term < levels.length && least > 0; term += 1) {
      const all = levels[term]?.[number] ?? 0;
      const said = isElse(number, all & levelBits) ? matchLevels.body.whole : all & levelBits;
      const level = columns.institution[number] === 1 ? levelFor('institution', said) : said;
      if (level < least) least = level;
      sum += (levelPoints[level] ?? 0) + breadthPoints * (all >> breadthShift);
    }
    if (least === 0) return 0;
    for (const aside of asides) sum += (levelPoints[(aside[number] ?? 0) & levelBits] ?? 0) * asideShare;
    return Math.trunc(Math.max(leastPoints, least < matchLevels.name.begun ? sum / levels.length : namePoints(number, sum)));
  }

  function isElse(number: number, level: number): boolean {
    if (isElseByName === null || level < matchLevels.name.synonym) return false;
    const listing = table.at(number);
    return listing !== undefined && isElseByName(listing.tellingName, listing.onStreet);
  }

  /** All terms may stand in names. */
  function namePoints(number: number, sum: number): number {
    const name = ((first?.[number] ?? 0) & firstBit) === 0 ? '' : (table.at(number)?.tellingName ?? '');
    if (name.includes(`| ${phrase} |`)) return wholeNamePoints;
    if (name.includes(`| ${phrase} `)) return nameBegunPoints;
    if (!name.includes(`| ${phrase}`) && !name.includes(`| ${typed}`)) return sum / levels.length;
    return levels.length > 1 ? nameBegunPoints : nameSpeltPoints;
  }
}

/** The numbers of the documents that hold every term, and of those that are taken in whatever they hold; the lowest first. */
function holdingAll([first = new Uint8Array(), ...others]: readonly Uint8Array[], anyway: ReadonlySet<number>, size: number): Uint32Array {
  const numbers = new Uint32Array(size);
  let count = 0;
  for (let number = 0; number < size; number += 1) {
    let holds = first[number] !== 0;
    for (let at = 0; holds && at < others.length; at += 1) holds = others[at]?.[number] !== 0;
    if (!holds && (anyway.size === 0 || !anyway.has(number))) continue;
    numbers[count] = number;
    count += 1;
  }
  return numbers.subarray(0, count);
}

/** How many documents hold each term. */
export function countHolding(table: ListingTable, terms: Term[], corrections: Corrections): number[] {
  return terms.map((term) => {
    const levels = termLevels(table, term, corrections, everywhere);
    let count = 0;
    for (let number = 0; number < levels.length; number += 1) if (levels[number] !== 0 && table.at(number) !== undefined) count += 1;
    return count;
  });
}

function termLevels(table: ListingTable, term: Term, corrections: Corrections, by: LevelsBy): Uint8Array {
  const last = term.words.length - 1;
  const typed = term.words.map((word, position) =>
    wordLevels(table, word, { open: term.open && position === last, correction: corrections.get(word), by }),
  );
  const levels = least(typed);
  addMeaning(table, levels, term);
  addSynonyms(table, levels, term.synonyms, by);
  return levels;
}

/** What has several words for it in its name or summary is about nothing else. */
function addSynonyms(table: ListingTable, levels: Uint8Array, synonyms: readonly string[], by: LevelsBy): void {
  for (const phrase of synonyms) {
    eachHolding(table, phrase, by, (number, level) => {
      const before = levels[number] ?? 0;
      const breadth = before >> breadthShift;
      const more = level >= matchLevels.summary.synonym && (before & levelBits) > 0 && breadth < mostBreadth ? 1 : 0;
      const best = level > (before & levelBits) ? level : before & (levelBits | firstBit);
      levels[number] = best | ((breadth + more) << breadthShift);
    });
  }
}

/** "Lonely" means company: the more of the phrase's words a listing of that topic has, the better. */
function addMeaning(table: ListingTable, levels: Uint8Array, { meaning }: Term): void {
  if (!meaning) return;
  const best = new Uint8Array(table.size());
  const count = new Uint8Array(table.size());
  for (const words of meaning.words) {
    eachHolding(table, foldWords(foldText(words)), everywhere, (number, level) => {
      if (level > (best[number] ?? 0)) best[number] = level;
      if (level >= matchLevels.summary.synonym) count[number] = (count[number] ?? 0) + 1;
    });
  }
  const isMeant = new Uint8Array(table.values.length);
  for (const value of meaning.topics) isMeant[table.codeOf({ facet: 'topic', value }) ?? isMeant.length] = 1;
  const { firstCode, codes } = table.columns;
  for (let number = 0; number < levels.length; number += 1) {
    let topics = 0;
    const end = firstCode[number + 1] ?? 0;
    for (let at = firstCode[number] ?? 0; at < end; at += 1) topics += isMeant[codes[at] ?? 0] ?? 0;
    const found = meaningLevel({ topics, words: count[number] ?? 0, best: best[number] ?? 0 });
    const breadth = Math.min(mostBreadth, Math.max(0, (count[number] ?? 0) - 1));
    if (found > (levels[number] ?? 0)) levels[number] = found | (breadth << breadthShift);
  }
}

/** Visits the documents that hold all words of a phrase. */
function eachHolding(table: ListingTable, phrase: string, by: LevelsBy, visit: (number: number, level: number) => void): void {
  const words = phrase.split(' ');
  const [only = '', ...others] = words;
  if (others.length === 0) {
    table.words.each(only, (number, fields) => {
      const level = by.synonym[fields] ?? 0;
      if (level > 0) visit(number, level);
    });
  } else if (words.every((word) => table.words.has(word))) {
    const levels = least(words.map((word) => hold(table, new Uint8Array(table.size()), word, by.synonymPhrase)));
    for (let number = 0; number < levels.length; number += 1) {
      const level = levels[number] ?? 0;
      if (level > 0) visit(number, level);
    }
  }
}

interface Asked {
  open: boolean;
  correction: ReturnType<Corrections['get']>;
  by: LevelsBy;
}

function wordLevels(table: ListingTable, word: string, { open, correction: corrected, by }: Asked): Uint8Array {
  const levels = new Uint8Array(table.size());
  if (open) {
    for (const start of [word, ...(corrected?.beginnings ?? [])]) {
      for (const begun of table.words.begun(start)) hold(table, levels, begun, by.begun);
    }
  }
  for (const whole of [foldWord(word), ...(corrected?.words ?? [])]) hold(table, levels, whole, by.whole);
  return levels;
}

/** Level by the fields that hold a word, for each set of fields. */
interface LevelsBy {
  whole: Uint8Array;
  begun: Uint8Array;
  synonym: Uint8Array;
  synonymPhrase: Uint8Array;
}

const levelsByFields = (closeness: Closeness, counting: number) =>
  Uint8Array.from({ length: 2 ** fieldBits }, (_, fields) => {
    const { name, summary, keywords, body } = matchLevels;
    const held = fields & counting;
    if (held & inName) return fields & firstInName && closeness !== 'synonym' ? name[closeness] | firstBit : name[closeness];
    if (held & inSummary) return summary[closeness];
    return Math.max(held & inKeywords ? keywords[closeness] : 0, held & inBody ? body[closeness] : 0);
  });
const levelsIn = (counting: number): LevelsBy => ({
  whole: levelsByFields('whole', counting),
  begun: levelsByFields('begun', counting),
  synonym: levelsByFields('synonym', counting),
  // In a long text the words of a phrase stand far apart: "end", "it" and "all" are no "end it all".
  synonymPhrase: levelsByFields('synonym', counting & ~inBody),
});
const everywhere = levelsIn(inName | inSummary | inKeywords | inBody);
const namesAlone = levelsIn(inName);

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
      first[number] = lower >= matchLevels.name.begun ? lower | (here & firstBit) : lower;
    }
  }
  return first;
}
