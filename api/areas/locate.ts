import type { AreaSummary, Located } from '../contract/area.ts';
import { coordinatorsOfAreas } from '../coordinators/coordinators-of-areas.ts';
import type { Deps } from '../deps.ts';
import { findPlace } from '../places/find-place.ts';
import { unknownPlace } from '../places/unknown-place.ts';
import { loadAreaFinder } from './area-finder.ts';
import { currentAreas } from './area-queries.ts';
import { presentAreaSummary } from './present-area.ts';

/**
 * Where something is, whose area that is, and when their door is open this week. Outside every area the nearest one and its
 * coordinator are named. Throws bad-request when the place means nothing to us.
 */
export async function locate(deps: Pick<Deps, 'db' | 'clock'>, near: string): Promise<Located> {
  const place = await findPlace(deps, near);
  if (!place) throw unknownPlace(near);
  const finder = await loadAreaFinder(deps.db);
  const inside = finder.areaAt(place.point);
  const shown = inside ?? finder.nearest(place.point);
  const areas = new Map((await currentAreas(deps.db)).map((row) => [row.id, presentAreaSummary(row)]));
  const summary = (area: { id: string } | null): AreaSummary | null => (area ? (areas.get(area.id) ?? null) : null);
  const coordinators = shown ? await coordinatorsOfAreas(deps, [shown.id]) : new Map();
  return {
    near: place,
    area: summary(inside),
    nearest: inside ? null : summary(shown),
    coordinators: shown ? (coordinators.get(shown.id) ?? []) : [],
  };
}
