import { z } from 'zod';
import { CoordinatorCard } from './coordinator.ts';
import { Point } from './geo.ts';
import { Listing } from './listing.ts';
import { Photo } from './photo.ts';
import { Occurrence, Session } from './session.ts';
import { AccessFeature } from './vocabulary.ts';

/** Where something happens; apart from who runs it. */
export const Venue = z
  .object({
    slug: z.string(),
    name: z.string(),
    name_cy: z.string().nullable(),
    address: z.string().nullable(),
    postcode: z.string().nullable(),
    point: Point.nullable(),
    access: z.array(AccessFeature),
    directions: z.string().nullable(),
    bus: z.string().nullable(),
  })
  .meta({ id: 'Venue' });

/** Everything the public may know of one asset. */
export const Asset = Listing.omit({ type: true, phone: true, distance_metres: true, way: true })
  .extend({
    type: z.literal('asset'),
    description: z.string().nullable(),
    description_cy: z.string().nullable(),
    join: z.string().nullable().meta({ description: 'How to join, in a sentence.' }),
    first_visit: z.object({ greeter: z.string().nullable(), happens: z.string().nullable(), feel: z.string().nullable() }).nullable(),
    run_by: z.string().nullable(),
    contact: z
      .object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable(), web: z.string().nullable() })
      .nullable(),
    place: Venue.nullable(),
    sessions: z.array(Session),
    dates: z.array(Occurrence).meta({ description: 'What comes next, cancelled dates included; ten at most.' }),
    similar: z.array(Listing).meta({ description: 'More like this: others that share its topics, run by someone else; three at most.' }),
    nearby: z.array(Listing).meta({ description: 'Others within a walk, whatever they are; three at most.' }),
    photos: z.array(Photo).meta({ description: 'The door first.' }),
    coordinator: CoordinatorCard.nullable(),
    source: z.object({ name: z.string(), credit: z.string().nullable() }).nullable(),
    updated_at: z.string(),
  })
  .meta({ id: 'Asset' });

export type Venue = z.infer<typeof Venue>;
export type Asset = z.infer<typeof Asset>;
/** What the forms about an asset say of it. */
export type OwnListing = Pick<Asset, 'slug' | 'name' | 'name_cy' | 'checked' | 'coordinator'>;
