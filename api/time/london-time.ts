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
  const offset = offsetMinutes(instant);
  const hours = String(offset / 60).padStart(2, '0');
  return `${localText(instant, offset).slice(0, 16)}+${hours}:00`;
}

/** YYYY-MM-DD on London's calendar. */
export const londonDate = (instant: Date): string => localText(instant, offsetMinutes(instant)).slice(0, 10);

const localText = (instant: Date, offset: number) => new Date(instant.getTime() + offset * 60_000).toISOString();

const hourMs = 3_600_000;
const mostHours = 20_000;
const offsets = new Map<number, number>();

/** 0 or 60. Kept by the hour, at which alone clocks change: a page of twenty listings asks for it sixty times. */
function offsetMinutes(instant: Date): number {
  const hour = Math.floor(instant.getTime() / hourMs);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const offset = zonedAt(instant).offsetNanoseconds / 60e9;
  if (offsets.size >= mostHours) offsets.clear();
  offsets.set(hour, offset);
  return offset;
}

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
