import { z } from 'zod';
import { CoordinatorCard } from './coordinator.ts';
import { AreaGeometry, Point } from './geo.ts';
import { typedText } from './typed-text.ts';
import { AssetKind } from './vocabulary.ts';

/** A coordinator's patch in a list. */
export const AreaSummary = z
  .object({
    slug: z.string(),
    name: z.string(),
    name_cy: z.string().nullable(),
    summary: z.string().nullable(),
    summary_cy: z.string().nullable(),
    population: z.number().int().nullable(),
    centre: Point,
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).meta({ description: 'West, south, east, north.' }),
    assets: z.number().int(),
  })
  .meta({ id: 'AreaSummary' });

export const Area = AreaSummary.extend({
  geometry: AreaGeometry,
  since: z.string().meta({ description: 'The day from which this boundary holds, YYYY-MM-DD.' }),
  coordinators: z.array(CoordinatorCard),
  kinds: z.array(z.object({ kind: AssetKind, assets: z.number().int() })),
}).meta({ id: 'Area' });

export const Areas = z.object({ items: z.array(AreaSummary) }).meta({ id: 'Areas' });

/** `GET /areas/locate`: where that is, whose area it is, and when their door is open. */
export const Located = z
  .object({
    near: z.object({
      label: z.string().meta({ description: 'What was understood: "QX3 2AB", "Llanderw".' }),
      type: z.enum(['postcode', 'partial-postcode', 'place', 'point']),
      point: Point,
    }),
    area: AreaSummary.nullable().meta({ description: 'Null: outside every area.' }),
    nearest: AreaSummary.nullable().meta({ description: 'Outside every area: the closest one.' }),
    coordinators: z.array(CoordinatorCard),
  })
  .meta({ id: 'Located' });

export const LocateQuery = z.strictObject({
  near: typedText()
    .min(1)
    .max(80)
    .meta({ description: 'A postcode, part of one, a place name, or `lat,lng`.', examples: ['QX3 2AB'] }),
});

export type AreaSummary = z.infer<typeof AreaSummary>;
export type Area = z.infer<typeof Area>;
export type Areas = z.infer<typeof Areas>;
export type Located = z.infer<typeof Located>;
export type LocateQuery = z.infer<typeof LocateQuery>;
