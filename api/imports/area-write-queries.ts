import type { AreaGeometry } from '../contract/geo.ts';
import type { Queryable } from '../db/database.ts';

export interface AreaRow {
  source: string;
  source_id: string;
  slug: string;
  name: string;
  name_cy: string | null;
  summary: string | null;
  summary_cy: string | null;
}

export interface BoundaryRow {
  area_id: string;
  geometry: AreaGeometry;
  west: number;
  south: number;
  east: number;
  north: number;
  /** Null keeps the figure that stands. */
  population: number | null;
  population_source: string | null;
}

export const upsertAreas = (tx: Queryable, rows: AreaRow[], now: Date) =>
  tx.query<{ id: string; source_id: string; added: boolean }>(
    'upsert-areas',
    `insert into areas as t (source, source_id, slug, name, name_cy, summary, summary_cy, created_at, updated_at)
     select r.source, r.source_id, r.slug, r.name, r.name_cy, r.summary, r.summary_cy, $2::timestamptz, $2::timestamptz
     from jsonb_to_recordset($1::jsonb) as r(source text, source_id text, slug text, name text, name_cy text, summary text, summary_cy text)
     on conflict (source, source_id) do update
     set name = excluded.name, name_cy = excluded.name_cy, summary = excluded.summary, summary_cy = excluded.summary_cy, updated_at = excluded.updated_at
     where (t.name, t.name_cy, t.summary, t.summary_cy) is distinct from (excluded.name, excluded.name_cy, excluded.summary, excluded.summary_cy)
     returning t.id, t.source_id, t.xmax = 0 as added`,
    [JSON.stringify(rows), now],
  );

export const areaIdsOfSource = (tx: Queryable, source: string) =>
  tx.query<{ id: string; source_id: string; slug: string }>(
    'area-ids-of-source',
    'select id, source_id, slug from areas where source = $1::text',
    [source],
  );

export const takenAreaSlugs = (tx: Queryable, slugs: string[]) =>
  tx.query<{ slug: string }>('taken-area-slugs', 'select slug from areas where slug = any ($1::text[])', [slugs]);

/**
 * Ends the standing boundary of areas whose shape or population is now another. A boundary that began today is corrected instead; one that
 * was drawn at the desk stays, and so does an area that ended there.
 */
export const endChangedBoundaries = (tx: Queryable, rows: BoundaryRow[], today: string) =>
  tx.query<{ area_id: string }>(
    'end-changed-boundaries',
    `update area_versions v set ends_on = $2::date
     from jsonb_to_recordset($1::jsonb) as r(area_id uuid, geometry jsonb, population integer)
     where v.area_id = r.area_id and v.ends_on is null and v.starts_on < $2::date and v.recut_id is null
       and (v.geometry <> r.geometry or v.population is distinct from coalesce(r.population, v.population))
     returning v.area_id`,
    [JSON.stringify(rows), today],
  );

/** Starts a boundary today for areas that have none that stands, or corrects the one that began today; answers which were written. */
export const writeBoundaries = (tx: Queryable, rows: BoundaryRow[], today: string) =>
  tx.query<{ area_id: string }>(
    'write-boundaries',
    `insert into area_versions as v (area_id, starts_on, geometry, west, south, east, north, population, population_source)
     select r.area_id, $2::date, r.geometry, r.west, r.south, r.east, r.north,
       coalesce(r.population, last.population), case when r.population is null then last.population_source else r.population_source end
     from jsonb_to_recordset($1::jsonb) as r(area_id uuid, geometry jsonb, west float8, south float8, east float8, north float8, population integer, population_source text)
     left join lateral (
       select population, population_source from area_versions p where p.area_id = r.area_id order by starts_on desc limit 1
     ) last on true
     where not exists (select 1 from area_versions s where s.area_id = r.area_id and s.ends_on is null and (s.starts_on < $2::date or s.recut_id is not null))
       and not exists (
         select 1 from recut_areas x join recuts c on c.id = x.recut_id and c.state = 'done'
         where x.area_id = r.area_id and x.geometry is null
           and not exists (select 1 from area_versions s where s.area_id = r.area_id and s.ends_on is null))
     on conflict (area_id, starts_on) do update
     set geometry = excluded.geometry, west = excluded.west, south = excluded.south, east = excluded.east, north = excluded.north,
       population = excluded.population, population_source = excluded.population_source
     where (v.geometry, v.population) is distinct from (excluded.geometry, excluded.population)
     returning v.area_id`,
    [JSON.stringify(rows), today],
  );

export const removeAreasGone = (tx: Queryable, source: string, kept: string[]) =>
  tx.query<{ id: string }>(
    'remove-areas-gone',
    'delete from areas where source = $1::text and source_id <> all ($2::text[]) returning id',
    [source, kept],
  );

/**
 * Writes new figures: on the version that has none yet or began today, else on a new one that begins today. An area that was drawn at the
 * desk is no longer what the figures are of. Answers the areas changed.
 */
export const savePopulation = (tx: Queryable, rows: { area_id: string; population: number }[], source: string, today: string) =>
  tx.query<{ area_id: string }>(
    'save-population',
    `with given as (
       select * from jsonb_to_recordset($1::jsonb) as r(area_id uuid, population integer)
     ), corrected as (
       update area_versions v set population = g.population, population_source = $2::text
       from given g
       where v.area_id = g.area_id and v.ends_on is null and v.recut_id is null and (v.starts_on = $3::date or v.population is null)
         and (v.population, v.population_source) is distinct from (g.population, $2::text)
       returning v.area_id
     ), ended as (
       update area_versions v set ends_on = $3::date
       from given g
       where v.area_id = g.area_id and v.ends_on is null and v.recut_id is null and v.starts_on < $3::date and v.population is not null and v.population <> g.population
       returning v.*, g.population as new_population
     ), begun as (
       insert into area_versions (area_id, starts_on, geometry, west, south, east, north, population, population_source)
       select area_id, $3::date, geometry, west, south, east, north, new_population, $2::text from ended
       returning area_id
     )
     select area_id from corrected union select area_id from begun`,
    [JSON.stringify(rows), source, today],
  );
