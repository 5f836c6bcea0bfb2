import type { Area } from '../contract/area.ts';
import { isSlug } from '../contract/slug.ts';
import { coordinatorsOfAreas } from '../coordinators/coordinators-of-areas.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { areaBySlug, kindsInArea } from './area-queries.ts';
import { presentArea } from './present-area.ts';

/** One area with its boundary, its coordinators and what is around by kind. Throws not-found. */
export async function findArea(deps: Pick<Deps, 'db' | 'clock'>, slug: string): Promise<Area> {
  const [row] = isSlug(slug) ? await areaBySlug(deps.db, slug) : [];
  if (!row) throw notFound('There is no area of that name; /areas lists those there are.');
  const [coordinators, kinds] = await Promise.all([coordinatorsOfAreas(deps, [row.id]), kindsInArea(deps.db, slug)]);
  return presentArea(row, { coordinators: coordinators.get(row.id) ?? [], kinds });
}
