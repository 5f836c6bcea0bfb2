import { mayDo } from '../accounts/rights-rules.ts';
import { listAreas } from '../areas/list-areas.ts';
import type { DeskPair } from '../contract/desk-pairs.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { listLookAlikePairs } from '../duplicates/list-look-alike-pairs.ts';
import { pairedRows } from './merge-queries.ts';

const mostShown = 30;

/** Pairs in the viewer's areas that may be one, likest first. */
export async function listPairs(deps: Pick<Deps, 'db'>, viewer: SignedIn): Promise<DeskPair[]> {
  const areas = viewer.role === 'steward' ? (await listAreas(deps)).items : viewer.areas;
  const found = await Promise.all(areas.map(({ slug }) => listLookAlikePairs(deps, slug)));
  const pairs = new Map(found.flat().map((pair) => [pair.ids.join(), pair]));
  const likest = [...pairs.values()].sort((one, other) => other.score - one.score).slice(0, 4 * mostShown);
  const rows = new Map(
    (
      await pairedRows(
        deps.db,
        likest.flatMap(({ ids }) => ids),
      )
    ).map((row) => [row.id, row]),
  );
  return likest
    .flatMap(({ ids, likenesses }): DeskPair[] => {
      const [one, other] = ids.map((id) => rows.get(id));
      if (!one || !other || !mayDo(viewer, 'asset.merge', one.area_id) || !mayDo(viewer, 'asset.merge', other.area_id)) return [];
      return [{ one, other, likenesses }];
    })
    .slice(0, mostShown);
}
