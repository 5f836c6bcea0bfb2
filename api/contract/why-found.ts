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
  })
  .meta({ id: 'WhyFound' });

export type WhyField = (typeof fields)[number];
export type WhyFound = z.infer<typeof WhyFound>;
