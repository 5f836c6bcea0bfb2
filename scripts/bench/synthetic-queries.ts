import { createHash } from 'node:crypto';
import type { Queryable } from '../../api/db/database.ts';
import type { SyntheticSession } from './synthetic-times.ts';

export interface SyntheticRow {
  slug: string;
  kind: string;
  name: string;
  name_cy: string | null;
  summary: string;
  description: string;
  area: string;
  lat: number;
  lng: number;
  /** Which of the area's halls it meets in; null: at its own point. */
  hall: number | null;
  cost_type: string;
  languages: string[];
  access: string[];
  run_by: string | null;
  days_ago: number;
  topics: string[];
  sessions: SyntheticSession[];
}

/** What the bulk insert below makes of a slug, as the indexes know it. */
export const documentIdOf = (slug: string): string =>
  `asset-${createHash('md5')
    .update(slug)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;

/** The dates are in place: the server must not work them out anew while it is measured. */
export async function insertVocabularies(db: Queryable, { kinds, topics }: { kinds: string[]; topics: string[] }): Promise<void> {
  await db.query(
    'bench-kinds',
    `insert into kinds (slug, label, label_plural, letter, half_life_days) select slug, slug, slug || 's', upper(left(slug, 1)), 365
     from unnest($1::text[]) slug on conflict do nothing`,
    [kinds],
  );
  await db.query(
    'bench-topics',
    `insert into topics (slug, label, wish) select slug, initcap(slug), 'do some ' || slug from unnest($1::text[]) slug on conflict do nothing`,
    [topics],
  );
  await db.query('bench-dates-made', `insert into program_facts (name, value) values ('dates-made-on', to_jsonb(current_date::text))`);
}

export async function insertAreas(db: Queryable, areas: { slug: string; name: string }[]): Promise<void> {
  await db.query(
    'bench-areas',
    `insert into areas (slug, name, name_cy) select slug, name, 'Ardal ' || name from unnest($1::text[], $2::text[]) as row (slug, name)`,
    [areas.map(({ slug }) => slug), areas.map(({ name }) => name)],
  );
}

export async function insertVenues(db: Queryable, halls: { slug: string; name: string; lat: number; lng: number }[]): Promise<void> {
  await db.query(
    'bench-venues',
    `insert into venues (slug, name, lat, lng) select slug, name, lat, lng
     from jsonb_to_recordset($1::jsonb) as row (slug text, name text, lat float8, lng float8)`,
    [JSON.stringify(halls)],
  );
}

/** With their sessions, and the dates of eight weeks. What meets in a hall has no point of its own. */
export async function insertListings(db: Queryable, rows: SyntheticRow[]): Promise<void> {
  await db.query(
    'bench-insert',
    `with row as materialized (
       select md5(r.slug)::uuid as id, a.id as area_id, v.id as venue_id, r.*
       from jsonb_to_recordset($1::jsonb) as r (slug text, name text, name_cy text, kind text, summary text, description text, area text,
         hall int, lat float8, lng float8, cost_type text, languages text[], access text[], run_by text, days_ago int, topics text[], sessions jsonb)
       join areas a on a.slug = r.area
       left join venues v on v.slug = r.area || '-hall-' || r.hall
     ), asset as (
       insert into assets (id, slug, kind, name, name_cy, summary, description, area_id, venue_id, lat, lng, cost_type, languages, access, run_by, last_checked_at, last_checked_by)
       select id, slug, kind, name, name_cy, summary, description, area_id, venue_id, case when venue_id is null then lat end,
         case when venue_id is null then lng end, cost_type, languages, access, run_by, now() - days_ago * interval '1 day', 'group' from row
     ), topic as (
       insert into asset_topics (asset_id, topic) select id, unnest(topics) from row
     ), session as materialized (
       select md5(row.slug || '-' || s.at)::uuid as id, row.id as asset_id, s.*,
         current_date - 84 + ((s.day - extract(isodow from current_date - 84)::int + 7) % 7) as starts_on
       from row, jsonb_to_recordset(row.sessions) as s (at int, day int, part text, starts time, minutes int, rule text, every int, nth int)
     ), inserted as (
       insert into sessions (id, asset_id, rule, starts_on, start_time, minutes, position)
       select id, asset_id, rule, starts_on, starts, minutes, at from session
     )
     insert into occurrences (asset_id, session_id, starts_at, ends_at, local_date, weekday, day_part, status)
     select asset_id, id, (held + starts) at time zone 'Europe/London', (held + starts) at time zone 'Europe/London' + minutes * interval '1 minute',
       held, trim(to_char(held, 'day')), part, 'on'
     from session, lateral (select starts_on + 7 * week as held from generate_series(12, 20) week) as weeks
     where held > current_date and case when nth > 0 then (extract(day from held)::int + 6) / 7 = nth else (held - starts_on) % every = 0 end`,
    [JSON.stringify(rows)],
  );
}
