import type { Queryable } from '../db/database.ts';
import { editedHere } from './listing-queries.ts';
import type { Visit } from './visit-rules.ts';

export interface VisitRow extends Visit {
  source: string;
  source_id: string;
  visit_id: string;
  /** Where this row says that it happens; left out of the session when it is the asset's own venue. */
  venue_source_id: string | null;
  position: number;
}

/** Which sessions a file has told of; it lives as long as the import's transaction. */
export const createVisitTable = async (tx: Queryable) => {
  await tx.query(
    'create-import-visits',
    'create temporary table if not exists import_visits (id uuid primary key, asset_id uuid not null) on commit drop',
  );
  await tx.query('clear-import-visits', 'truncate import_visits');
};

/** Writes the sessions of assets that people here have not edited; answers the ids of those assets for whom that was a change. */
export const saveVisits = (tx: Queryable, rows: VisitRow[]) =>
  tx.query<{ id: string; visit_ids: string[] }>(
    'save-imported-visits',
    `with given as (
       select a.id as asset_id, md5('import:' || r.source || ':' || r.visit_id)::uuid as id, nullif(v.id, a.venue_id) as venue_id, r.visit_id, r.rule,
         r.starts_on, r.ends_on, r.start_time, r.minutes, r.cancelled, r.position, ${editedHere('asset', 'a')} as edited
       from jsonb_to_recordset($1::jsonb) as r(source text, source_id text, visit_id text, venue_source_id text, rule text, starts_on date,
         ends_on date, start_time time, minutes integer, cancelled date[], position integer)
       join assets a on a.source = r.source and a.source_id = r.source_id
       left join venues v on v.source = r.source and v.source_id = r.venue_source_id
     ), noted as (
       insert into import_visits select id, asset_id from given on conflict do nothing
     ), saved as (
       insert into sessions as s (id, asset_id, venue_id, rule, starts_on, ends_on, start_time, minutes, position)
       select id, asset_id, venue_id, rule, starts_on, ends_on, start_time, minutes, position from given where not edited
       on conflict (id) do update set venue_id = excluded.venue_id, rule = excluded.rule, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
         start_time = excluded.start_time, minutes = excluded.minutes, position = excluded.position
       where (s.venue_id, s.rule, s.starts_on, s.ends_on, s.start_time, s.minutes, s.position) is distinct from
         (excluded.venue_id, excluded.rule, excluded.starts_on, excluded.ends_on, excluded.start_time, excluded.minutes, excluded.position)
       returning s.id
     ), wanted as (
       select g.id, on_date from given g cross join unnest(g.cancelled) as on_date where not g.edited
     ), gone as (
       delete from session_exceptions e using given g
       where e.session_id = g.id and not g.edited and not exists (select 1 from wanted w where w.id = e.session_id and w.on_date = e.on_date)
       returning e.session_id as id
     ), fresh as (
       insert into session_exceptions (session_id, on_date, change) select id, on_date, 'cancelled' from wanted
       on conflict do nothing returning session_id as id
     )
     select g.asset_id as id, array_agg(g.visit_id) as visit_ids from given g
     where g.id in (select id from saved union all select id from gone union all select id from fresh)
     group by g.asset_id`,
    [JSON.stringify(rows)],
  );

/** Takes away what the file no longer tells of the assets it names; answers those for whom that was a change. */
export const removeVisitsGone = (tx: Queryable, source: string) =>
  tx.query<{ id: string }>(
    'remove-imported-visits-gone',
    `with gone as (
       delete from sessions s using assets a
       where a.id = s.asset_id and a.source = $1::text and s.rule is not null and not ${editedHere('asset', 'a')}
         and exists (select 1 from import_visits i where i.asset_id = a.id) and not exists (select 1 from import_visits i where i.id = s.id)
       returning a.id
     )
     select distinct id from gone`,
    [source],
  );
