import { londonInstant } from '../time/london-time.ts';
import type { DateWindow, ExpandedDate } from './expand-session.ts';
import { expandSession } from './expand-session.ts';
import type { SessionRow, TermRow } from './session-rows.ts';

/** Every date of a session that people should be told of, in order: those of its rule, and the days that a date was moved away from. */
export function sessionDates(session: SessionRow, terms: TermRow[], window: DateWindow): ExpandedDate[] {
  const dates = [...expandSession(session, terms, window), ...daysLeft(session, terms, window)];
  return dates.sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
}

/** Whoever comes on the old day finds the door shut: there the date is as good as cancelled, and says when it is instead. */
function daysLeft(session: SessionRow, terms: TermRow[], window: DateWindow): ExpandedDate[] {
  return session.exceptions.flatMap((exception) => {
    const { on_date: day, change, to_date: newDay, to_time: newTime } = exception;
    const time = newTime ?? session.start_time;
    if (change !== 'moved' || !newDay || !time || newDay === day || day < window.from || day > window.to) return [];
    const leaving: SessionRow = { ...session, exceptions: [{ ...exception, change: 'cancelled' }] };
    return expandSession(leaving, terms, { from: day, to: day }).map((date) => ({ ...date, movedTo: londonInstant(newDay, time) }));
  });
}
