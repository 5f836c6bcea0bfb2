import { loadVisibleAsset } from '../assets/load-visible-asset.ts';
import type { Deps } from '../deps.ts';
import { recordChange } from '../search/record-change.ts';
import { londonDate, londonInstant } from '../time/london-time.ts';
import { holdLastCheck, insertResidentCheck, setCheckedByResident } from './check-queries.ts';
import { residentCheckCounts } from './freshness-rules.ts';

/** From as many connections; more in a day say nothing new. */
const mostADay = 2;

/**
 * A neighbour says that the details are right. It is noted as such, and moves the asset's freshness only where it says more than what
 * stands. Nothing is kept of who said it. Throws not-found for what may not be seen.
 */
export async function sayStillRight(deps: Pick<Deps, 'db' | 'clock'>, slug: string): Promise<void> {
  const now = deps.clock.now();
  const { row } = await loadVisibleAsset(deps, slug);
  await deps.db.transaction(async (tx) => {
    const last = await holdLastCheck(tx, row.id, londonInstant(londonDate(now), '00:00'));
    if (!last || last.checks_today >= mostADay) return;
    await insertResidentCheck(tx, row.id, now);
    if (!residentCheckCounts(last, now)) return;
    await setCheckedByResident(tx, row.id, now);
    await recordChange(tx, now, { assetIds: [row.id] });
  });
}
