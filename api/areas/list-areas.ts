import type { Areas } from '../contract/area.ts';
import type { Deps } from '../deps.ts';
import { currentAreas } from './area-queries.ts';
import { presentAreaSummary } from './present-area.ts';

/** Every coordinator's area, by name. */
export async function listAreas({ db }: Pick<Deps, 'db'>): Promise<Areas> {
  return { items: (await currentAreas(db)).map(presentAreaSummary) };
}
