import { loadVisibleAsset } from '../assets/load-visible-asset.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { recordChange } from '../search/record-change.ts';
import { londonDate, londonInstant } from '../time/london-time.ts';
import { holdLastCheck, insertResidentCheck, insertResidentCheckAtMost, setCheckedByResident } from './check-queries.ts';
import { residentCheckCounts } from './freshness-rules.ts';

/** From as many connections; more in a day say nothing new. */
const mostADay = 2;

/**
 * A neighbour says that the details are right. It is noted as such, and moves the asset's freshness only where it says more than what
 * stands, and where the asset is not in use by something long. Nothing is kept of who said it. Throws not-found for what may not be seen.
 */
export async function sayStillRight(deps: Pick<Deps, 'db' | 'clock'>, slug: string): Promise<void> {
  const now = deps.clock.now();
  const { row } = await loadVisibleAsset(deps, slug);
  const dayBegan = londonInstant(londonDate(now), '00:00');
  try {
    await deps.db.transaction((tx) => countCheck(tx, row.id, { now, dayBegan }));
  } catch (error) {
    if (!isLockedOut(error)) throw error;
    await insertResidentCheckAtMost(deps.db, row.id, { now, dayBegan, most: mostADay });
  }
}

async function countCheck(tx: Queryable, assetId: string, { now, dayBegan }: { now: Date; dayBegan: Date }): Promise<void> {
  const last = await holdLastCheck(tx, assetId, dayBegan);
  if (!last || last.checks_today >= mostADay) return;
  await insertResidentCheck(tx, assetId, now);
  if (!residentCheckCounts(last, now)) return;
  await setCheckedByResident(tx, assetId, now);
  await recordChange(tx, now, { assetIds: [assetId] });
}

/** Whoever holds the asset, such as the nightly refresh, takes longer than a reader should wait. */
const isLockedOut = (error: unknown) => error instanceof Error && 'code' in error && error.code === '55P03';
