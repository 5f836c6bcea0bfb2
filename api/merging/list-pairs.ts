import { mayDo } from '../accounts/rights-rules.ts';
import type { DeskPair } from '../contract/desk-pairs.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { listLookAlikePairs } from '../duplicates/list-look-alike-pairs.ts';
import { pairedRows } from './merge-queries.ts';

const mostShown = 30;

/** Pairs that the viewer may make one, likest first; a steward's are everywhere. */
export async function listPairs(deps: Pick<Deps, 'db'>, viewer: SignedIn): Promise<DeskPair[]> {
  const pairs = await listLookAlikePairs(deps, {
    areaIds: viewer.role === 'steward' ? null : viewer.areas.flatMap(({ id }) => (mayDo(viewer, 'asset.merge', id) ? [id] : [])),
    andNone: mayDo(viewer, 'asset.merge', null),
    limit: mostShown,
  });
  const found = await pairedRows(
    deps.db,
    pairs.flatMap(({ ids }) => ids),
  );
  const rows = new Map(found.map((row) => [row.id, row]));
  return pairs.flatMap(({ ids, likenesses }): DeskPair[] => {
    const [one, other] = ids.map((id) => rows.get(id));
    return one && other ? [{ one, other, likenesses }] : [];
  });
}
