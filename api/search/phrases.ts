import { z } from 'zod';
import { foldText, foldWords } from './fold-text.ts';

/** What a feeling or a wish may mean around here. */
export interface Meaning {
  /** As the list has it: "my knees won’t let me run any more". */
  phrase: string;
  /** Slugs: what is of any of these is meant. */
  topics: readonly string[];
  /** Activity words: what holds any of these is meant, too. */
  words: readonly string[];
  /** In which the words are. */
  language: 'en' | 'cy';
}

/** A folded phrase → what it means. */
export type Phrases = ReadonlyMap<string, Meaning>;

export const PhraseFile = z.array(
  z.strictObject({
    phrases: z.array(z.string().trim().min(1)).min(1),
    topics: z.array(z.string().regex(/^[a-z0-9-]+$/, 'use the short name of a topic')),
    words: z.array(z.string().trim().min(1)),
    language: z.enum(['en', 'cy']).default('en'),
  }),
);

export type PhraseEntry = z.infer<typeof PhraseFile>[number];

/** A phrase that stands in several entries means all of them. */
export function parsePhrases(content: unknown): Phrases {
  const meanings = new Map<string, Meaning>();
  for (const { phrases, topics, words, language } of PhraseFile.parse(content)) {
    for (const phrase of phrases) {
      const key = foldWords(foldText(phrase));
      if (key === '') continue;
      const known = meanings.get(key);
      meanings.set(key, {
        phrase: known?.phrase ?? phrase,
        topics: unique([...(known?.topics ?? []), ...topics]),
        words: unique([...(known?.words ?? []), ...words]),
        language: known?.language ?? language,
      });
    }
  }
  return meanings;
}

const unique = (values: string[]) => [...new Set(values)];
