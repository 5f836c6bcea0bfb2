import { isDeepStrictEqual } from 'node:util';
import { mayDo } from '../accounts/rights-rules.ts';
import { loadAssetState } from '../assets/load-asset-state.ts';
import { saveAsset } from '../assets/save-asset.ts';
import { checksAs } from '../checks/check-at-desk.ts';
import { markChecked } from '../checks/mark-checked.ts';
import type { AssetState } from '../contract/asset-state.ts';
import type { BulkChange, RowOutcome } from '../contract/import-run.ts';
import { rowReason } from '../contract/row-reason.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import { recordChange } from '../search/record-change.ts';
import { londonDate } from '../time/london-time.ts';
import { changeState, rightsFor } from './change-rules.ts';

/** What a check took the place of. */
interface StoodChecked {
  checked_at: string | null;
  checked_by: string | null;
  own_check_at: string;
}

export interface Changed {
  outcome: RowOutcome;
  name: string | null;
  reason: string | null;
  before: AssetState | StoodChecked | null;
  version: number | null;
}

/** Changes one of many in the caller's transaction, where it lies in the viewer's patch as of now. */
export async function changeAsset(
  tx: Queryable,
  now: Date,
  { id, change, viewer }: { id: string; change: BulkChange; viewer: SignedIn },
): Promise<Changed> {
  const standing = await loadAssetState(tx, id);
  if (!standing) return { outcome: 'refused', name: null, reason: rowReason('gone'), before: null, version: null };
  const { state, version } = standing;
  const fate = (outcome: RowOutcome, rest: Partial<Changed> = {}): Changed => ({
    ...{ outcome, name: state.name, reason: null, before: null, version },
    ...rest,
  });
  const isTheirs = (['bulk.change', rightsFor[change.action]] as const).every((right) => mayDo(viewer, right, state.area_id));
  if (!isTheirs) return fate('refused', { reason: rowReason('outside') });
  if (change.action === 'check') return fate('changed', { before: await check(tx, now, { id, viewer }) });
  const changed = changeState(state, change, londonDate(now));
  if (isDeepStrictEqual(changed, state)) return fate('same');
  const saved = await saveAsset(tx, now, { state: changed, by: viewer, of: { id, version } });
  return fate('changed', { before: state, version: saved.version });
}

async function check(tx: Queryable, now: Date, { id, viewer }: { id: string; viewer: SignedIn }): Promise<StoodChecked> {
  const marked = await markChecked(tx, now, { assetId: id, by: checksAs(viewer) });
  await recordChange(tx, now, { assetIds: [id] });
  return {
    checked_at: marked?.stood.at?.toISOString() ?? null,
    checked_by: marked?.stood.by ?? null,
    own_check_at: now.toISOString(),
  };
}
