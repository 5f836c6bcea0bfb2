import type { StandingAsset } from '../assets/load-asset-state.ts';
import { recordRevisions } from '../assets/record-revisions.ts';
import { stateOfSnapshot } from '../assets/state-of-snapshot.ts';
import { differingParts } from '../contract/asset-parts.ts';
import type { Queryable } from '../db/database.ts';
import { lastRevisions } from './revision-queries.ts';

/** What stands and was never kept so (imports write times after their revision) is kept first, so that it may be put back. */
export async function keepStanding(tx: Queryable, { id, state }: StandingAsset, now: Date): Promise<void> {
  const [last] = await lastRevisions(tx, id, 1);
  if (last && differingParts(stateOfSnapshot(last.snapshot), state).length === 0) return;
  await recordRevisions(tx, [id], { now, madeBy: 'before' });
}
