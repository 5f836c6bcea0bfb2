import { expandSession } from '../sessions/expand-session.ts';
import type { SessionRow, TermRow } from '../sessions/session-rows.ts';
import { londonDate } from '../time/london-time.ts';
import type { SampleHoliday } from './sample-format.ts';
import type { ExceptionInsert } from './sample-queries.ts';

/** On a holiday everything rests but what people do then: the coming ones, as cancelled dates of a session about these topics. */
export function holidayExceptions(
  session: SessionRow,
  topics: string[],
  { holidays, terms, now }: { holidays: SampleHoliday[]; terms: TermRow[]; now: Date },
): ExceptionInsert[] {
  const today = londonDate(now);
  return holidays
    .filter(({ open_topics: open }) => !open.some((topic) => topics.includes(topic)))
    .flatMap(({ on, note }) => {
      const [year = ''] = today.split('-');
      const thisYear = `${year}-${on}`;
      const day = thisYear >= today ? thisYear : `${Number(year) + 1}-${on}`;
      if (expandSession(session, terms, { from: day, to: day }).length === 0) return [];
      return [{ key: session.id, on_date: day, change: 'cancelled' as const, to_date: null, to_time: null, note }];
    });
}
