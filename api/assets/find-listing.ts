import type { OwnListing } from '../contract/asset.ts';
import type { CoordinatorCard } from '../contract/coordinator.ts';
import { coordinatorsOfAreas } from '../coordinators/coordinators-of-areas.ts';
import type { Deps } from '../deps.ts';
import type { AssetRow } from './asset-queries.ts';
import { loadVisibleAsset } from './load-visible-asset.ts';
import { presentListing } from './present-asset.ts';

type FindDeps = Pick<Deps, 'db' | 'clock'>;

/** As much of an asset as its forms say: whose they are, when it was last checked, who reads them. Throws not-found. */
export async function findListing(deps: FindDeps, idOrSlug: string): Promise<OwnListing> {
  const { row, freshness, checkedOn } = await loadVisibleAsset(deps, idOrSlug);
  const { slug, name, name_cy, checked } = presentListing(row, { freshness, checkedOn, next: null, distanceMetres: null });
  return { slug, name, name_cy, checked, coordinator: await coordinatorOf(deps, row) };
}

export async function coordinatorOf(deps: FindDeps, { area_id: areaId }: Pick<AssetRow, 'area_id'>): Promise<CoordinatorCard | null> {
  if (!areaId) return null;
  return (await coordinatorsOfAreas(deps, [areaId])).get(areaId)?.[0] ?? null;
}
