import type { ComingDate } from '../contract/desk-asset.ts';
import type { SessionState } from '../contract/session-state.ts';
import type { Deps } from '../deps.ts';
import { loadTerms } from '../sessions/load-terms.ts';
import { sessionDates } from '../sessions/session-dates.ts';
import { addDays, londonDate, londonIso } from '../time/london-time.ts';

const daysAhead = 400;
const shown = 5;

/** The next dates of sessions that are only being written, soonest first. */
export async function foretellDates(deps: Pick<Deps, 'db' | 'clock'>, sessions: SessionState[]): Promise<ComingDate[]> {
  const now = deps.clock.now();
  const today = londonDate(now);
  const terms = await loadTerms(deps.db);
  return sessions
    .flatMap((session) => sessionDates({ ...session, ...nowhere }, terms, { from: today, to: addDays(today, daysAhead) }))
    .filter(({ endsAt }) => endsAt > now)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
    .slice(0, shown)
    .map(({ startsAt, endsAt, status }) => ({ starts_at: londonIso(startsAt), ends_at: londonIso(endsAt), status }));
}

/** What the database adds, and dates do not depend on. */
const nowhere = { id: '', asset_id: null, coordinator_id: null, venue_slug: null, venue_name: null, venue_name_cy: null };
