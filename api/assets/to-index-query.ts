import type { AssetQuery } from '../contract/asset-query.ts';
import type { Point } from '../contract/geo.ts';
import type { AssetFilters } from '../search/asset-index.ts';
import { windowDays } from '../sessions/materialise-occurrences.ts';
import { addDays } from '../time/london-time.ts';

/** The filters of a request, in the port's terms; pure. `today` is YYYY-MM-DD. */
export function toIndexFilters(query: Omit<AssetQuery, 'sort' | 'page' | 'per_page'>, near: Point | null, today: string): AssetFilters {
  return {
    kinds: query.kind,
    topics: query.topic,
    areas: query.area,
    days: query.day,
    times: query.time,
    dates: datesOf(query, today),
    free: query.cost.includes('free'),
    justTurnUp: query.just_turn_up.includes('yes'),
    bringSomeone: query.bring_someone.includes('yes'),
    access: query.access,
    languages: query.language,
    box: query.bbox ?? null,
    near: near ? { point: near, radiusMetres: query.within ?? null } : null,
  };
}

/** `on` alone is one day; an open end reaches to the edge of the known dates. */
function datesOf({ on, from, to }: Pick<AssetQuery, 'on' | 'from' | 'to'>, today: string): AssetFilters['dates'] {
  if (on) return { from: on, to: on };
  if (!from && !to) return null;
  return { from: from ?? today, to: to ?? addDays(today, windowDays) };
}
