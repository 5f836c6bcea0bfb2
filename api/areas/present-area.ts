import type { Area, AreaSummary } from '../contract/area.ts';
import type { CoordinatorCard } from '../contract/coordinator.ts';
import type { AreaGeometry } from '../contract/geo.ts';
import type { AreaRow } from './area-queries.ts';

export function presentAreaSummary(row: AreaRow): AreaSummary {
  return {
    slug: row.slug,
    name: row.name,
    name_cy: row.name_cy,
    summary: row.summary,
    summary_cy: row.summary_cy,
    population: row.population,
    centre: { lat: (row.south + row.north) / 2, lng: (row.west + row.east) / 2 },
    bounds: [row.west, row.south, row.east, row.north],
    assets: row.assets,
  };
}

export function presentArea(
  row: AreaRow & { geometry: AreaGeometry },
  with_: Pick<Area, 'kinds'> & { coordinators: CoordinatorCard[] },
): Area {
  return { ...presentAreaSummary(row), geometry: row.geometry, since: row.starts_on, ...with_ };
}
