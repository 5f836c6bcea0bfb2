import type { AreaGeometry } from '../contract/geo.ts';
import type { AssetKind } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';

/** An area with the version of its boundary that holds today. */
export interface AreaRow {
  id: string;
  slug: string;
  name: string;
  name_cy: string | null;
  summary: string | null;
  summary_cy: string | null;
  population: number | null;
  starts_on: string;
  west: number;
  south: number;
  east: number;
  north: number;
  assets: number;
}

const areaColumns = 'a.id, a.slug, a.name, a.name_cy, a.summary, a.summary_cy, v.population, v.starts_on, v.west, v.south, v.east, v.north';

export const currentAreas = (db: Queryable) =>
  db.query<AreaRow>(
    'current-areas',
    // Counted in one reading of an index: an asset lies in one area.
    `select ${areaColumns}, coalesce(c.assets, 0) as assets
     from areas a join area_versions v on v.area_id = a.id and v.ends_on is null
     left join (select areas, count(*)::int as assets from asset_search where tier = 0 group by areas) c on c.areas = array[a.slug]
     order by a.name`,
  );

export const areaBySlug = (db: Queryable, slug: string) =>
  db.query<AreaRow & { geometry: AreaGeometry }>(
    'area-by-slug',
    `select ${areaColumns}, v.geometry, (select count(*)::int from asset_search s where s.tier = 0 and s.areas @> array[a.slug]) as assets
    from areas a join area_versions v on v.area_id = a.id and v.ends_on is null
    where a.slug = $1::text`,
    [slug],
  );

export const currentBoundaries = (db: Queryable) =>
  db.query<{ id: string; slug: string; geometry: AreaGeometry; west: number; south: number; east: number; north: number }>(
    'current-boundaries',
    `select a.id, a.slug, v.geometry, v.west, v.south, v.east, v.north
    from areas a join area_versions v on v.area_id = a.id and v.ends_on is null
    order by a.slug`,
  );

export const kindsInArea = (db: Queryable, slug: string) =>
  db.query<{ kind: AssetKind; assets: number }>(
    'kinds-in-area',
    `select s.kind, count(*)::int as assets
    from asset_search s join kinds k on k.slug = s.kind
    where s.tier = 0 and s.areas @> array[$1::text]
    group by s.kind, k.position
    order by k.position`,
    [slug],
  );

/** Changes whenever a boundary is added, changed or taken away: counting a few tens of rows costs less than reading their polygons. */
export async function boundariesVersion(db: Queryable): Promise<string> {
  const [row] = await db.query<{ version: string }>(
    'boundaries-version',
    `select count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) || ' ' || coalesce(sum(hashtext(area_id::text || starts_on || coalesce(ends_on::text, ''))), 0)
      as version
    from area_versions`,
  );
  return row?.version ?? '';
}
