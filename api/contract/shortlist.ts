import { z } from 'zod';
import { Listing } from './listing.ts';
import { WhatsOnItem } from './whats-on.ts';

/** More than anyone reads out, and still a short address. */
export const mostKept = 60;

/** How long a code may work, in days: a day, a week, a month, three months. */
export const codeDays = [1, 7, 31, 92] as const;

/** Short names from an address, parted by commas; what could name nothing is left out. */
export const KeptSlugs = z
  .string()
  .max(10_000)
  .transform((text) => [...new Set(text.split(',').map((slug) => slug.trim()))].filter((slug) => /^[a-z0-9-]{1,120}$/.test(slug)))
  .transform((slugs) => slugs.slice(0, mostKept));

export const KeepForm = z.object({
  ids: KeptSlugs,
  days: z.coerce
    .number()
    .default(7)
    .refine((days) => codeDays.some((each) => each === days), { error: `use one of: ${codeDays.join(', ')}` }),
});

/** Some assets that a person kept, and when they are on in the next seven days. Nothing about the person. */
export const Shortlist = z
  .object({
    items: z.array(Listing),
    missing: z.number().int().meta({ description: 'How many are not shown any more.' }),
    week: z.array(WhatsOnItem),
  })
  .meta({ id: 'Shortlist' });

/** A shortlist behind a code, and the moment at which the code closes. */
export const SharedShortlist = Shortlist.extend({ code: z.string(), until: z.string() }).meta({ id: 'SharedShortlist' });

export type KeepForm = z.infer<typeof KeepForm>;
export type Shortlist = z.infer<typeof Shortlist>;
export type SharedShortlist = z.infer<typeof SharedShortlist>;
