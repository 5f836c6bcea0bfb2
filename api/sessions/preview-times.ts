import type { TimesPreview } from '../contract/plain-times.ts';
import type { SessionState } from '../contract/session-state.ts';
import type { Deps } from '../deps.ts';
import { addDays, londonDate, londonInstant, londonIso } from '../time/london-time.ts';
import { expandSession } from './expand-session.ts';
import type { EventTimes } from './plain-times/to-times.ts';
import { readPlainTimes } from './read-plain-times.ts';
import { allTerms } from './session-queries.ts';
import type { TermRow } from './session-rows.ts';

const shown = 5;
/** Far enough for the third dates of something that is once a year to be left out, and the first ones in. */
const daysAhead = 400;

/** What we understand of times as somebody writes them, and the first dates they give. */
export async function previewTimes({ db, clock }: Pick<Deps, 'db' | 'clock'>, text: string): Promise<TimesPreview> {
  const now = clock.now();
  const today = londonDate(now);
  const { sessions, events, problems, assumed } = readPlainTimes(text, today);
  const terms = sessions.some(({ term_time }) => term_time) ? await allTerms(db) : [];
  const dates = [...sessions.flatMap((session) => datesOf(session, terms, today)), ...events.flatMap(dateOf)]
    .filter(({ endsAt }) => endsAt > now)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  return {
    sessions: sessions.map(presentRead),
    dates: dates
      .slice(0, shown)
      .map(({ startsAt, endsAt, title }) => ({ starts_at: londonIso(startsAt), ends_at: londonIso(endsAt), title })),
    problems,
    assumed,
  };
}

const notSaved = { asset_id: null, coordinator_id: null, venue_slug: null, venue_name: null, venue_name_cy: null };

function datesOf(session: SessionState, terms: TermRow[], today: string) {
  const row = { ...session, ...notSaved, id: '' };
  return expandSession(row, terms, { from: today, to: addDays(today, daysAhead) })
    .filter(({ status }) => status === 'on')
    .slice(0, shown)
    .map(({ startsAt, endsAt }) => ({ startsAt, endsAt, title: session.title }));
}

function dateOf({ starts_on, start_time, minutes }: EventTimes) {
  const startsAt = londonInstant(starts_on, start_time);
  return [{ startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000), title: null }];
}

const presentRead = (session: SessionState): TimesPreview['sessions'][number] => ({
  title: session.title,
  rule: session.rule,
  from: session.starts_on,
  until: session.ends_on,
  start: session.start_time,
  minutes: session.minutes,
  term_time: session.term_time,
  by_appointment: session.by_appointment,
  usually: session.usually,
  not_on: session.exceptions.map(({ on_date }) => on_date),
});
