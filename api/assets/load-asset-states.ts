import type { AssetState } from '../contract/asset-state.ts';
import type { Queryable } from '../db/database.ts';
import { assetSnapshots } from './revision-queries.ts';
import { stateOfSnapshot } from './state-of-snapshot.ts';

/** Many assets as they stand now: what `loadAssetState` answers of one. */
export async function loadAssetStates(db: Queryable, ids: string[]): Promise<Map<string, { version: number; state: AssetState }>> {
  const rows = await assetSnapshots(db, ids);
  return new Map(rows.map(({ id, version, snapshot }) => [id, { version, state: stateOfSnapshot(Object(snapshot)) }]));
}
