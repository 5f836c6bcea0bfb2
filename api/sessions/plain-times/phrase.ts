import type { TimesAssumed, TimesProblem } from '../../contract/plain-times.ts';
import type { Group } from './group.ts';

/** Where a phrase puts what it means. */
export interface Reading {
  /** YYYY-MM-DD. */
  today: string;
  /** The happening that is being told; a new one begins when days are told after days and hours. */
  group: Group;
  ofDays(): Group;
  ofHours(): Group;
  problem(problem: TimesProblem): void;
  assume(assumed: TimesAssumed): void;
}

/** A pattern (a source, on small letters) and what its words mean. */
export interface Phrase {
  pattern: RegExp;
  read(reading: Reading, match: RegExpExecArray): void;
}

/** Matches where the reading stands, and never ends inside a word or a number. */
export const phrase = (source: string, read: Phrase['read']): Phrase => ({
  pattern: new RegExp(`(?:${source})(?![\\p{L}\\d]|[.:]\\d)`, 'uy'),
  read,
});
