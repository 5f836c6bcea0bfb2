import type { Queryable } from '../db/database.ts';
import { boundsOf } from '../geo/bounds-of.ts';
import { finderOf } from './area-finder.ts';
import { standingAreas } from './boundary-queries.ts';
import { assetsThatMayMove, type PlacedAssetRow } from './move-queries.ts';
import type { RecutAreaRow } from './recut-queries.ts';

const pageSize = 2_000;
const firstId = '00000000-0000-0000-0000-000000000000';

export interface Move extends PlacedAssetRow {
  to: string | null;
}

/**
 * What goes from one area to another when boundaries become these. It moves when the ground that it lies on changes hands and it belonged
 * to whoever had that ground; what somebody put in another area by hand stays there. Without a place of its own it stays, or goes to the heir of an area that ends.
 */
export async function findMoves(db: Queryable, planned: RecutAreaRow[]): Promise<Move[]> {
  const before = (await standingAreas(db)).map(({ id, slug, ground }) => toBoundary(id, slug, ground));
  const changed = new Map(planned.map((area) => [area.area_id, area]));
  const after = [
    ...before.flatMap((area) => {
      const { ground } = changed.get(area.id) ?? { ground: area.geometry.coordinates };
      return ground ? [toBoundary(area.id, area.slug, ground)] : [];
    }),
    ...planned.flatMap(({ area_id, ground }) =>
      ground && !before.some(({ id }) => id === area_id) ? [toBoundary(area_id, area_id, ground)] : [],
    ),
  ];
  const areaBefore = finderOf(before);
  const areaAfter = finderOf(after);
  const endOf = (area: string | null) => (area === null ? undefined : changed.get(area))?.ground === null;
  const moves: Move[] = [];
  for await (const asset of assetsAround(db, planned)) {
    const { area_id, lat, lng } = asset;
    if (lat === null || lng === null) {
      if (endOf(area_id)) moves.push({ ...asset, to: changed.get(area_id ?? '')?.heir_id ?? null });
      continue;
    }
    const [was, becomes] = [areaBefore.areaAt({ lat, lng })?.id ?? null, areaAfter.areaAt({ lat, lng })?.id ?? null];
    if (endOf(area_id) || (was === area_id && becomes !== was)) moves.push({ ...asset, to: becomes });
  }
  return moves;
}

async function* assetsAround(db: Queryable, planned: RecutAreaRow[]): AsyncGenerator<PlacedAssetRow> {
  const box = boundsOf(planned.flatMap(({ ground, was }) => [ground ?? [], was?.ground ?? []]));
  const areaIds = planned.map(({ area_id }) => area_id);
  let after = firstId;
  for (;;) {
    const page = await assetsThatMayMove(db, { ...box, areaIds, after, limit: pageSize });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.id;
  }
}

const toBoundary = (id: string, slug: string, coordinates: number[][][][]) => ({
  id,
  slug,
  geometry: { type: 'MultiPolygon' as const, coordinates },
  ...boundsOf(coordinates),
});
