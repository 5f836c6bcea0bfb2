import { z } from 'zod';
import { typedText } from './typed-text.ts';

export const hintTypes = ['help', 'topic', 'asset', 'place'] as const;

/** One line beneath the search box while someone types. */
export const Hint = z
  .object({
    type: z.enum(hintTypes).meta({ description: '`help`: the page of who answers today, for words of someone in need; always first.' }),
    label: z.string(),
    label_cy: z.string().nullable(),
    detail: z.string().nullable().meta({ description: 'What it is, in few words.' }),
    detail_cy: z.string().nullable(),
    slug: z.string().meta({ description: 'A topic’s or asset’s short name; of a place what `near` takes.' }),
  })
  .meta({ id: 'Hint' });

export const Hints = z.object({ items: z.array(Hint) }).meta({ id: 'Hints' });

export const mostHints = 8;

/** `GET /suggestions`: what may be meant by the letters typed so far. */
export const HintQuery = z.strictObject({
  q: typedText().max(80).default('').meta({ description: 'What is typed so far.' }),
  near: typedText().max(80).default('').meta({ description: 'A place as in a search; what is nearer then comes first.' }),
  limit: z.coerce.number().int().min(1).max(mostHints).default(mostHints),
});

export type Hint = z.infer<typeof Hint>;
export type Hints = z.infer<typeof Hints>;
export type HintQuery = z.infer<typeof HintQuery>;
