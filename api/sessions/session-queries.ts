import type { Queryable } from '../db/database.ts';
import type { EventRow, SessionRow, TermRow } from './session-rows.ts';

/** Where a private place or a giver of gifts is, nobody is told. */
const sessionVenue = `
    left join assets a on a.id = s.asset_id
    left join venues v on v.id = coalesce(s.venue_id, a.venue_id) and coalesce(a.point_privacy = 'public' and a.kind <> 'people', true)`;
const eventVenue = `
    join assets a on a.id = e.asset_id
    left join venues v on v.id = coalesce(e.venue_id, a.venue_id) and a.point_privacy = 'public' and a.kind <> 'people'`;

/** Holidays, but where people do then what it is about. What its keepers say of a date itself counts before (`expandSession`). */
const restingDays = `
      select '*-' || h.month_day, 'cancelled', null, null, h.note from holidays h
      where not exists (select from asset_topics t where t.asset_id = s.asset_id and t.topic = any(h.open_topics))`;

const sessionColumns = `
  s.id, s.asset_id, s.coordinator_id, s.venue_id, s.title, s.title_cy, s.rule, s.starts_on, s.ends_on, s.start_time, s.minutes, s.term_time,
  s.paused_from, s.paused_until, s.pause_note, s.by_appointment, s.usually, s.note,
  v.slug as venue_slug, v.name as venue_name, v.name_cy as venue_name_cy,
  coalesce((
    select jsonb_agg(jsonb_build_object('on_date', x.on_date, 'change', x.change, 'to_date', x.to_date, 'to_time', x.to_time, 'note', x.note))
    from (
      select on_date::text, change, to_date, to_time, note from session_exceptions where session_id = s.id
      union all ${restingDays}
    ) x
  ), '[]'::jsonb) as exceptions`;

const eventColumns = `
  e.id, e.asset_id, e.name, e.name_cy, e.starts_on, e.start_time, e.minutes, e.cancelled, e.note,
  v.slug as venue_slug, v.name as venue_name, v.name_cy as venue_name_cy`;

/** The sessions of some assets and coordinators, in the order their keepers gave them. A session without a venue is at its asset's. */
export const sessionsOf = (db: Queryable, subjects: { assetIds: string[]; coordinatorIds: string[] }) =>
  db.query<SessionRow>(
    'sessions-of',
    `select ${sessionColumns}
    from sessions s ${sessionVenue}
    where s.asset_id = any($1::uuid[]) or s.coordinator_id = any($2::uuid[])
    order by s.position, s.id`,
    [subjects.assetIds, subjects.coordinatorIds],
  );

export const eventsOf = (db: Queryable, assetIds: string[]) =>
  db.query<EventRow>(
    'events-of',
    `select ${eventColumns}
    from events e ${eventVenue}
    where e.asset_id = any($1::uuid[])
    order by e.starts_on, e.start_time`,
    [assetIds],
  );

export const allTerms = (db: Queryable) => db.query<TermRow>('all-terms', 'select starts_on, ends_on from terms order by starts_on');
