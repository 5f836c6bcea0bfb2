import { z } from 'zod';
import { Listing } from './listing.ts';
import { Occurrence } from './session.ts';

/** One thing on one day, with what it belongs to; `listing` is null for a coordinator's open door. */
export const WhatsOnItem = z
  .object({
    occurrence: Occurrence,
    listing: Listing.nullable(),
    coordinator: z.object({ slug: z.string(), first_name: z.string() }).nullable(),
  })
  .meta({ id: 'WhatsOnItem' });

export const WhatsOn = z.object({ items: z.array(WhatsOnItem), from: z.string(), to: z.string() }).meta({ id: 'WhatsOn' });

export type WhatsOnItem = z.infer<typeof WhatsOnItem>;
export type WhatsOn = z.infer<typeof WhatsOn>;
