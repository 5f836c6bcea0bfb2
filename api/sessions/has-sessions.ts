import type { Queryable } from '../db/database.ts';
import { countSessions } from './pause-queries.ts';

/** Whether there is anything about an asset that can rest. */
export const hasSessions = async (db: Queryable, assetId: string): Promise<boolean> => (await countSessions(db, assetId)) > 0;
