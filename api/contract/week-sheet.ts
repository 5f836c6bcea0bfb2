import { z } from 'zod';
import { CoordinatorCard } from './coordinator.ts';
import { Listing } from './listing.ts';
import { WhatsOnItem } from './whats-on.ts';

/** A week of something, for paper: of a search, or of what someone kept. */
export const WeekSheet = z
  .object({
    from: z.string().meta({ description: 'YYYY-MM-DD.' }),
    to: z.string(),
    place: z.string().nullable().meta({ description: 'How the place, or the one among the words, was understood.' }),
    items: z.array(WhatsOnItem).meta({ description: 'Every date of these days, soonest first; cancelled ones too.' }),
    order: z
      .array(z.string())
      .meta({ description: 'Short names of all that was found or kept, the best and nearest first: what to choose by.' }),
    undated: z.array(Listing).meta({ description: 'What has no date in these days.' }),
    contacts: z.array(z.object({ slug: z.string(), name: z.string().nullable(), phone: z.string() })),
    coordinators: z.array(CoordinatorCard),
    missing: z.number().int().meta({ description: 'How many of what was kept are not shown any more.' }),
  })
  .meta({ id: 'WeekSheet' });

export type WeekSheet = z.infer<typeof WeekSheet>;
