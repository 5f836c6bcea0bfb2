import type { EventState, SessionState } from '../contract/session-state.ts';
import type { Queryable } from '../db/database.ts';

/** Columns of a session that people write, with their types. */
const sessionColumns = {
  venue_id: 'uuid',
  title: 'text',
  title_cy: 'text',
  rule: 'text',
  starts_on: 'date',
  ends_on: 'date',
  start_time: 'time',
  minutes: 'integer',
  term_time: 'boolean',
  paused_from: 'date',
  paused_until: 'date',
  pause_note: 'text',
  by_appointment: 'boolean',
  usually: 'text',
  note: 'text',
};
const eventColumns = {
  venue_id: 'uuid',
  name: 'text',
  name_cy: 'text',
  summary: 'text',
  summary_cy: 'text',
  starts_on: 'date',
  start_time: 'time',
  minutes: 'integer',
  cost_type: 'text',
  cost_pence: 'integer',
  cost_note: 'text',
  cancelled: 'boolean',
  note: 'text',
};

/** Whose sessions: an asset's, or a coordinator's open doors. */
export interface Whose {
  column: 'asset_id' | 'coordinator_id';
  id: string;
}

/** The sessions of one as they are edited, in the order their keepers gave them. */
export const sessionStates = (db: Queryable, { column, id }: Whose) =>
  db.query<SessionState>(
    `session-states-${column}`,
    `select s.id, s.venue_id, s.title, s.title_cy, s.rule, s.starts_on, s.ends_on, to_char(s.start_time, 'HH24:MI') as start_time, s.minutes,
       s.term_time, s.paused_from, s.paused_until, s.pause_note, s.by_appointment, s.usually, s.note,
       coalesce((
         select jsonb_agg(jsonb_build_object('on_date', x.on_date, 'change', x.change, 'to_date', x.to_date,
           'to_time', to_char(x.to_time, 'HH24:MI'), 'note', x.note) order by x.on_date)
         from session_exceptions x where x.session_id = s.id
       ), '[]'::jsonb) as exceptions
     from sessions s where s.${column} = $1::uuid order by s.position, s.id`,
    [id],
  );

export const eventStates = (db: Queryable, assetId: string) =>
  db.query<EventState>(
    'event-states',
    `select e.id, e.venue_id, e.name, e.name_cy, e.summary, e.summary_cy, e.starts_on, to_char(e.start_time, 'HH24:MI') as start_time, e.minutes,
       e.cost_type, e.cost_pence, e.cost_note, e.cancelled, e.note
     from events e where e.asset_id = $1::uuid order by e.starts_on, e.start_time, e.id`,
    [assetId],
  );

/** Takes away those that are not among `ids`. */
export const removeOtherSessions = (tx: Queryable, { column, id }: Whose, ids: string[]) =>
  tx.query(`remove-other-sessions-${column}`, `delete from sessions where ${column} = $1::uuid and id <> all($2::uuid[])`, [id, ids]);

export const removeOtherEvents = (tx: Queryable, assetId: string, ids: string[]) =>
  tx.query('remove-other-events', 'delete from events where asset_id = $1::uuid and id <> all($2::uuid[])', [assetId, ids]);

/** In this order. One that is another's is left alone. */
export const putSessions = (tx: Queryable, { column, id }: Whose, rows: object[]) =>
  tx.query<{ id: string }>(
    `put-sessions-${column}`,
    `insert into sessions as s (id, ${column}, position, ${list(sessionColumns)})
     select r.id, $1::uuid, r.position, ${list(sessionColumns, 'r.')}
     from jsonb_to_recordset($2::jsonb) as r(id uuid, position integer, ${typed(sessionColumns)})
     on conflict (id) do update set position = excluded.position, ${setAll(sessionColumns)} where s.${column} = excluded.${column}
     returning s.id`,
    [id, JSON.stringify(rows)],
  );

export const putEvents = (tx: Queryable, assetId: string, rows: object[], now: Date) =>
  tx.query<{ id: string }>(
    'put-events',
    `insert into events as e (id, asset_id, slug, ${list(eventColumns)}, created_at, updated_at)
     select r.id, $1::uuid, r.slug, ${list(eventColumns, 'r.')}, $3::timestamptz, $3::timestamptz
     from jsonb_to_recordset($2::jsonb) as r(id uuid, slug text, ${typed(eventColumns)})
     on conflict (id) do update set ${setAll(eventColumns)}, updated_at = excluded.updated_at where e.asset_id = excluded.asset_id
     returning e.id`,
    [assetId, JSON.stringify(rows), now],
  );

export const clearExceptions = (tx: Queryable, { column, id }: Whose) =>
  tx.query(
    `clear-exceptions-${column}`,
    `delete from session_exceptions x using sessions s where s.id = x.session_id and s.${column} = $1::uuid`,
    [id],
  );

export const insertExceptions = (tx: Queryable, rows: object[]) =>
  tx.query(
    'insert-exceptions',
    `insert into session_exceptions (session_id, on_date, change, to_date, to_time, note)
     select r.session_id, r.on_date, r.change, r.to_date, r.to_time, r.note
     from jsonb_to_recordset($1::jsonb) as r(session_id uuid, on_date date, change text, to_date date, to_time time, note text)`,
    [JSON.stringify(rows)],
  );

export async function takenEventSlugs(tx: Queryable, slugs: string[]): Promise<Set<string>> {
  const rows = await tx.query<{ slug: string }>('taken-event-slugs', 'select slug from events where slug = any($1::text[])', [slugs]);
  return new Set(rows.map(({ slug }) => slug));
}

const list = (columns: Record<string, string>, of = '') =>
  Object.keys(columns)
    .map((name) => of + name)
    .join(', ');
const typed = (columns: Record<string, string>) =>
  Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
const setAll = (columns: Record<string, string>) =>
  Object.keys(columns)
    .map((name) => `${name} = excluded.${name}`)
    .join(', ');
