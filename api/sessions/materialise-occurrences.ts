import { setImmediate as breathe } from 'node:timers/promises';
import type { Queryable } from '../db/database.ts';
import { addDays, londonDate } from '../time/london-time.ts';
import type { ExpandedDate } from './expand-session.ts';
import { expandEvent } from './expand-session.ts';
import {
  type DateSubjects,
  holdDateSubjects,
  type OccurrenceInsert,
  putOccurrences,
  removeOtherOccurrences,
} from './occurrence-queries.ts';
import { openingHours } from './opening-hours-rules.ts';
import { sessionDates } from './session-dates.ts';
import { allTerms, eventsOf, sessionsOf } from './session-queries.ts';
import type { TermRow } from './session-rows.ts';

/** How far ahead dates are kept ready: a term and a bit. */
export const windowDays = 120;
/** About a tenth of a second's work. */
export const subjectsAtOnce = 100;
const sessionsAtOnce = 50;
const rowsAtOnce = 2_000;

/**
 * Works out the dates of some assets and coordinators anew, in the caller's transaction, after the last write to their sessions. Who else
 * wants to do so waits for its end, and then sees what it wrote. Answers how many dates there are.
 */
export async function materialiseOccurrences(tx: Queryable, now: Date, subjects: Partial<DateSubjects>): Promise<number> {
  const terms = await allTerms(tx);
  let count = 0;
  for (const assetIds of groups(subjects.assetIds)) count += await materialiseGroup(tx, now, terms, { assetIds, coordinatorIds: [] });
  for (const coordinatorIds of groups(subjects.coordinatorIds))
    count += await materialiseGroup(tx, now, terms, { assetIds: [], coordinatorIds });
  return count;
}

/** In order, so that two who hold rows never wait for each other. */
function* groups(ids: string[] = []): Generator<string[]> {
  const unique = [...new Set(ids)].sort();
  for (let start = 0; start < unique.length; start += subjectsAtOnce) yield unique.slice(start, start + subjectsAtOnce);
}

async function materialiseGroup(tx: Queryable, now: Date, terms: TermRow[], subjects: DateSubjects): Promise<number> {
  const today = londonDate(now);
  // From yesterday, so that what runs past midnight is still known.
  const window = { from: addDays(today, -1), to: addDays(today, windowDays) };
  await holdDateSubjects(tx, subjects);
  const sessions = await sessionsOf(tx, subjects);
  const events = await eventsOf(tx, subjects.assetIds);

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
  await removeOtherOccurrences(tx, subjects, rows);
  for (let start = 0; start < rows.length; start += rowsAtOnce) await putOccurrences(tx, rows.slice(start, start + rowsAtOnce), now);
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
