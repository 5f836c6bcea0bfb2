import { z } from 'zod';
import type { Box } from './geo.ts';
import { Point } from './geo.ts';
import { Listing } from './listing.ts';
import { noticeFields } from './notice.ts';
import { typedText } from './typed-text.ts';
import { AccessFeature, DayPart, ListingKind, SortOrder, Weekday } from './vocabulary.ts';
import { WhyFound } from './why-found.ts';

/** A parameter that may be repeated or hold values parted by commas. */
const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) =>
      value === undefined
        ? []
        : [value]
            .flat()
            .flatMap((part) => String(part).split(','))
            .map((part) => part.trim())
            .filter(Boolean),
    z.array(item).max(20),
  );

const slug = z.string().regex(/^[a-z0-9-]{1,80}$/, 'use the short name from the address, such as abbey-and-riverside');
const date = z.iso
  .date({ error: 'use a date like 2026-11-24' })
  .refine((day) => day >= '2000-01-01' && day < '2101-01-01', 'use a date from 2000 to 2100, like 2026-11-24');
export const blankIsAbsent = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? undefined : value), schema);

/** `west,south,east,north` in degrees. */
export const BoxParameter = z.string().transform((text, context): Box => {
  const [west, south, east, north, ...rest] = text.split(',').map(Number);
  const valid =
    west !== undefined &&
    south !== undefined &&
    east !== undefined &&
    north !== undefined &&
    rest.length === 0 &&
    [west, south, east, north].every(Number.isFinite) &&
    west < east &&
    south < north &&
    west >= -180 &&
    east <= 180 &&
    south >= -90 &&
    north <= 90;
  if (!valid) {
    context.addIssue({ code: 'custom', message: 'use west,south,east,north in degrees, such as -3.03,52.24,-2.99,52.26' });
    return z.NEVER;
  }
  return { west, south, east, north };
});

/** What every way of finding shares: list, map and week. */
export const filters = {
  q: blankIsAbsent(typedText().max(200).optional()).meta({ description: 'Words, as you would say them.' }),
  near: blankIsAbsent(typedText().max(80).optional()).meta({ description: 'A postcode, part of one, a place name, or `lat,lng`.' }),
  within: blankIsAbsent(z.coerce.number().int().min(50).max(100_000).optional()).meta({ description: 'Metres from `near`.' }),
  area: many(slug),
  kind: many(ListingKind),
  topic: many(slug),
  day: many(Weekday),
  time: many(DayPart),
  on: blankIsAbsent(date.optional()),
  from: blankIsAbsent(date.optional()),
  to: blankIsAbsent(date.optional()),
  cost: many(z.literal('free')),
  just_turn_up: many(z.literal('yes')).meta({ description: 'Where one may come without asking first.' }),
  bring_someone: many(z.literal('yes')).meta({ description: 'Where one may bring somebody along.' }),
  access: many(AccessFeature),
  language: many(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, 'use a language code such as cy or pl')),
};

export const inOrder = ({ from, to }: { from?: string; to?: string }) => !from || !to || from <= to;
export const turnedRound = { path: ['to'], error: 'comes before from; turn them round' };

/** `GET /assets`. Filters in one group are ORed, groups are ANDed. */
export const AssetQuery = z
  .strictObject({
    ...filters,
    bbox: blankIsAbsent(BoxParameter.optional()),
    sort: blankIsAbsent(SortOrder.optional()).meta({ description: 'Default: relevance; `distance` needs `near`.' }),
    page: blankIsAbsent(z.coerce.number().int().min(1).max(50).default(1)),
    per_page: blankIsAbsent(z.coerce.number().int().min(1).max(100).default(20)),
    explain: blankIsAbsent(z.literal('1').optional()).meta({ description: '1: each item says why it is there, as `why`.' }),
  })
  .refine(inOrder, turnedRound);

/** `GET /map/clusters`: the same filters in a box at a zoom. */
export const ClusterQuery = z
  .strictObject({
    ...filters,
    bbox: BoxParameter,
    zoom: z.coerce.number().int().min(0).max(20),
  })
  .refine(inOrder, turnedRound);

export const facetNames = [
  'kind',
  'topic',
  'area',
  'day',
  'time',
  'cost',
  'just_turn_up',
  'bring_someone',
  'access',
  'language',
  'within',
] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * For each group: value → how many assets would be found with it, the other groups' choices kept; signposts are counted by themselves, as
 * `kind.signpost`. `within` counts by metres of some walks
 * (`walks.ts`), only where it is known from where.
 */
export const Facets = z.object(
  Object.fromEntries(facetNames.map((name) => [name, z.record(z.string(), z.number().int())])) as Record<
    FacetName,
    z.ZodRecord<z.ZodString, z.ZodInt>
  >,
);

/** A listing as a search found it. */
export const FoundListing = Listing.extend({
  times_not_fixed: z.literal(true).optional().meta({
    description:
      'With a day, a part of it or dates: no date of it is known then, but it is open usually, always or by arrangement. Stands after what is on.',
  }),
  why: z.array(WhyFound).optional().meta({ description: 'With `explain=1`: why it is there, and stands there.' }),
}).meta({ id: 'FoundListing' });

/** Some words of `q`, and the query parameters that they became. */
export const Understood = z
  .object({
    type: z.enum(['place', 'day', 'time', 'date', 'distance', 'cost', 'welcome', 'access', 'language']),
    text: z.string().meta({ description: 'As typed.' }),
    filters: z
      .record(z.string(), z.string())
      .meta({ description: 'Values of one parameter are parted by commas. None for a distance where no place is known.' }),
  })
  .meta({ id: 'Understood' });

/** A phrase of the phrase list, and what it means. */
export const Meant = z
  .object({
    phrase: z.string(),
    topics: z.array(z.string()).meta({ description: 'What is of any of these topics was looked for.' }),
    words: z.array(z.string()).meta({ description: 'So was what holds any of these words.' }),
    language: z.enum(['en', 'cy']).meta({ description: 'Of the words.' }),
  })
  .meta({ id: 'Meant' });

export const AssetSearchPage = z
  .object({
    items: z.array(FoundListing),
    total: z.number().int().meta({ description: 'Assets and signposts together; without `facets.kind.signpost`, the assets.' }),
    facets: Facets,
    page: z.number().int(),
    per_page: z.number().int(),
    took_ms: z.number(),
    near: z
      .object({ label: z.string(), point: Point })
      .nullable()
      .meta({ description: 'How `near`, or the place inside `q`, was understood.' }),
    words: z.string().meta({ description: 'The words searched for, once what was understood was taken out.' }),
    understood: z
      .array(Understood)
      .meta({ description: 'What was taken out of `q` and became filters, in the order typed; the place last.' }),
    meant: z.array(Meant).meta({ description: 'Phrases among the words that mean more than they say, such as “lonely”.' }),
    unknown_place: z.string().nullable().meta({ description: 'A postcode or a place among the words that we do not know.' }),
    ...noticeFields,
  })
  .meta({ id: 'AssetSearchPage' });

/** A pin or a bundle of pins. `kind` and `slug` are set for one asset, `count` for a bundle. */
export const Cluster = z
  .object({
    lat: z.number(),
    lng: z.number(),
    count: z.number().int(),
    kind: ListingKind.nullable(),
    slug: z.string().nullable(),
    name: z.string().nullable(),
    name_cy: z.string().nullable(),
    zoom: z.number().int().nullable().meta({ description: 'At which zoom a bundle falls apart.' }),
  })
  .meta({ id: 'Cluster' });

export const Clusters = z.object({ items: z.array(Cluster), total: z.number().int() }).meta({ id: 'Clusters' });

export const OccurrenceQuery = z.strictObject({ from: date.optional(), to: date.optional() });

export type AssetQuery = z.infer<typeof AssetQuery>;
export type ClusterQuery = z.infer<typeof ClusterQuery>;
export type FoundListing = z.infer<typeof FoundListing>;
export type Facets = z.infer<typeof Facets>;
export type Understood = z.infer<typeof Understood>;
export type Meant = z.infer<typeof Meant>;
export type AssetSearchPage = z.infer<typeof AssetSearchPage>;
export type Cluster = z.infer<typeof Cluster>;
export type Clusters = z.infer<typeof Clusters>;
export type OccurrenceQuery = z.infer<typeof OccurrenceQuery>;
