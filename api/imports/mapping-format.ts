import { z } from 'zod';
import { AccessFeature } from '../contract/vocabulary.ts';

/**
 * A mapping says in data, not in code, how the rows of one source become ours. A template is text with `{column}` or `{column|filter}`;
 * besides the file's own columns it may name `{near}`, `{near2}`, `{area}`, `{postcode}` and what was made before it (`{name}`). In a list
 * of templates the first counts whose every column has something in it.
 */
export type Field =
  | string
  | Field[]
  | { column: string; values: Record<string, Field>; otherwise?: Field }
  | { rules: { when: Condition; gives: Field }[]; otherwise?: Field };

/** Tests of one row. `words` looks for whole words (`sing*`: their beginning) in what its columns say. */
export type Condition =
  | { column: string; is: string[] }
  | { column: string; not: string[] }
  | { column: string; matches: string }
  | { column: string; missing: boolean }
  | { column: string; before: string }
  | { column: string; same: string }
  | { words: string[]; in: string[] }
  | { all: Condition[] }
  | { any: Condition[] }
  | { none: Condition[] };

const regex = z.string().refine(isPattern, 'is not a pattern that can be read');
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ column: z.string(), is: z.array(z.string()).min(1) }),
    z.strictObject({ column: z.string(), not: z.array(z.string()).min(1) }),
    z.strictObject({ column: z.string(), matches: regex }),
    z.strictObject({ column: z.string(), missing: z.boolean() }),
    z.strictObject({ column: z.string(), before: z.string() }),
    z.strictObject({ column: z.string(), same: z.string() }),
    z.strictObject({ words: z.array(z.string().min(2)).min(1), in: z.array(z.string()).min(1) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ none: z.array(condition).min(1) }),
  ]),
);

const field: z.ZodType<Field> = z.lazy(() =>
  z.union([
    z.string(),
    z.array(field).min(1),
    z.strictObject({ column: z.string(), values: z.record(z.string(), field), otherwise: field.optional() }),
    z.strictObject({ rules: z.array(z.strictObject({ when: condition, gives: field })).min(1), otherwise: field.optional() }),
  ]),
);

const slug = z.string().regex(/^[a-z0-9-]{1,60}$/, 'use small letters, digits and hyphens');
const choice = <T extends z.ZodType>(value: T) =>
  z.union([value, z.strictObject({ rules: z.array(z.strictObject({ when: condition, gives: value })), otherwise: value })]);

const common = {
  source: z.strictObject({ slug, name: z.string().min(1), credit: z.string().nullable().default(null) }),
  /** What else the reader must know of the file; found out from its name when absent. */
  format: z
    .strictObject({
      type: z.enum(['csv', 'geojson']).optional(),
      delimiter: z.string().length(1).optional(),
      columns: z.array(z.string()).optional(),
    })
    .default({}),
  /** Cells that mean "nothing". */
  empty: z.array(z.string()).default(['', 'NA', 'N/A']),
  /** Columns that together tell a row apart from run to run; none: its name and place do. */
  id: z.array(z.string()).default([]),
  skip: z
    .array(
      z.strictObject({
        when: condition,
        reason: z.string().min(1),
        /** The row is no mistake: another step takes it, or it is about something else. Counted, not reported. */
        elsewhere: z.boolean().default(false),
      }),
    )
    .default([]),
};
const where = {
  /** Columns of latitude and longitude in degrees, or of easting and northing in metres; absent: the shape, or the postcode. */
  point: z
    .union([z.strictObject({ lat: z.string(), lng: z.string() }), z.strictObject({ easting: z.string(), northing: z.string() })])
    .optional(),
  postcode: z.string().optional(),
  /** Rows that lie outside every area: kept where they are, refused, or kept with no fixed place when the condition holds, else refused. */
  outside: z
    .union([z.literal('keep'), z.strictObject({ refuse: z.string() }), z.strictObject({ unpin: condition, refuse: z.string() })])
    .default('keep'),
};

const listing = {
  ...common,
  ...where,
  topics: z.array(z.union([z.string(), z.strictObject({ when: condition, topics: z.array(z.string()).min(1) })])).default([]),
  access: z.array(z.union([AccessFeature, z.strictObject({ when: condition, access: z.array(AccessFeature).min(1) })])).default([]),
  languages: z.array(z.string()).default(['en']),
};

/** When it happens, by RFC 5545: several rows of one `id` are one asset that happens at several times. */
const SessionFields = z.strictObject({
  rule: field,
  /** First and last date, YYYY-MM-DD. */
  from: field,
  until: field.optional(),
  /** Hours and minutes; an end before the start is on the next day. */
  start: field,
  end: field,
  /** The day's English name, to be held against rule and first date. */
  weekday: field.optional(),
  /** Dates of the rule on which it is not. */
  not_on: field.optional(),
});

const AssetsMapping = z.strictObject({
  makes: z.literal('assets'),
  ...listing,
  kind: choice(z.string()),
  /** A name made from a template may come out alike for several rows: `name` is then tried from its first choice to its last. */
  distinctNames: z.boolean().default(false),
  /** A name within 150 m of one that stands is a duplicate; off for files whose rows have been checked by hand. */
  refuseDuplicates: z.boolean().default(true),
  cost: choice(
    z.strictObject({ type: z.enum(['free', 'pay-what-you-can', 'price', 'unknown']), note: z.string().nullable().default(null) }),
  ).default({
    type: 'unknown',
    note: null,
  }),
  just_turn_up: choice(z.boolean().nullable()).default(null),
  fields: z.strictObject({
    name: field,
    name_cy: field.optional(),
    summary: field,
    summary_cy: field.optional(),
    description: field.optional(),
    join: field.optional(),
    usually: field.optional(),
    run_by: field.optional(),
    contact_name: field.optional(),
    phone: field.optional(),
    email: field.optional(),
    web: field.optional(),
  }),
  /** Where it happens; absent: the row has a point of its own and no address to show. */
  venue: z.strictObject({ name: field, address: field.optional(), directions: field.optional() }).optional(),
  sessions: SessionFields.optional(),
});

const SignpostsMapping = z.strictObject({
  makes: z.literal('signposts'),
  ...listing,
  crisis: z.boolean().default(false),
  fields: z.strictObject({ name: field, summary: field, phone: field.optional(), web: field.optional(), hours: field.optional() }),
});

const AreasMapping = z.strictObject({
  makes: z.literal('areas'),
  ...common,
  fields: z.strictObject({ name: field, name_cy: field.optional(), summary: field.optional() }),
});

/** Populations of areas that stand already: `id` names the column that holds the areas' own id. */
const PopulationMapping = z.strictObject({
  makes: z.literal('population'),
  ...common,
  areas: slug,
  population: z.string(),
  as: z.string().min(1),
});

const PostcodesMapping = z.strictObject({ makes: z.literal('postcodes'), ...common, postcode: z.string(), point: where.point.unwrap() });

const PlacesMapping = z.strictObject({
  makes: z.literal('places'),
  ...common,
  ...where,
  type: z.enum(['town', 'village', 'district', 'street', 'landmark']),
  /** Rows of one name this near to each other are one place, in their middle. */
  togetherMetres: z.number().min(0).default(700),
  fields: z.strictObject({ name: field, name_cy: field.optional() }),
});

export const Mapping = z.discriminatedUnion('makes', [
  AssetsMapping,
  SignpostsMapping,
  AreasMapping,
  PopulationMapping,
  PostcodesMapping,
  PlacesMapping,
]);

export const Preset = z.strictObject({
  /** Absent: the files add to the place that stands, be it the sample. */
  district: z
    .strictObject({
      name: z.string(),
      place: z.string(),
      place_cy: z.string().nullable().default(null),
      strapline: z.string().nullable().default(null),
      strapline_cy: z.string().nullable().default(null),
    })
    .optional(),
  /**
   * In order. `file` lies in the folder that is imported from, `own` beside the preset; `every` is each file of the folder that ends so.
   * `optional`: a missing file is told and passed over.
   */
  steps: z
    .array(
      z
        .strictObject({
          mapping: z.string(),
          file: z.string().optional(),
          own: z.string().optional(),
          every: z.string().optional(),
          optional: z.boolean().default(false),
        })
        .refine(({ file, own, every }) => [file, own, every].filter(Boolean).length === 1, 'needs one of file, own and every'),
    )
    .min(1),
});

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'iu');
    return true;
  } catch {
    return false;
  }
}

export type Mapping = z.infer<typeof Mapping>;
export type SessionFields = z.infer<typeof SessionFields>;
export type AssetsMapping = z.infer<typeof AssetsMapping>;
export type SignpostsMapping = z.infer<typeof SignpostsMapping>;
export type AreasMapping = z.infer<typeof AreasMapping>;
export type PopulationMapping = z.infer<typeof PopulationMapping>;
export type PostcodesMapping = z.infer<typeof PostcodesMapping>;
export type PlacesMapping = z.infer<typeof PlacesMapping>;
export type Preset = z.infer<typeof Preset>;
