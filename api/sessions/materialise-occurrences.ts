import { setImmediate as breathe } from 'node:timers/promises';
import type { Queryable } from '../db/database.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import type { ExpandedDate } from './expand-session.ts';
import { expandEvent } from './expand-session.ts';
import type { OccurrenceInsert } from './occurrence-queries.ts';
import { deleteAllOccurrences, deleteOccurrences, insertOccurrences } from './occurrence-queries.ts';
import { openingHours } from './opening-hours-rules.ts';
import { sessionDates } from './session-dates.ts';
import { allEvents, allSessions, allTerms, eventsOf, sessionsOf } from './session-queries.ts';

/** How far ahead dates are kept ready: a term and a bit. */
export const windowDays = 120;
const batchSize = 2_000;
const sessionsAtOnce = 50;

/** Works out the dates of some assets and coordinators, or of all, anew; in the caller's transaction. Answers how many there are. */
export async function materialiseOccurrences(
  tx: Queryable,
  now: Date,
  subjects: { assetIds?: string[]; coordinatorIds?: string[] } | 'all',
): Promise<number> {
  const today = londonDate(now);
  // From yesterday, so that what runs past midnight is still known.
  const window = { from: addDays(today, -1), to: addDays(today, windowDays) };
  const some = subjects === 'all' ? null : { assetIds: subjects.assetIds ?? [], coordinatorIds: subjects.coordinatorIds ?? [] };
  const terms = await allTerms(tx);
  const sessions = some ? await sessionsOf(tx, some) : await allSessions(tx);
  const events = some ? await eventsOf(tx, some.assetIds) : await allEvents(tx);

  const open = openingHours(sessions);
  const rows: OccurrenceInsert[] = [];
  for (const [number, session] of sessions.entries()) {
    // Reading a rule takes about half a millisecond: others are let in between.
    if (number % sessionsAtOnce === 0) await breathe();
    const whose = { asset_id: session.asset_id, coordinator_id: session.coordinator_id, session_id: session.id, event_id: null };
    const mostDays = open.has(session.id);
    rows.push(...sessionDates(session, terms, window).map((date) => toInsert(date, { ...whose, most_days: mostDays })));
  }
  for (const event of events) {
    const whose = { asset_id: event.asset_id, coordinator_id: null, session_id: null, event_id: event.id, most_days: false };
    rows.push(...expandEvent(event, window).map((date) => toInsert(date, whose)));
  }

  if (some) await deleteOccurrences(tx, some);
  else await deleteAllOccurrences(tx);
  for (let start = 0; start < rows.length; start += batchSize) await insertOccurrences(tx, rows.slice(start, start + batchSize));
  return rows.length;
}

function toInsert(
  date: ExpandedDate,
  whose: Pick<OccurrenceInsert, 'asset_id' | 'coordinator_id' | 'session_id' | 'event_id' | 'most_days'>,
): OccurrenceInsert {
  return {
    ...whose,
    starts_at: date.startsAt.toISOString(),
    ends_at: date.endsAt.toISOString(),
    local_date: date.localDate,
    weekday: date.weekday,
    day_part: date.dayPart,
    status: date.status,
    note: date.note,
    moved_from: date.movedFrom?.toISOString() ?? null,
    moved_to: date.movedTo?.toISOString() ?? null,
  };
}
