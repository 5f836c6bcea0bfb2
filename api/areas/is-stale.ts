import type { Queryable } from '../db/database.ts';
import { standingAreas } from './boundary-queries.ts';
import type { RecutAreaRow } from './recut-queries.ts';

/** Whether boundaries are no longer those that a change was worked out from. */
export async function isStale(db: Queryable, planned: RecutAreaRow[]): Promise<boolean> {
  const standing = new Map((await standingAreas(db)).map(({ id, version_id }) => [id, version_id]));
  return planned.some(({ area_id, version_id }) => (standing.get(area_id) ?? null) !== version_id);
}
