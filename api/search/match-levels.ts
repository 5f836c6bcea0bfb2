import type { ListingKind } from '../contract/vocabulary.ts';

/** Parts of a document, from what names it to what mentions much. */
export type TextField = 'name' | 'summary' | 'keywords' | 'body';
/** The word itself, a beginning of a word there, or another word that means the same. */
export type Closeness = 'whole' | 'begun' | 'synonym';

/**
 * How well a document holds a term, the higher the better; 0: not at all. What a listing is called and says of itself in a line comes
 * first, in its own words or in others ("Côr y Bont" for "choir"); then its labels, by which whole topics are found; then a mere mention.
 */
export const matchLevels: Record<TextField, Record<Closeness, number>> = {
  name: { whole: 12, begun: 10, synonym: 9 },
  summary: { whole: 11, begun: 8, synonym: 6 },
  keywords: { whole: 7, begun: 3, synonym: 2 },
  body: { whole: 4, begun: 3, synonym: 1 },
};

interface MeaningHeld {
  /** How many of the phrase's topics it has. */
  topics: number;
  /** How many of the phrase's words stand in its name or summary. */
  words: number;
  /** The best level at which it holds one of them. */
  best: number;
}

/** How well a document holds what a phrase of the list means: topic and words together first, in its name or several of them. */
export function meaningLevel({ topics, words, best }: MeaningHeld): number {
  const { name, summary, keywords } = matchLevels;
  const inName = best >= name.synonym;
  if (topics === 0) return inName ? summary.begun : Math.min(best, summary.synonym);
  if (words === 0) return keywords.whole;
  if (words > 2 || (inName && words > 1)) return name.begun;
  return words > 1 || inName ? name.synonym : summary.begun;
}

/** An institution does much besides what it is called by: what it says of that stands after those whose work it is. */
const institutionLevels = [0, 1, 1, 1, 2, 2, 2, 5, 3, 9, 10, 5, 12];
export const levelFor = (kind: ListingKind, level: number) => (kind === 'institution' ? (institutionLevels[level] ?? 0) : level);

/** What each level is worth, of `mostPoints`; several terms are worth their mean. */
export const mostPoints = 250;
export const levelPoints: readonly number[] = [0, 20, 30, 45, 60, 70, 75, 90, 105, 115, 120, 125, 160];
/** A whole name, a name's beginning in whole words, and one in the letters of an unfinished word. */
export const wholeNamePoints = mostPoints;
export const nameBegunPoints = 175;
export const nameSpeltPoints = 124;

/** From points to a score of 0 to 1. */
export const scoreOf = (points: number) => points / mostPoints;

/** For each other word for the same that stands in name or summary besides, three at most: what has several is about nothing else. */
export const breadthPoints = 5;
export const mostBreadth = 3;
/** What is said beside a phrase tips the balance, and no more. */
export const asideShare = 0.15;
