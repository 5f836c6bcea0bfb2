import { z } from 'zod';

/** Counts from 1 to one less are not told: null stands for "a few". */
export const fewestTold = 5;
/** What was checked so lately counts as checked. */
export const checkedWithinDays = 90;

const Count = z
  .number()
  .int()
  .nullable()
  .meta({ description: `Null: from 1 to ${fewestTold - 1}.` });

export const QualityFigures = z
  .object({
    listed: Count.meta({ description: 'On the list now.' }),
    lapsed: Count.meta({ description: 'Taken off because nobody has checked it for too long.' }),
    checked: Count.meta({ description: `Checked in the last ${checkedWithinDays} days.` }),
    share: z.number().int().nullable().meta({ description: 'Checked, in percent of listed and lapsed together. Null: too few to tell.' }),
    by: z
      .object({ group: Count, coordinator: Count, resident: Count })
      .meta({ description: 'Of those checked, who did so last: the group, a coordinator or builder, a neighbour.' }),
    ageing: Count,
    stale: Count.meta({ description: 'Still on the list, but unchecked for so long that it stands last.' }),
    asked: Count.meta({ description: `Things that groups were asked about by letter in the last ${checkedWithinDays} days.` }),
    answered: Count.meta({ description: 'Of these, how many were answered.' }),
  })
  .meta({ id: 'QualityFigures' });

export const AreaQuality = QualityFigures.extend({ slug: z.string(), name: z.string(), name_cy: z.string().nullable() }).meta({
  id: 'AreaQuality',
});

/** How true the directory is. */
export const Quality = z
  .object({
    on: z.string().meta({ description: 'YYYY-MM-DD.' }),
    all: QualityFigures,
    areas: z.array(AreaQuality),
  })
  .meta({ id: 'Quality' });

export type QualityFigures = z.infer<typeof QualityFigures>;
export type AreaQuality = z.infer<typeof AreaQuality>;
export type Quality = z.infer<typeof Quality>;
