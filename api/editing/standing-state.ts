import type { PatchState } from '../contract/desk-asset.ts';
import type { Deps } from '../deps.ts';
import { gone } from './open-asset.ts';
import { standingRow } from './patch-queries.ts';
import { patchStateOf } from './patch-state-rules.ts';

/** How an asset stands on the desk. Throws not-found. */
export async function standingState({ db, clock }: Pick<Deps, 'db' | 'clock'>, id: string): Promise<PatchState> {
  const row = await standingRow(db, id);
  if (!row) throw gone();
  return patchStateOf(row, clock.now());
}
