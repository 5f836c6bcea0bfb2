import { z } from 'zod';

/** What every page says about the place it serves. */
export const District = z
  .object({
    name: z.string(),
    place: z.string(),
    place_cy: z.string().nullable(),
    strapline: z.string().nullable(),
    strapline_cy: z.string().nullable(),
    notice: z.string().nullable().meta({ description: 'Set for a sample: shown on every page.' }),
    notice_cy: z.string().nullable(),
    credits: z.array(z.string()).meta({ description: 'Whose data is shown, as their licences ask.' }),
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).meta({ description: 'West, south, east, north of all areas.' }),
  })
  .meta({ id: 'District' });

export type District = z.infer<typeof District>;
