import { z } from 'zod';
import { isDay, isTime, optionalText, Uuid } from './state-parts.ts';
import { typedText } from './typed-text.ts';

/** A date of its rule on which a session is not as usual. */
const SessionExceptionState = z
  .object({
    on_date: isDay,
    change: z.enum(['cancelled', 'moved', 'note']),
    to_date: isDay.nullable(),
    to_time: isTime.nullable(),
    note: optionalText(300),
  })
  .refine(
    ({ change, to_date, to_time }) => change !== 'moved' || to_date !== null || to_time !== null,
    'a moved date needs to_date or to_time',
  );

/** A session as it is edited. `id` null: a new one; an old one keeps its id, by which calendars know its dates. */
export const SessionState = z
  .object({
    id: Uuid.nullable(),
    title: optionalText(160),
    title_cy: optionalText(160),
    venue_id: Uuid.nullable().meta({ description: 'Null: at its asset’s venue.' }),
    rule: z
      .string()
      .regex(/^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*$/)
      .nullable()
      .meta({ description: 'RFC 5545 RRULE without DTSTART.' }),
    starts_on: isDay.nullable(),
    ends_on: isDay.nullable(),
    start_time: isTime.nullable(),
    minutes: z.number().int().min(1).max(1440).nullable(),
    term_time: z.boolean(),
    paused_from: isDay.nullable(),
    paused_until: isDay.nullable(),
    pause_note: optionalText(300),
    by_appointment: z.boolean(),
    usually: optionalText(200),
    note: optionalText(300),
    exceptions: z.array(SessionExceptionState).max(400),
  })
  .refine(({ rule, starts_on, start_time, minutes }) => rule === null || (starts_on !== null && start_time !== null && minutes !== null), {
    path: ['rule'],
    error: 'a session with a rule needs starts_on, start_time and minutes',
  })
  .refine(({ rule, by_appointment, usually }) => rule !== null || by_appointment || usually !== null, {
    path: ['rule'],
    error: 'a session needs a rule, by_appointment or usually',
  });

/** A one-off happening as it is edited. `id` null: a new one. */
export const EventState = z.object({
  id: Uuid.nullable(),
  name: typedText().min(1).max(160),
  name_cy: optionalText(160),
  summary: typedText().max(400),
  summary_cy: optionalText(400),
  venue_id: Uuid.nullable(),
  starts_on: isDay,
  start_time: isTime,
  minutes: z.number().int().min(1).max(100_000),
  cost_type: z.enum(['free', 'pay-what-you-can', 'price', 'unknown']),
  cost_pence: z.number().int().min(0).nullable(),
  cost_note: optionalText(200),
  cancelled: z.boolean(),
  note: optionalText(300),
});

export type SessionState = z.infer<typeof SessionState>;
export type EventState = z.infer<typeof EventState>;
