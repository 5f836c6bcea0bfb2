import { z } from 'zod';
import { Point } from './geo.ts';
import { Occurrence } from './session.ts';
import { AccessFeature, Checker, Freshness, ListingKind } from './vocabulary.ts';

export const Cost = z
  .object({
    type: z.enum(['free', 'pay-what-you-can', 'price', 'unknown']),
    pounds: z.number().nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'Cost' });

export const LastCheck = z
  .object({
    on: z.string().meta({ description: 'YYYY-MM-DD.' }),
    by: Checker,
    freshness: Freshness,
  })
  .meta({ id: 'LastCheck' });

export const Way = z
  .object({
    minutes: z.number().int(),
    past: z
      .object({ name: z.string(), name_cy: z.string().nullable() })
      .nullable()
      .meta({ description: 'A landmark that lies on the way.' }),
  })
  .meta({ id: 'Way' });

/** What a list, a pin and a card show of an asset or a signpost. */
export const Listing = z
  .object({
    type: z.enum(['asset', 'signpost']),
    id: z.string(),
    slug: z.string(),
    kind: ListingKind,
    name: z.string(),
    name_cy: z.string().nullable(),
    summary: z.string(),
    summary_cy: z.string().nullable(),
    topics: z.array(z.string()),
    area: z.object({ slug: z.string(), name: z.string(), name_cy: z.string().nullable() }).nullable(),
    venue: z.object({ slug: z.string(), name: z.string(), name_cy: z.string().nullable() }).nullable(),
    point: Point.nullable().meta({ description: 'Where it happens. Null: no fixed place, or not for the public.' }),
    distance_metres: z.number().int().nullable().meta({ description: 'From `near`, as the crow flies.' }),
    way: Way.nullable().meta({
      description: 'On foot from `near`, as the crow flies. Null: further than half an hour, or not known from where.',
    }),
    cost: Cost,
    access: z.array(AccessFeature),
    languages: z.array(z.string()),
    just_turn_up: z.boolean().nullable(),
    bring_someone: z.boolean().nullable(),
    rules: z
      .array(z.object({ rule: z.string(), from: z.string(), start: z.string(), minutes: z.number().int(), term_time: z.boolean() }))
      .meta({ description: 'Its regular sessions, for saying "every other Tuesday" in a list.' }),
    usually: z.string().nullable(),
    next: Occurrence.nullable().meta({ description: 'The soonest date that is on.' }),
    phone: z.string().nullable().meta({ description: 'Signposts only.' }),
    checked: LastCheck.nullable(),
  })
  .meta({ id: 'Listing' });

export type Cost = z.infer<typeof Cost>;
export type LastCheck = z.infer<typeof LastCheck>;
export type Way = z.infer<typeof Way>;
export type Listing = z.infer<typeof Listing>;
