import { z } from 'zod';
import type { Listing } from './listing.ts';
import type { Freshness } from './vocabulary.ts';

/** What stewards set from the desk. A join is a topic that goes into another. */
export const settingNames = ['signpost', 'topic', 'join', 'kind', 'texts', 'term', 'holiday', 'phrase', 'synonyms'] as const;
export type SettingName = (typeof settingNames)[number];

const line = (most: number) => z.string().trim().min(1, 'missing').max(most, 'too-long');
const maybe = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'too-long')
    .nullish()
    .transform((text) => text || null);
const lines = (most: number) => z.array(line(100)).max(most, 'too-many');
const slugs = z.array(z.string().regex(/^[a-z0-9-]+$/));
const day = z.iso.date('not-a-day');

/** How each setting stands, and what a form may make of it. Messages are codes that pages word. */
export const settingStates = {
  signpost: z.object({
    name: line(120),
    name_cy: maybe(120),
    summary: line(300),
    summary_cy: maybe(300),
    phone: maybe(40),
    web: z
      .union([z.literal('').transform(() => null), z.null(), z.url({ protocol: /^https?$/, error: 'not-an-address' })])
      .optional()
      .transform((web) => web ?? null),
    hours: maybe(120),
    crisis: z.boolean(),
    topics: slugs,
    /** Their ids; none: the whole district. */
    areas: slugs,
    status: z.enum(['published', 'hidden']),
  }),
  topic: z.object({
    label: line(40),
    label_cy: maybe(40),
    wish: line(80),
    wish_cy: maybe(80),
    position: z.coerce.number('not-a-number').int('not-a-number').min(0, 'not-a-number').max(999, 'not-a-number'),
  }),
  join: z.object({ into: z.string().regex(/^[a-z0-9-]+$/, 'missing') }),
  kind: z.object({
    label: line(40),
    label_plural: line(40),
    label_cy: maybe(40),
    label_plural_cy: maybe(40),
    letter: z
      .string()
      .trim()
      .regex(/^\p{Lu}$/u, 'not-a-letter'),
    half_life_days: z.coerce.number('not-a-number').int('not-a-number').min(7, 'too-few-days').max(3_650, 'too-many-days'),
  }),
  texts: z.object({
    name: line(60),
    place: line(80),
    place_cy: maybe(80),
    strapline: maybe(120),
    strapline_cy: maybe(120),
    notice: maybe(400),
    notice_cy: maybe(400),
  }),
  term: z.object({ name: line(60), starts_on: day, ends_on: day }).refine((term) => term.starts_on <= term.ends_on, {
    path: ['ends_on'],
    error: 'ends-before',
  }),
  holiday: z.object({
    name: line(60),
    month_day: z
      .string()
      .refine((on) => /^\d{2}-\d{2}$/.test(on) && z.iso.date().safeParse(`2028-${on}`).success, { error: 'not-a-day-of-the-year' }),
    note: line(80),
    open_topics: slugs,
  }),
  phrase: z.object({
    phrases: lines(40).min(1, 'missing'),
    topics: slugs,
    words: lines(40),
    language: z.enum(['en', 'cy']),
  }),
  synonyms: z.object({ words: lines(60), replaces: maybe(4_000) }).refine(({ words, replaces }) => words.length >= (replaces ? 0 : 2), {
    path: ['words'],
    error: 'two-at-least',
  }),
} satisfies Record<SettingName, z.ZodType<object>>;

export type SettingState<Name extends SettingName> = z.infer<(typeof settingStates)[Name]>;

/** What is wrong with a box, as a code; `form` null: with the whole. */
export const settingWrongs = [
  'missing',
  'too-long',
  'too-many',
  'not-an-address',
  'not-a-number',
  'not-a-letter',
  'letter-taken',
  'too-few-days',
  'too-many-days',
  'not-a-day',
  'not-a-day-of-the-year',
  'ends-before',
  'two-at-least',
  'distress',
  'label',
  'led-to-help',
  'says-nothing',
  'topic-in-use',
  'changed-since',
  'not-understood',
] as const;
export type SettingWrong = (typeof settingWrongs)[number];
export interface WrongField {
  field: string | null;
  wrong: SettingWrong;
}

/** One thing that is set. */
export interface SettingItem {
  subject: string;
  title: string;
  state: object;
}

export interface SettingChange {
  id: number;
  setting: SettingName;
  subject: string;
  /** What the thing was called, or is. */
  title: string;
  verb: 'added' | 'changed' | 'removed';
  /** ISO 8601. */
  at: string;
  by: string;
  /** Nothing has been done to the thing since. */
  mayUndo: boolean;
}

/** What came of a change. */
export type SettingSaved = { subject: string } | { wrong: WrongField[] };

/** How many of a kind are how fresh: now, and if the half-life were another. */
export interface HalfLifePreview {
  now: Record<Freshness, number>;
  after: Record<Freshness, number>;
}

/** What words mean and find. */
export interface TriedPhrase {
  meant: { phrase: string; topics: string[]; words: string[] }[];
  items: Listing[];
  total: number;
}

export interface ShippedPhrases {
  phrases: string[];
  topics: string[];
  words: string[];
  language: 'en' | 'cy';
}

export interface ShippedSynonyms {
  /** Names the row. */
  key: string;
  words: string[];
  /** It leads somebody in need to help, and stays as it is. */
  leadsToHelp: boolean;
}
