import { z } from 'zod';

/** One date on which something happens. Times are ISO 8601 with the offset of Europe/London on that day. */
export const Occurrence = z
  .object({
    session: z.string().meta({ description: 'Id of the session or event it comes from.' }),
    type: z.enum(['session', 'event', 'open-door']),
    title: z.string().nullable(),
    title_cy: z.string().nullable(),
    starts_at: z.string(),
    ends_at: z.string(),
    status: z.enum(['on', 'cancelled', 'moved']).meta({ description: '`moved`: the date shown is the new one.' }),
    note: z.string().nullable().meta({ description: 'When it is not as usual: why.' }),
    moved_from: z.string().nullable().meta({ description: 'Of a moved date: when it would have been.' }),
    moved_to: z
      .string()
      .nullable()
      .meta({ description: 'Of a date that was moved to another day: `cancelled` on this one, and when it is instead.' }),
    venue: z.object({ slug: z.string(), name: z.string(), name_cy: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Occurrence' });

/** A regular happening: the rule as machines read it; pages put it in words. */
export const Session = z
  .object({
    id: z.string(),
    title: z.string().nullable(),
    title_cy: z.string().nullable(),
    rule: z.string().nullable().meta({ description: 'RFC 5545 RRULE without DTSTART; null when there are no fixed times.' }),
    from: z.string().nullable().meta({ description: 'First date, YYYY-MM-DD.' }),
    until: z.string().nullable().meta({ description: 'Last date, YYYY-MM-DD.' }),
    start: z.string().nullable().meta({ description: 'Local time in Europe/London, HH:MM.' }),
    minutes: z.number().int().nullable(),
    term_time: z.boolean(),
    paused: z.object({ from: z.string(), until: z.string().nullable(), note: z.string().nullable() }).nullable(),
    by_appointment: z.boolean(),
    usually: z.string().nullable().meta({ description: 'When there is no fixed time: "most dry mornings".' }),
    note: z.string().nullable(),
    next: z.string().nullable().meta({ description: 'When its next date that is on starts; null when none is known.' }),
    venue: z.object({ slug: z.string(), name: z.string(), name_cy: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Session' });

export const Occurrences = z.object({ items: z.array(Occurrence), from: z.string(), to: z.string() }).meta({ id: 'Occurrences' });

export type Session = z.infer<typeof Session>;
export type Occurrence = z.infer<typeof Occurrence>;
export type Occurrences = z.infer<typeof Occurrences>;
