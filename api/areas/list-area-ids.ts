import type { Deps } from '../deps.ts';
import { currentAreas } from './area-queries.ts';

/** Ids of every area there is. */
export const listAreaIds = async ({ db }: Pick<Deps, 'db'>): Promise<string[]> => (await currentAreas(db)).map(({ id }) => id);
