import type { AreaGeometry } from '../contract/geo.ts';
import type { AreaVersion } from '../contract/recut.ts';
import type { Queryable } from '../db/database.ts';
import type { Ground } from '../geo/ground.ts';

export interface StandingRow {
  id: string;
  version_id: string;
  /** Null: it came from a file. */
  recut_id: string | null;
  slug: string;
  name: string;
  name_cy: string | null;
  ground: Ground;
  population: number | null;
  population_source: string | null;
  population_guessed: boolean;
  starts_on: string;
  assets: number;
}

/** Every area that stands, by slug. */
export const standingAreas = (db: Queryable) =>
  db.query<StandingRow>(
    'standing-areas',
    `select a.id, v.id as version_id, v.recut_id, a.slug, a.name, a.name_cy, v.geometry -> 'coordinates' as ground, v.population, v.population_source,
       v.population_guessed, v.starts_on, (select count(*)::int from assets x where x.area_id = a.id and x.status = 'published') as assets
     from areas a join area_versions v on v.area_id = a.id and v.ends_on is null order by a.slug`,
  );

/** The latest first. */
export const versionsOfArea = (db: Queryable, areaId: string) =>
  db.query<
    Omit<AreaVersion, 'squareMetres' | 'startsOn' | 'endsOn' | 'populationSource'> & {
      starts_on: string;
      ends_on: string | null;
      population_source: string | null;
      ground: Ground;
    }
  >(
    'versions-of-area',
    `select starts_on, ends_on, population, population_source, geometry -> 'coordinates' as ground
     from area_versions where area_id = $1::uuid order by starts_on desc`,
    [areaId],
  );

/** The boundary and people of every area on a day: what counted for an area then counts by these. */
export const boundariesOn = (db: Queryable, day: string) =>
  db.query<{ area_id: string; slug: string; name: string; name_cy: string | null; population: number | null; geometry: AreaGeometry }>(
    'boundaries-on',
    `select a.id as area_id, a.slug, a.name, a.name_cy, v.population, v.geometry
     from areas a join area_versions v on v.area_id = a.id and v.starts_on <= $1::date and (v.ends_on is null or v.ends_on > $1::date)
     order by a.slug`,
    [day],
  );

export const insertArea = (tx: Queryable, row: { id: string; slug: string; name: string; name_cy: string | null; now: Date }) =>
  tx.query(
    'insert-area',
    `insert into areas (id, slug, name, name_cy, created_at, updated_at)
     values ($1::uuid, $2::text, $3::text, $4::text, $5::timestamptz, $5::timestamptz)`,
    [row.id, row.slug, row.name, row.name_cy, row.now],
  );

export const takenSlugs = (db: Queryable, slugs: string[]) =>
  db.query<{ slug: string }>('taken-slugs-of-areas', 'select slug from areas where slug = any ($1::text[])', [slugs]);

/** A boundary that began on that very day never was. */
export async function endBoundary(tx: Queryable, versionId: string, day: string): Promise<void> {
  await tx.query('drop-boundary', 'delete from area_versions where id = $1::uuid and starts_on >= $2::date', [versionId, day]);
  await tx.query('end-boundary', 'update area_versions set ends_on = $2::date where id = $1::uuid and ends_on is null', [versionId, day]);
}

export interface BoundaryRow {
  area_id: string;
  recut_id: string;
  starts_on: string;
  geometry: AreaGeometry;
  west: number;
  south: number;
  east: number;
  north: number;
  population: number | null;
  population_source: string | null;
  population_guessed: boolean;
}

export const insertBoundary = (tx: Queryable, row: BoundaryRow) =>
  tx.query(
    'insert-boundary',
    `insert into area_versions (area_id, recut_id, starts_on, geometry, west, south, east, north, population, population_source, population_guessed)
     select r.area_id, r.recut_id, r.starts_on, r.geometry, r.west, r.south, r.east, r.north, r.population, r.population_source, r.population_guessed
     from jsonb_to_record($1::jsonb) as r(area_id uuid, recut_id uuid, starts_on date, geometry jsonb, west float8, south float8, east float8,
       north float8, population integer, population_source text, population_guessed boolean)`,
    [JSON.stringify(row)],
  );

export const insertAreaRevisions = (tx: Queryable, ids: string[], now: Date, madeBy: string) =>
  tx.query(
    'insert-area-revisions',
    `insert into revisions (subject_type, subject_id, made_at, made_by, snapshot)
     select 'area', a.id, $2::timestamptz, $3::text, to_jsonb(a) || jsonb_build_object('boundary', to_jsonb(v))
     from areas a left join area_versions v on v.area_id = a.id and v.ends_on is null
     where a.id = any ($1::uuid[])`,
    [ids, now, madeBy],
  );
