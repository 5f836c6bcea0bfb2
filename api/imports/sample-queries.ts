import type { Queryable } from '../db/database.ts';
import type { SessionFields } from '../sessions/session-rows.ts';

/** Statements that only the sample needs; what it shares with imports is in `listing-queries.ts` and `area-write-queries.ts`. */
export interface SessionInsert extends SessionFields {
  /** `asset:<slug>` or `coordinator:<slug>` and the session's place in its list: the id is made from it and stays from run to run. */
  key: string;
  position: number;
}

export interface ExceptionInsert {
  key: string;
  on_date: string;
  change: string;
  to_date: string | null;
  to_time: string | null;
  note: string | null;
}

export const saveCoordinators = (tx: Queryable, rows: object[], now: Date) =>
  tx.query<{ id: string; slug: string }>(
    'save-sample-coordinators',
    `insert into coordinators (slug, name, first_name, phone, email, about, about_cy, languages, portrait, created_at, updated_at)
     select r.slug, r.name, r.first_name, r.phone, r.email, r.about, r.about_cy, r.languages, r.portrait, $2::timestamptz, $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as r(slug text, name text, first_name text, phone text, email text, about text, about_cy text, languages text[], portrait text)
     on conflict (slug) do update
     set name = excluded.name, first_name = excluded.first_name, phone = excluded.phone, email = excluded.email, about = excluded.about,
       about_cy = excluded.about_cy, languages = excluded.languages, portrait = excluded.portrait, updated_at = excluded.updated_at
     returning id, slug`,
    [JSON.stringify(rows), now],
  );

/** Coordinators have no source of their own: the sample's are those whose every area is the sample's. */
export const sampleCoordinators = (tx: Queryable) =>
  tx.query<{ id: string; slug: string }>(
    'sample-coordinators',
    `select c.id, c.slug from coordinators c
     where exists (select 1 from area_coordinators l join areas a on a.id = l.area_id where l.coordinator_id = c.id and a.source = 'sample')
       and not exists (select 1 from area_coordinators l join areas a on a.id = l.area_id where l.coordinator_id = c.id and a.source is distinct from 'sample')`,
    [],
  );

export const removeCoordinators = (tx: Queryable, ids: string[]) =>
  tx.query('remove-coordinators', 'delete from coordinators where id = any ($1::uuid[])', [ids]);

export const clearCover = (tx: Queryable, coordinatorIds: string[]) =>
  tx.query('clear-sample-cover', 'delete from area_coordinators where coordinator_id = any ($1::uuid[])', [coordinatorIds]);

export const insertCover = (tx: Queryable, rows: object[]) =>
  tx.query(
    'insert-sample-cover',
    `insert into area_coordinators (area_id, coordinator_id, role, starts_on, ends_on, note)
     select r.area_id, r.coordinator_id, r.role, r.starts_on, r.ends_on, r.note
     from jsonb_to_recordset($1::jsonb) as r(area_id uuid, coordinator_id uuid, role text, starts_on date, ends_on date, note text)`,
    [JSON.stringify(rows)],
  );

export const idsOfSource = (tx: Queryable, source: string) =>
  tx.query<{ type: 'venue' | 'asset' | 'signpost'; id: string; source_id: string }>(
    'ids-of-source',
    `select 'venue' as type, id, source_id from venues where source = $1::text
     union all select 'asset', id, source_id from assets where source = $1::text
     union all select 'signpost', id, source_id from signposts where source = $1::text`,
    [source],
  );

export const clearSessions = (tx: Queryable, assetIds: string[], coordinatorIds: string[]) =>
  tx.query('clear-sample-sessions', 'delete from sessions where asset_id = any ($1::uuid[]) or coordinator_id = any ($2::uuid[])', [
    assetIds,
    coordinatorIds,
  ]);

export const insertSessions = (tx: Queryable, rows: SessionInsert[]) =>
  tx.query(
    'insert-sample-sessions',
    `insert into sessions (id, asset_id, coordinator_id, venue_id, title, title_cy, rule, starts_on, ends_on, start_time, minutes, term_time,
       paused_from, paused_until, pause_note, by_appointment, usually, note, position)
     select md5('sample:' || r.key)::uuid, r.asset_id, r.coordinator_id, r.venue_id, r.title, r.title_cy, r.rule, r.starts_on, r.ends_on, r.start_time,
       r.minutes, r.term_time, r.paused_from, r.paused_until, r.pause_note, r.by_appointment, r.usually, r.note, r.position
     from jsonb_to_recordset($1::jsonb) as r(key text, asset_id uuid, coordinator_id uuid, venue_id uuid, title text, title_cy text, rule text,
       starts_on date, ends_on date, start_time time, minutes integer, term_time boolean, paused_from date, paused_until date, pause_note text,
       by_appointment boolean, usually text, note text, position integer)`,
    [JSON.stringify(rows)],
  );

export const insertExceptions = (tx: Queryable, rows: ExceptionInsert[]) =>
  tx.query(
    'insert-sample-exceptions',
    `insert into session_exceptions (session_id, on_date, change, to_date, to_time, note)
     select md5('sample:' || r.key)::uuid, r.on_date, r.change, r.to_date, r.to_time, r.note
     from jsonb_to_recordset($1::jsonb) as r(key text, on_date date, change text, to_date date, to_time time, note text)`,
    [JSON.stringify(rows)],
  );

export const replaceEvents = async (tx: Queryable, rows: object[], now: Date) => {
  await tx.query(
    'remove-sample-events-gone',
    `delete from events e using assets a
     where a.id = e.asset_id and a.source = 'sample' and e.slug not in (select r.slug from jsonb_to_recordset($1::jsonb) as r(slug text))`,
    [JSON.stringify(rows)],
  );
  await tx.query(
    'save-sample-events',
    `insert into events (slug, asset_id, venue_id, name, name_cy, summary, summary_cy, starts_on, start_time, minutes, cost_type, cost_pence, cost_note, note, created_at, updated_at)
     select r.slug, r.asset_id, r.venue_id, r.name, r.name_cy, r.summary, r.summary_cy, r.starts_on, r.start_time, r.minutes, r.cost_type, r.cost_pence,
       r.cost_note, r.note, $2::timestamptz, $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as r(slug text, asset_id uuid, venue_id uuid, name text, name_cy text, summary text, summary_cy text, starts_on date,
       start_time time, minutes integer, cost_type text, cost_pence integer, cost_note text, note text)
     on conflict (slug) do update
     set asset_id = excluded.asset_id, venue_id = excluded.venue_id, name = excluded.name, name_cy = excluded.name_cy, summary = excluded.summary,
       summary_cy = excluded.summary_cy, starts_on = excluded.starts_on, start_time = excluded.start_time, minutes = excluded.minutes,
       cost_type = excluded.cost_type, cost_pence = excluded.cost_pence, cost_note = excluded.cost_note, note = excluded.note, updated_at = excluded.updated_at`,
    [JSON.stringify(rows), now],
  );
};

/** What only neighbours' gifts have: how to reach the person, who introduced them, and until when they agreed to be shown. */
export const saveGifts = (tx: Queryable, rows: object[]) =>
  tx.query(
    'save-sample-gifts',
    `insert into gifts (asset_id, relay_contact, introduced_by, consented_on, expires_on)
     select r.asset_id, r.relay_contact, r.introduced_by, r.consented_on, r.expires_on
     from jsonb_to_recordset($1::jsonb) as r(asset_id uuid, relay_contact text, introduced_by uuid, consented_on date, expires_on date)
     on conflict (asset_id) do update
     set relay_contact = excluded.relay_contact, introduced_by = excluded.introduced_by, consented_on = excluded.consented_on, expires_on = excluded.expires_on`,
    [JSON.stringify(rows)],
  );

/** The sample's checks begin anew with every load, counted from today. */
export const replaceChecks = async (tx: Queryable, rows: { asset_id: string; checked_at: string; by_kind: string }[]) => {
  await tx.query('clear-sample-checks', `delete from checks c using assets a where a.id = c.asset_id and a.source = 'sample'`, []);
  await tx.query(
    'insert-sample-checks',
    `with made as (
       insert into checks (asset_id, checked_at, by_kind)
       select r.asset_id, r.checked_at, r.by_kind from jsonb_to_recordset($1::jsonb) as r(asset_id uuid, checked_at timestamptz, by_kind text)
       returning asset_id, checked_at, by_kind
     )
     update assets a set last_checked_at = m.checked_at, last_checked_by = m.by_kind from made m where a.id = m.asset_id`,
    [JSON.stringify(rows)],
  );
};
