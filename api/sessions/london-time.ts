import { Temporal } from 'temporal-polyfill';
import type { DayPart, Weekday } from '../contract/vocabulary.ts';
import { weekdays } from '../contract/vocabulary.ts';

/** Every rule and every page speaks of this clock. */
export const timeZone = 'Europe/London';

/** Local date and time to the instant. In the hour that is skipped in spring the later reading counts; in the hour that comes twice, the first. */
export function londonInstant(date: string, time: string): Date {
  const zoned = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(zoned.epochMilliseconds);
}

/** ISO 8601 to the minute with London's offset on that day: 2026-11-26T10:00+00:00. */
export function londonIso(instant: Date): string {
  return zonedAt(instant).toString({ timeZoneName: 'never', smallestUnit: 'minute' });
}

/** YYYY-MM-DD on London's calendar. */
export const londonDate = (instant: Date): string => zonedAt(instant).toPlainDate().toString();

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

export function weekdayOf(date: string): Weekday {
  const weekday = weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1];
  if (!weekday) throw new RangeError(`No weekday for ${date}`);
  return weekday;
}

/** By local start: morning before noon, afternoon before 5pm, then evening. */
export function dayPartOf(instant: Date): DayPart {
  const { hour } = zonedAt(instant);
  if (hour < 12) return 'morning';
  return hour < 17 ? 'afternoon' : 'evening';
}

const zonedAt = (instant: Date) => Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
