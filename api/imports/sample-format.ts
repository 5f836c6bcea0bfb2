import { z } from 'zod';
import { AccessFeature, AssetKind, Checker } from '../contract/vocabulary.ts';
import { isWebLink } from './link-rules.ts';

/** The files of `seed-data/`, as its README words them. Unknown keys are refused: a slip in a name would lose what it says. */
const slug = z.string().regex(/^[a-z0-9-]+$/, 'use small letters, digits and hyphens');
const text = z.string().trim().min(1);
const optionalText = text.nullish();
const web = text.refine(isWebLink, 'use a web address that begins with https://').nullish();
const date = z.iso.date('use a date like 2026-01-08');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'use a time like 10:00');
const languages = z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/, 'use a language code such as cy or pl')).default(['en']);
const access = z.array(AccessFeature).default([]);
const minutes = z.number().int().min(1).max(1440);
const place = { lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) };
const note = optionalText;

const Cost = z.union([
  z.strictObject({ free: z.literal(true), note }),
  z.strictObject({ pay_what_you_can: z.literal(true), note }),
  z.strictObject({ pounds: z.number().min(0), note }),
]);

const Exception = z.strictObject({
  next: z.number().int().min(1),
  change: z.enum(['cancelled', 'moved', 'note']),
  toDays: z.number().int().optional(),
  toStart: time.optional(),
  note,
});

const Session = z
  .strictObject({
    title: optionalText,
    title_cy: optionalText,
    venue: slug.optional(),
    rule: z.string().startsWith('FREQ=').optional(),
    from: date.optional(),
    until: date.optional(),
    start: time.optional(),
    minutes: minutes.optional(),
    term_time: z.boolean().default(false),
    paused: z.strictObject({ fromDaysAgo: z.number().int(), forDays: z.number().int().min(1).optional(), note }).optional(),
    by_appointment: z.boolean().default(false),
    usually: optionalText,
    note,
    exceptions: z.array(Exception).default([]),
  })
  .refine(
    (session) => !session.rule || (session.from && session.start && session.minutes),
    'a session with a rule needs from, start and minutes',
  )
  .refine((session) => session.rule || session.by_appointment || session.usually, 'a session needs a rule, by_appointment or usually');

const Venue = z.strictObject({
  slug,
  name: text,
  name_cy: optionalText,
  address: optionalText,
  postcode: optionalText,
  ...place,
  access,
  directions: optionalText,
  bus: optionalText,
});

const Asset = z.strictObject({
  slug,
  kind: AssetKind,
  name: text,
  name_cy: optionalText,
  summary: text,
  summary_cy: optionalText,
  description: optionalText,
  description_cy: optionalText,
  topics: z.array(slug),
  venue: slug.nullish(),
  cost: Cost.optional(),
  languages,
  access,
  join: optionalText,
  just_turn_up: z.boolean().optional(),
  bring_someone: z.boolean().optional(),
  first_visit: z.strictObject({ greeter: optionalText, happens: optionalText, feel: optionalText }).nullish(),
  run_by: optionalText,
  contact: z.strictObject({ name: optionalText, phone: optionalText, email: optionalText, web }).nullish(),
  checked: z.strictObject({ daysAgo: z.number().int().min(0), by: Checker }).optional(),
  sessions: z.array(Session).default([]),
});

const Event = z.strictObject({
  slug,
  name: text,
  name_cy: optionalText,
  summary: text,
  summary_cy: optionalText,
  asset: slug,
  venue: slug.optional(),
  inDays: z.number().int(),
  start: time,
  minutes,
  cost: Cost.optional(),
  note,
});

const Coordinator = z.strictObject({
  slug,
  name: text,
  first_name: text,
  area: slug.nullable(),
  role: z.enum(['lead', 'cover']),
  cover: z
    .array(z.strictObject({ area: slug, fromDaysAgo: z.number().int(), forDays: z.number().int().min(1).optional(), note }))
    .default([]),
  phone: optionalText,
  email: optionalText,
  languages,
  about: optionalText,
  about_cy: optionalText,
  portrait: optionalText,
  open_doors: z.array(Session).default([]),
});

const Signpost = z.strictObject({
  slug,
  name: text,
  name_cy: optionalText,
  summary: text,
  summary_cy: optionalText,
  phone: optionalText,
  web,
  hours: optionalText,
  crisis: z.boolean().default(false),
  topics: z.array(slug).default([]),
  areas: z.array(slug).default([]),
  languages,
  access,
});

/** A drawing in `photos/`, and what it shows the door of. */
const Photo = z.strictObject({
  file: z.string().regex(/^[a-z0-9-]+\.svg$/, 'use a file name such as red-door.svg'),
  alt: text,
  alt_cy: optionalText,
  of_door: z.boolean().default(true),
  venues: z.array(slug).default([]),
  assets: z.array(slug).default([]),
});

const ring = z.array(z.tuple([z.number(), z.number()]).rest(z.number())).min(4);
const Area = z.object({
  type: z.literal('Feature'),
  properties: z.strictObject({
    slug,
    name: text,
    name_cy: optionalText,
    summary: optionalText,
    summary_cy: optionalText,
    population: z.number().int().min(0).nullish(),
  }),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
  ]),
});

/** What every page says of the place it serves. */
const District = z.strictObject({
  name: text,
  place: text,
  place_cy: optionalText,
  strapline: optionalText,
  strapline_cy: optionalText,
  notice: optionalText,
  notice_cy: optionalText,
  credit: optionalText,
});

const position = z.number().int().default(0);
const Kind = z.strictObject({
  slug: AssetKind,
  label: text,
  label_plural: text,
  label_cy: optionalText,
  label_plural_cy: optionalText,
  half_life_days: z.number().int().min(1),
  letter: text,
  position,
});
const Topic = z.strictObject({ slug, label: text, label_cy: optionalText, wish: text, wish_cy: optionalText, position });
const Term = z.strictObject({ name: text, name_cy: optionalText, from: date, to: date });
const monthAndDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'use a month and a day, such as 12-25');
const Holiday = z.strictObject({ name: text, name_cy: optionalText, on: monthAndDay, note: text, open_topics: z.array(slug) });
const Place = z.object({
  name: text,
  name_cy: optionalText,
  type: z.enum(['town', 'village', 'district', 'street', 'landmark']),
  ...place,
});

/** One schema a file; the file's lists are checked entry by entry, so that a message can name the entry. */
export const sampleFormat = { District, Kind, Topic, Term, Holiday, Area, Coordinator, Venue, Asset, Event, Signpost, Place, Photo };

export const AreaFile = z.strictObject({ venues: z.array(z.unknown()), assets: z.array(z.unknown()), events: z.array(z.unknown()) });
export const AreaCollection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) });

export type SampleSession = z.infer<typeof Session>;
export type SampleException = z.infer<typeof Exception>;
export type SampleCost = z.infer<typeof Cost>;
export type SampleAsset = z.infer<typeof Asset>;
export type SampleEvent = z.infer<typeof Event>;
export type SampleVenue = z.infer<typeof Venue>;
export type SampleArea = z.infer<typeof Area>;
export type SampleCoordinator = z.infer<typeof Coordinator>;
export type SampleSignpost = z.infer<typeof Signpost>;
export type SampleDistrict = z.infer<typeof District>;
export type SampleKind = z.infer<typeof Kind>;
export type SampleTopic = z.infer<typeof Topic>;
export type SampleTerm = z.infer<typeof Term>;
export type SampleHoliday = z.infer<typeof Holiday>;
export type SamplePhoto = z.infer<typeof Photo>;
export type SamplePlace = z.infer<typeof Place>;
