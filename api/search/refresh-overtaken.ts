import type { Deps } from '../deps.ts';
import { listAssetsOvertaken } from './document-queries.ts';
import { recordChange } from './record-change.ts';

const batchSize = 500;

/** Makes documents anew whose next date has passed, so that "soonest" and the days they count for stay true through the day. */
export async function refreshOvertaken({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const now = clock.now();
  const assetIds = await listAssetsOvertaken(db, now, batchSize);
  if (assetIds.length > 0) await db.transaction((tx) => recordChange(tx, now, { assetIds }));
  return assetIds.length;
}
