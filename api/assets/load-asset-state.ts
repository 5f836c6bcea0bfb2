import type { AssetState } from '../contract/asset-state.ts';
import type { Queryable } from '../db/database.ts';
import { loadTimes } from '../sessions/save-times.ts';
import { assetStateRow } from './asset-state-queries.ts';

/** One asset as it is edited, whatever its status, and the version that an edit of it begins from. */
export interface StandingAsset {
  id: string;
  slug: string;
  version: number;
  state: AssetState;
}

/** Private parts included: for those who may edit it. Null when there is none. */
export async function loadAssetState(db: Queryable, id: string): Promise<StandingAsset | null> {
  const row = await assetStateRow(db, id);
  if (!row) return null;
  const { own, topics, gift, ...standing } = row;
  return { ...standing, state: { ...own, topics, ...(await loadTimes(db, id)), gift } };
}
