import { z } from 'zod';
import { AccessFeature } from './vocabulary.ts';

/** A formal service of last resort, or a crisis line. */
export const Signpost = z
  .object({
    id: z.string(),
    slug: z.string(),
    name: z.string(),
    name_cy: z.string().nullable(),
    summary: z.string(),
    summary_cy: z.string().nullable(),
    phone: z.string().nullable(),
    web: z.string().nullable(),
    hours: z.string().nullable(),
    crisis: z.boolean(),
    languages: z.array(z.string()),
    access: z.array(AccessFeature),
  })
  .meta({ id: 'Signpost' });

export const Signposts = z.object({ items: z.array(Signpost) }).meta({ id: 'Signposts' });

export type Signpost = z.infer<typeof Signpost>;
export type Signposts = z.infer<typeof Signposts>;
