import { foldText, foldWords } from './fold-text.ts';
import { type Phrases, parsePhrases } from './phrases.ts';

/** What stewards set on the desk, beside the shipped lists. */
export interface OwnEntries {
  phrases: { phrases: string[]; topics: string[]; words: string[]; language: 'en' | 'cy' }[];
  synonyms: { words: string[]; replaces: string | null }[];
  /** A topic that went into another → that other. */
  joined: ReadonlyMap<string, string>;
}

export const noOwnEntries: OwnEntries = { phrases: [], synonyms: [], joined: new Map() };

/** An own phrase stands in the place of the shipped one; one that means nothing more takes it away. */
export function withOwnPhrases(shipped: Phrases, { phrases, joined }: OwnEntries): Phrases {
  const all = new Map(shipped);
  for (const [key, meaning] of parsePhrases(phrases))
    if (meaning.topics.length + meaning.words.length > 0) all.set(key, meaning);
    else all.delete(key);
  if (joined.size === 0) return all;
  return new Map([...all].map(([key, meaning]) => [key, { ...meaning, topics: [...new Set(meaning.topics.map(topicNow(joined)))] }]));
}

export function withOwnSynonyms(shipped: string[][], { synonyms }: OwnEntries): string[][] {
  const replaced = new Set(synonyms.map(({ replaces }) => replaces));
  const own = synonyms.map(({ words }) => words).filter(({ length }) => length > 1);
  return [...shipped.filter((row) => !replaced.has(rowKey(row))), ...own];
}

/** Names a row of the shipped synonyms for as long as it says the same. */
export const rowKey = (words: readonly string[]): string => words.map((word) => foldWords(foldText(word))).join('|');

/** Also where the other has since gone into a third. */
const topicNow = (joined: OwnEntries['joined']) => (topic: string) => {
  let now = topic;
  for (const _each of joined) now = joined.get(now) ?? now;
  return now;
};
