import { z } from 'zod';
import { foldText, foldWords } from './fold-text.ts';

/** A folded phrase → the phrases that mean the same, without itself. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

export const SynonymFile = z.array(z.array(z.string()).min(2));

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
