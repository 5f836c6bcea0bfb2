import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { inProject } from '../project-root.ts';
import { foldText, foldWord, foldWords } from './fold-text.ts';

/** A folded phrase → the phrases that mean the same, without itself. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

export interface SynonymSource {
  current(): Synonyms;
}

const SynonymFile = z.array(z.array(z.string()).min(2));
export const synonymPath = inProject('seed-data', 'vocabulary', 'synonyms.json');

/** Reads the file again when it has changed. One that cannot be read leaves what was known: search works without synonyms. */
export function watchSynonyms(
  path: string = synonymPath,
  { warn = () => undefined, lookAgainMs = 2_000 }: { warn?: (message: string) => void; lookAgainMs?: number } = {},
): SynonymSource {
  let known: Synonyms = new Map();
  let lookedAt = Number.NEGATIVE_INFINITY;
  let version = '';
  return {
    current() {
      if (performance.now() - lookedAt < lookAgainMs) return known;
      lookedAt = performance.now();
      try {
        const { mtimeMs, size } = statSync(path);
        if (`${mtimeMs} ${size}` === version) return known;
        version = `${mtimeMs} ${size}`;
        known = parseSynonyms(JSON.parse(readFileSync(path, 'utf8')));
      } catch (error) {
        warn(
          `The synonyms in ${path} could not be read (${error instanceof Error ? error.message : error}); search goes on with those it had.`,
        );
      }
      return known;
    },
  };
}

const vocabularies = new WeakMap<Synonyms, ReadonlySet<string>>();

/** Every word of every phrase, folded. */
export function vocabularyWords(synonyms: Synonyms): ReadonlySet<string> {
  const known = vocabularies.get(synonyms) ?? new Set([...synonyms.keys()].flatMap((phrase) => phrase.split(' ')));
  vocabularies.set(synonyms, known);
  return known;
}

/** Whether a word stands in the vocabulary, as a whole or, when `open`, as a beginning: then it is no slip of the pen. */
export function isVocabularyWord(synonyms: Synonyms, word: string, open: boolean): boolean {
  const known = vocabularyWords(synonyms);
  return known.has(foldWord(word)) || (open && [...known].some((other) => other.startsWith(word)));
}

/** A phrase that stands in several groups means all of them; the groups themselves stay apart. */
export function parseSynonyms(content: unknown): Synonyms {
  const meanings = new Map<string, Set<string>>();
  for (const group of SynonymFile.parse(content)) {
    const phrases = [...new Set(group.map((phrase) => foldWords(foldText(phrase))))].filter(Boolean);
    for (const phrase of phrases) {
      const others = meanings.get(phrase) ?? new Set();
      for (const other of phrases) if (other !== phrase) others.add(other);
      meanings.set(phrase, others);
    }
  }
  return new Map([...meanings].map(([phrase, others]) => [phrase, [...others]]));
}
