import type { Occurrence, Session } from '../contract/session.ts';
import { londonIso } from '../time/london-time.ts';
import type { ExpandedDate } from './expand-session.ts';
import type { OccurrenceRow } from './occurrence-queries.ts';
import type { EventRow, SessionRow } from './session-rows.ts';

interface VenueColumns {
  venue_slug: string | null;
  venue_name: string | null;
  venue_name_cy: string | null;
}

/** A rest is told of while it lasts; `today` is YYYY-MM-DD. */
export function presentSession(row: SessionRow, today: string, next: Date | null): Session {
  const resting = row.paused_from !== null && row.paused_from <= today && (row.paused_until === null || row.paused_until >= today);
  return {
    id: row.id,
    title: row.title,
    title_cy: row.title_cy,
    rule: row.rule,
    from: row.starts_on,
    until: row.ends_on,
    start: row.start_time?.slice(0, 5) ?? null,
    minutes: row.minutes,
    term_time: row.term_time,
    paused: resting && row.paused_from ? { from: row.paused_from, until: row.paused_until, note: row.pause_note } : null,
    by_appointment: row.by_appointment,
    usually: row.usually,
    note: row.note,
    next: next && londonIso(next),
    venue: presentVenueName(row),
  };
}

export function presentOccurrence(row: OccurrenceRow): Occurrence {
  return {
    session: row.source_id,
    type: row.type,
    title: row.title,
    title_cy: row.title_cy,
    starts_at: londonIso(row.starts_at),
    ends_at: londonIso(row.ends_at),
    status: row.status,
    note: row.note,
    moved_from: row.moved_from && londonIso(row.moved_from),
    moved_to: row.moved_to && londonIso(row.moved_to),
    venue: presentVenueName(row),
  };
}

/** A date worked out on the spot rather than ahead. */
export function presentExpandedDate(date: ExpandedDate, from: { session: SessionRow } | { event: EventRow }): Occurrence {
  const row = 'session' in from ? from.session : from.event;
  return {
    session: row.id,
    type: 'event' in from ? 'event' : from.session.coordinator_id ? 'open-door' : 'session',
    title: 'event' in from ? from.event.name : from.session.title,
    title_cy: 'event' in from ? from.event.name_cy : from.session.title_cy,
    starts_at: londonIso(date.startsAt),
    ends_at: londonIso(date.endsAt),
    status: date.status,
    // What holds for every date is no reason why one of them is not as usual.
    note: date.status === 'on' ? (date.note ?? row.note) : date.note,
    moved_from: date.movedFrom && londonIso(date.movedFrom),
    moved_to: date.movedTo && londonIso(date.movedTo),
    venue: presentVenueName(row),
  };
}

export const presentVenueName = (row: VenueColumns) =>
  row.venue_slug && row.venue_name ? { slug: row.venue_slug, name: row.venue_name, name_cy: row.venue_name_cy } : null;
