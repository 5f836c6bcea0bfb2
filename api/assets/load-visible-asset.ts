import { isSlug } from '../contract/slug.ts';
import type { Freshness } from '../contract/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { MovedTo, notFound } from '../errors.ts';
import { londonDate } from '../time/london-time.ts';
import type { AssetRow } from './asset-queries.ts';
import { assetRow, keptInstead } from './asset-queries.ts';
import { judgeAsset } from './judge-asset.ts';

/** One asset by id or slug. Throws moved for what was found to be another one, and not-found, in the same words for what may not be seen as for what never was. */
export async function loadVisibleAsset(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  idOrSlug: string,
): Promise<{ row: AssetRow; freshness: Freshness; checkedOn: string | null }> {
  const now = clock.now();
  const [row] = isSlug(idOrSlug) ? await assetRow(db, idOrSlug, londonDate(now)) : [];
  const judged = row && judgeAsset(row, now);
  const [moved] = row && row.status !== 'published' ? await keptInstead(db, row.id) : [];
  // Where that one may not be seen either, its name is not told.
  const [kept] = moved ? await assetRow(db, moved.slug, londonDate(now)) : [];
  if (kept && judgeAsset(kept, now).visible) throw new MovedTo({ from: idOrSlug, to: kept.slug });
  if (!row || !judged?.visible) throw notFound('This is not here. It may have closed or moved; try a search.');
  return { row, freshness: judged.freshness, checkedOn: judged.checkedOn };
}
