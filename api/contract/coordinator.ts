import { z } from 'zod';
import { Occurrence } from './session.ts';

/** A Local Area Coordinator as shown beside anything in their area. */
export const CoordinatorCard = z
  .object({
    slug: z.string(),
    name: z.string(),
    first_name: z.string(),
    role: z.enum(['lead', 'cover']),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    portrait: z.string().nullable().meta({ description: 'Address on this server.' }),
    areas: z.array(z.object({ slug: z.string(), name: z.string(), name_cy: z.string().nullable() })),
    open_doors: z.array(Occurrence).meta({ description: 'The next seven days, soonest first.' }),
  })
  .meta({ id: 'CoordinatorCard' });

export const Coordinator = CoordinatorCard.extend({
  about: z.string().nullable(),
  about_cy: z.string().nullable(),
  languages: z.array(z.string()),
  covering: z.array(
    z.object({
      area: z.object({ slug: z.string(), name: z.string(), name_cy: z.string().nullable() }),
      from: z.string(),
      until: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
}).meta({ id: 'Coordinator' });

export const Coordinators = z.object({ items: z.array(Coordinator) }).meta({ id: 'Coordinators' });

export type CoordinatorCard = z.infer<typeof CoordinatorCard>;
export type Coordinator = z.infer<typeof Coordinator>;
export type Coordinators = z.infer<typeof Coordinators>;
