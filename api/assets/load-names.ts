import type { Deps } from '../deps.ts';
import { type NameRow, nameRows } from './asset-queries.ts';
import { judgeAsset } from './judge-asset.ts';

export type AssetName = Pick<NameRow, 'slug' | 'name' | 'name_cy' | 'kind_label' | 'kind_label_cy' | 'area_name' | 'area_name_cy'>;

/** Asset id → what it is called, for those that the public may see: far less work than a listing. */
export async function loadNames({ db, clock }: Pick<Deps, 'db' | 'clock'>, ids: string[]): Promise<Map<string, AssetName>> {
  if (ids.length === 0) return new Map();
  const now = clock.now();
  const rows = await nameRows(db, ids);
  return new Map(rows.filter((row) => judgeAsset(row, now).visible).map((row) => [row.id, row]));
}
