import type { Queryable } from '../db/database.ts';
import { allTerms } from './session-queries.ts';
import type { TermRow } from './session-rows.ts';

/** When schools are open: for dates that are worked out before they are saved. */
export const loadTerms = (db: Queryable): Promise<TermRow[]> => allTerms(db);
