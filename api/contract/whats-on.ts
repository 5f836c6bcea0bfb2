import { z } from 'zod';
import { BoxParameter, blankIsAbsent, filters, inOrder, turnedRound, Understood } from './asset-query.ts';
import { Point } from './geo.ts';
import { Listing } from './listing.ts';
import { noticeFields } from './notice.ts';
import { Occurrence } from './session.ts';

/** `GET /whats-on`: find's filters, asked of dates. */
export const WhatsOnQuery = z
  .strictObject({
    ...filters,
    bbox: blankIsAbsent(BoxParameter.optional()),
    page: blankIsAbsent(z.coerce.number().int().min(1).max(1_000).default(1)),
    per_day: blankIsAbsent(z.coerce.number().int().min(1).max(100).default(20)).meta({ description: 'How many of each day to a page.' }),
  })
  .refine(inOrder, turnedRound);

/** One thing on one day, with what it belongs to; `listing` is null for a coordinator's open door. */
export const WhatsOnItem = z
  .object({
    occurrence: Occurrence,
    listing: Listing.nullable(),
    coordinator: z.object({ slug: z.string(), first_name: z.string() }).nullable(),
    open_most_days: z.boolean().meta({ description: 'Opening hours rather than a happening: it is on so many days of a week.' }),
    distance_metres: z.number().int().nullable().meta({ description: 'From `near` to where it is on this date, as the crow flies.' }),
  })
  .meta({ id: 'WhatsOnItem' });

export const WhatsOnDay = z
  .object({
    date: z.string().meta({ description: 'YYYY-MM-DD; what runs past midnight belongs to the day on which it starts.' }),
    total: z.number().int().meta({ description: 'How many there are on this day, cancelled and moved ones not counted.' }),
    times: z
      .object({ morning: z.number().int(), afternoon: z.number().int(), evening: z.number().int() })
      .meta({ description: 'The same by part of the day, whichever part was asked for.' }),
    listed: z.number().int().meta({ description: 'How many all pages of this day list, cancelled and moved ones among them.' }),
    items: z.array(WhatsOnItem).meta({ description: 'By the clock; what is open most days of the week comes last.' }),
  })
  .meta({ id: 'WhatsOnDay' });

export const WhatsOnDays = z
  .object({
    days: z.array(WhatsOnDay).meta({ description: 'Every day of from..to, counted; with `on`, only that day has items.' }),
    total: z.number().int().meta({ description: 'Of the days asked for.' }),
    next: z.string().nullable().meta({ description: 'When nothing is on: the next day that has something.' }),
    from: z.string(),
    to: z.string(),
    page: z.number().int(),
    per_day: z.number().int(),
    near: z.object({ label: z.string(), point: Point }).nullable(),
    words: z.string(),
    understood: z.array(Understood).meta({ description: 'What was taken out of `q` and became filters.' }),
    unknown_place: z.string().nullable().meta({ description: 'A postcode or a place among the words that we do not know.' }),
    ...noticeFields,
  })
  .meta({ id: 'WhatsOnDays' });

/** Days on end, for pages that need no more than a list. */
export interface WhatsOn {
  items: WhatsOnItem[];
  from: string;
  to: string;
}

export type WhatsOnQuery = z.infer<typeof WhatsOnQuery>;
export type WhatsOnItem = z.infer<typeof WhatsOnItem>;
export type WhatsOnDay = z.infer<typeof WhatsOnDay>;
export type WhatsOnDays = z.infer<typeof WhatsOnDays>;
