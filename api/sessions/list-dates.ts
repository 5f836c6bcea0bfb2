import type { Occurrence, Session } from '../contract/session.ts';
import type { Queryable } from '../db/database.ts';
import { londonDate } from '../time/london-time.ts';
import type { DateWindow, ExpandedDate } from './expand-session.ts';
import { expandEvent } from './expand-session.ts';
import { presentExpandedDate, presentSession } from './present-session.ts';
import { sessionDates } from './session-dates.ts';
import { allTerms, eventsOf, sessionsOf } from './session-queries.ts';

/** The sessions of one asset and all its dates in any window, soonest first, cancelled ones included. */
export async function listDates(
  db: Queryable,
  assetId: string,
  { now, ...window }: DateWindow & { now: Date },
): Promise<{ sessions: Session[]; dates: Occurrence[] }> {
  const [sessions, events, terms] = await Promise.all([
    sessionsOf(db, { assetIds: [assetId], coordinatorIds: [] }),
    eventsOf(db, [assetId]),
    allTerms(db),
  ]);
  const ofSessions = sessions.map((session) => ({ session, dates: sessionDates(session, terms, window) }));
  const dates = [
    ...ofSessions.flatMap(({ session, dates }) => dates.map((date) => ({ date, item: presentExpandedDate(date, { session }) }))),
    ...events.flatMap((event) => expandEvent(event, window).map((date) => ({ date, item: presentExpandedDate(date, { event }) }))),
  ].sort((one, other) => one.date.startsAt.getTime() - other.date.startsAt.getTime());
  return {
    sessions: ofSessions.map(({ session, dates }) => presentSession(session, londonDate(now), nextOf(dates, now))),
    dates: dates.map(({ item }) => item),
  };
}

const nextOf = (dates: ExpandedDate[], now: Date) =>
  dates.find(({ status, endsAt }) => status !== 'cancelled' && endsAt > now)?.startsAt ?? null;
