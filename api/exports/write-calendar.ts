import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Point } from '../contract/geo.ts';

/** One date in a calendar; plain text throughout. */
export interface CalendarDate {
  /** The same for ever, also when the date is moved or cancelled. */
  uid: string;
  startsAt: Date;
  endsAt: Date;
  status: 'on' | 'cancelled' | 'moved';
  /** When the date itself was last changed, and when anything that is said of it. */
  dateChangedAt: Date;
  changedAt: Date;
  name: string;
  description: string;
  address: string;
  where: { name: string; address: string | null } | null;
  /** Only what is for everyone to know. */
  point: Point | null;
}

const refreshSeconds = 6 * 3600;

/** RFC 5545: one VEVENT a date, in UTC, so that every clock and phone agrees on the moment. */
export function writeCalendar({ name, address, dates }: { name: string; address: string; dates: CalendarDate[] }): string {
  const calendar = ical({
    name,
    url: address,
    prodId: { company: 'Open Door', product: 'Open Door', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
  });
  for (const date of dates) {
    calendar.createEvent({
      id: date.uid,
      sequence: sequenceOf(date.dateChangedAt),
      // What has not changed is written as it was, so that it is not sent again.
      stamp: date.changedAt,
      lastModified: date.changedAt,
      start: date.startsAt,
      end: date.endsAt,
      status: date.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      summary: date.name,
      description: date.description,
      url: date.address,
      location: date.where && {
        title: [date.where.name, date.where.address].filter(Boolean).join(', '),
        ...(date.point && { geo: { lat: date.point.lat, lon: date.point.lng } }),
      },
    });
  }
  return calendar.toString();
}

const countedSinceMs = Date.UTC(2020, 0, 1);

/** Rises whenever a date is moved, cancelled or on again, whoever's it is: whole seconds, for which 31 bits last until 2088. */
const sequenceOf = (changedAt: Date) => Math.max(0, Math.floor((changedAt.getTime() - countedSinceMs) / 1_000));
