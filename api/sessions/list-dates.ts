import type { Occurrence, Session } from '../contract/session.ts';
import type { Queryable } from '../db/database.ts';
import type { DateWindow } from './expand-session.ts';
import { expandEvent } from './expand-session.ts';
import { presentExpandedDate, presentSession } from './present-session.ts';
import { sessionDates } from './session-dates.ts';
import { allTerms, eventsOf, sessionsOf } from './session-queries.ts';

/** The sessions of one asset and all its dates in any window, soonest first, cancelled ones included. `today` is YYYY-MM-DD. */
export async function listDates(
  db: Queryable,
  assetId: string,
  { today, ...window }: DateWindow & { today: string },
): Promise<{ sessions: Session[]; dates: Occurrence[] }> {
  const [sessions, events, terms] = await Promise.all([
    sessionsOf(db, { assetIds: [assetId], coordinatorIds: [] }),
    eventsOf(db, [assetId]),
    allTerms(db),
  ]);
  const dates = [
    ...sessions.flatMap((session) =>
      sessionDates(session, terms, window).map((date) => ({ date, item: presentExpandedDate(date, { session }) })),
    ),
    ...events.flatMap((event) => expandEvent(event, window).map((date) => ({ date, item: presentExpandedDate(date, { event }) }))),
  ].sort((one, other) => one.date.startsAt.getTime() - other.date.startsAt.getTime());
  return { sessions: sessions.map((session) => presentSession(session, today)), dates: dates.map(({ item }) => item) };
}
