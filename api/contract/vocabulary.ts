import { z } from 'zod';

/** The six kinds of asset that ship. `signpost` is no kind of asset: it only ever appears after all of them. */
export const assetKinds = ['group', 'place', 'people', 'exchange', 'institution', 'story'] as const;
export const listingKinds = [...assetKinds, 'signpost'] as const;
export const AssetKind = z.enum(assetKinds);
export const ListingKind = z.enum(listingKinds);

export const accessFeatures = [
  'step-free',
  'accessible-toilet',
  'changing-place',
  'hearing-loop',
  'blue-badge-parking',
  'quiet-space',
  'seating',
  'large-print',
  'bsl',
  'baby-changing',
  'dogs-welcome',
] as const;
export const AccessFeature = z.enum(accessFeatures);

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export const Weekday = z.enum(weekdays);

/** Parts of the day by local start time: morning before 12:00, afternoon before 17:00, evening from 17:00. */
export const dayParts = ['morning', 'afternoon', 'evening'] as const;
export const DayPart = z.enum(dayParts);

/** What kind of person confirmed that the details are right. */
export const checkers = ['group', 'coordinator', 'builder', 'resident'] as const;
export const Checker = z.enum(checkers);

/** From the last check and the kind's half-life: `lapsed` is never public. */
export const freshnesses = ['fresh', 'ageing', 'stale', 'lapsed'] as const;
export const Freshness = z.enum(freshnesses);

export const sortOrders = ['relevance', 'distance', 'soonest', 'name'] as const;
export const SortOrder = z.enum(sortOrders);

/** A kind as the district words it. */
export const Kind = z
  .object({
    slug: AssetKind,
    label: z.string(),
    label_plural: z.string(),
    label_cy: z.string().nullable(),
    label_plural_cy: z.string().nullable(),
    letter: z.string().meta({ description: 'Shown on pins, so that a kind is never told by colour alone.' }),
  })
  .meta({ id: 'Kind' });

/** What people do or love there; never a label of a person. */
export const Topic = z
  .object({
    slug: z.string(),
    label: z.string(),
    label_cy: z.string().nullable(),
    wish: z.string().meta({ description: 'Completes "I’d like to…".' }),
    wish_cy: z.string().nullable(),
    assets: z.number().int().meta({ description: 'How many public assets carry it.' }),
  })
  .meta({ id: 'Topic' });

/** What a topic is called. */
export type TopicWords = Omit<z.infer<typeof Topic>, 'assets'>;

export const Topics = z.object({ topics: z.array(Topic), kinds: z.array(Kind) }).meta({ id: 'Topics' });

/** What topics and kinds are called, without how many assets each has. */
export interface TopicNames {
  topics: TopicWords[];
  kinds: Kind[];
}

export type AssetKind = z.infer<typeof AssetKind>;
export type ListingKind = z.infer<typeof ListingKind>;
export type AccessFeature = z.infer<typeof AccessFeature>;
export type Weekday = z.infer<typeof Weekday>;
export type DayPart = z.infer<typeof DayPart>;
export type Checker = z.infer<typeof Checker>;
export type Freshness = z.infer<typeof Freshness>;
export type SortOrder = z.infer<typeof SortOrder>;
export type Kind = z.infer<typeof Kind>;
export type Topic = z.infer<typeof Topic>;
export type Topics = z.infer<typeof Topics>;
