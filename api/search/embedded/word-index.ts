import type { AssetDocument } from '../asset-index.ts';
import { foldWord, wordsOf } from '../fold-text.ts';
import { withoutStopWords } from '../stop-words.ts';

/** Where a word stands in a document, as bits. */
export const inName = 1;
export const inKeywords = 2;
export const inSummary = 4;
export const inBody = 8;
/** Beside `inName`: it is the first word of a name that says something. */
export const firstInName = 16;
export const fieldBits = 5;

/** Which documents hold which words, and where. Documents are known by number; a changed document gets a new one. */
export interface WordIndex {
  add(number: number, document: Pick<AssetDocument, 'name' | 'keywords' | 'summary' | 'body'>): void;
  /** Calls back with each document that holds the word and the fields it stands in. */
  each(word: string, visit: (number: number, fields: number) => void): void;
  /** All words that begin so, in order. */
  begun(start: string): string[];
  has(word: string): boolean;
  /** The first document that holds the word and passes. */
  some(word: string, passes: (number: number) => boolean): boolean;
  words(): readonly string[];
}

export function createWordIndex(): WordIndex {
  const postings = new Map<string, Posting>();
  const folded = new Map<string, string>();
  let sorted: string[] = [];
  let unsorted: string[] = [];

  /** The same words come again and again. */
  function foldOf(word: string): string {
    const known = folded.get(word);
    if (known !== undefined) return known;
    const found = foldWord(word);
    folded.set(word, found);
    return found;
  }

  function order(): string[] {
    if (unsorted.length === 0) return sorted;
    // A handful of new words is put in place one by one; many are sorted all at once.
    if (unsorted.length > 64) sorted = [...sorted, ...unsorted].sort();
    else for (const word of unsorted) sorted.splice(placeOf(sorted, word), 0, word);
    unsorted = [];
    return sorted;
  }

  return {
    add(number, document) {
      for (const [word, fields] of fieldsByWord(document, foldOf)) {
        let posting = postings.get(word);
        if (!posting) {
          posting = createPosting();
          postings.set(word, posting);
          unsorted.push(word);
        }
        append(posting, number * 2 ** fieldBits + fields);
      }
    },
    each(word, visit) {
      const posting = postings.get(word);
      if (!posting) return;
      for (let at = 0; at < posting.length; at += 1) {
        const entry = posting.entries[at] ?? 0;
        visit(entry >>> fieldBits, entry & (2 ** fieldBits - 1));
      }
    },
    begun(start) {
      const all = order();
      const from = placeOf(all, start);
      let to = from;
      while (all[to]?.startsWith(start)) to += 1;
      return all.slice(from, to);
    },
    has: (word) => postings.has(word),
    some(word, passes) {
      const posting = postings.get(word);
      if (!posting) return false;
      for (let at = 0; at < posting.length; at += 1) if (passes((posting.entries[at] ?? 0) >>> fieldBits)) return true;
      return false;
    },
    words: order,
  };
}

/** Every word as written, for beginnings while someone types, and as folded, for plurals. */
function fieldsByWord(
  document: Pick<AssetDocument, 'name' | 'keywords' | 'summary' | 'body'>,
  foldOf: (word: string) => string,
): Map<string, number> {
  const fields = new Map<string, number>();
  const add = (word: string, field: number) => {
    fields.set(word, (fields.get(word) ?? 0) | field);
    const folded = foldOf(word);
    if (folded !== word) fields.set(folded, (fields.get(folded) ?? 0) | field);
  };
  for (const name of document.name.split('|')) {
    const words = wordsOf(name);
    const first = withoutStopWords(words)[0];
    for (const word of words) add(word, word === first ? inName | firstInName : inName);
  }
  for (const word of wordsOf(document.keywords)) add(word, inKeywords);
  for (const word of wordsOf(document.summary)) add(word, inSummary);
  for (const word of wordsOf(document.body)) add(word, inBody);
  return fields;
}

interface Posting {
  entries: Uint32Array;
  length: number;
}

const createPosting = (): Posting => ({ entries: new Uint32Array(2), length: 0 });

function append(posting: Posting, entry: number): void {
  if (posting.length === posting.entries.length) {
    const larger = new Uint32Array(Math.ceil(posting.length * 1.5));
    larger.set(posting.entries);
    posting.entries = larger;
  }
  posting.entries[posting.length] = entry;
  posting.length += 1;
}

/** Where the word stands in the sorted list, or would. */
function placeOf(sorted: readonly string[], word: string): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? '') < word) from = middle + 1;
    else to = middle;
  }
  return from;
}
