import type { StandingAsset } from '../assets/load-asset-state.ts';
import { recordRevisions } from '../assets/record-revisions.ts';
import { stateOfSnapshot } from '../assets/state-of-snapshot.ts';
import { differingParts } from '../contract/asset-parts.ts';
import type { Queryable } from '../db/database.ts';
import { lastRevisions } from './revision-queries.ts';

/**
 * What stands and was never kept so (imports write times after their revision) is kept first, so that it may be put back. Answers the revision
 * that holds it.
 */
export async function keepStanding(tx: Queryable, { id, state }: StandingAsset, now: Date): Promise<number> {
  const [last] = await lastRevisions(tx, id, 1);
  if (last && differingParts(stateOfSnapshot(last.snapshot), state).length === 0) return last.id;
  await recordRevisions(tx, [id], { now, madeBy: 'before' });
  const [kept] = await lastRevisions(tx, id, 1);
  if (!kept) throw new Error('what stands was not kept');
  return kept.id;
}
