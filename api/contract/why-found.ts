import { z } from 'zod';

const fields = ['name', 'summary', 'labels', 'text'] as const;
const ways = ['word', 'beginning', 'corrected', 'other-word'] as const;

/** How a word was found and where, or what else decides the order. */
export const whyReasons = [
  ...ways.flatMap((way) => fields.map((field) => `${way}-in-${field}` as const)),
  'phrase-topic',
  ...fields.map((field) => `phrase-word-in-${field}` as const),
  'word-left-out',
  'distance',
  'freshness',
  'kind',
  'next-date',
] as const;

/** One reason why a result stands where it does, in the order in which reasons count. */
export const WhyFound = z
  .object({
    reason: z.enum(whyReasons).meta({ description: 'Stable; for programs.' }),
    detail: z.string().meta({ description: 'The same in a plain English sentence.' }),
    word: z.string().optional().meta({ description: 'Of what was looked for: the word or words that this is about.' }),
    held: z.string().optional().meta({ description: 'The word that is there in its stead, without accents.' }),
    topic: z.string().optional().meta({ description: 'With `phrase-topic`: the topic that the words may mean.' }),
    typed: z.string().optional().meta({ description: 'What was typed, where it was taken for `word`.' }),
  })
  .meta({ id: 'WhyFound' });

export type WhyField = (typeof fields)[number];
export type WhyFound = z.infer<typeof WhyFound>;
