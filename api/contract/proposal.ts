import { z } from 'zod';
import type { CoordinatorCard } from './coordinator.ts';
import type { Point } from './geo.ts';
import type { LookAlike } from './look-alike.ts';
import type { TimesPreview } from './plain-times.ts';
import { saysSomething, typedText } from './typed-text.ts';
import { AssetKind } from './vocabulary.ts';

const line = (longest: number) =>
  typedText()
    .overwrite((typed) => (saysSomething(typed) ? typed.replace(/\s+/g, ' ') : ''))
    .max(longest);
const lines = (longest: number) =>
  typedText()
    .overwrite((typed) => (saysSomething(typed) ? typed.replace(/\r\n?/g, '\n') : ''))
    .max(longest);

/** As many as still fit an open form of 8 KiB with everything else in it. */
export const longest = {
  name: 120,
  happens: 800,
  when: 400,
  place: 160,
  join: 300,
  contact_name: 80,
  contact: 160,
  reply_email: 254,
} as const;

/** "I don't know" is an answer, too. */
const Answer = z.enum(['yes', 'no', 'unsure']);

/** Something for the directory, as anyone may tell of it: six questions, and the three of the open-door test. */
export const Proposal = z
  .object({
    name: line(longest.name).min(1),
    happens: lines(longest.happens).min(1),
    when: lines(longest.when),
    place: line(longest.place),
    /** Slug, where the place did not tell. */
    area: line(80),
    /** It meets where somebody lives. */
    home: z.boolean(),
    join: lines(longest.join),
    contact_name: line(longest.contact_name),
    /** A telephone number, an e-mail or a web address. */
    contact: line(longest.contact),
    may_show: z.enum(['yes', 'no']).nullable(),
    anyone: Answer,
    neighbours: Answer,
    freely: Answer,
    kind: AssetKind.nullable(),
    topics: z.array(z.string().max(60)).max(5),
    reply_email: z.union([z.literal('').transform(() => null), z.email().max(longest.reply_email)]),
  })
  .refine(({ contact, contact_name, may_show }) => may_show !== null || (contact === '' && contact_name === ''), {
    path: ['may_show'],
    error: 'say whether the contact may be shown',
  });

export type Proposal = z.infer<typeof Proposal>;

interface Named {
  slug: string;
  name: string;
  name_cy: string | null;
}

/** What becomes of it, before it is sent. */
export interface ProposalPreview {
  kind: AssetKind;
  topics: string[];
  /** A service: offered as a signpost, after everything that anyone can join. */
  looks_like: 'asset' | 'service';
  /** Where we understood it to be; null: nowhere we know. */
  place: { label: string; point: Point } | null;
  area: Named | null;
  coordinator: CoordinatorCard | null;
  times: TimesPreview;
  look_alikes: LookAlike[];
}
