import type { Deps } from '../deps.ts';
import { type GapRow, readableGaps } from './gap-queries.ts';

/** Fewer looks than this may be one household. */
export const fewestLooks = 5;

/** What people looked for and did not find, newest month first. */
export const listGaps = ({ db }: Pick<Deps, 'db'>): Promise<GapRow[]> => readableGaps(db, fewestLooks);
