import { z } from 'zod';
import { saysSomething, typedText } from './typed-text.ts';

export const suggestionTypes = ['change', 'closed'] as const;

/** As many letters of any script still fit an open form, which takes 8 KiB: a Chinese letter is nine bytes of it. */
export const longestSuggestion = 800;

/** Line ends as one letter each, and nothing that is no letter at all. */
const text = typedText()
  .overwrite((typed) => (saysSomething(typed) ? typed.replace(/\r\n?/g, '\n') : ''))
  .max(longestSuggestion);
const replyEmail = z.union([z.literal('').transform(() => null), z.email().max(254)]);

/** What a neighbour says of an asset: what should be different, or that it has closed. */
export const Suggestion = z.discriminatedUnion('type', [
  z.object({ type: z.literal('change'), text: text.min(1), reply_email: replyEmail }),
  z.object({ type: z.literal('closed'), text, reply_email: replyEmail }),
]);

export type SuggestionType = (typeof suggestionTypes)[number];
export type Suggestion = z.infer<typeof Suggestion>;
