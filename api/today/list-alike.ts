import { mayDo } from '../accounts/rights-rules.ts';
import type { TodayAfter, TodayItem } from '../contract/today.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { listLookAlikePairs } from '../duplicates/list-look-alike-pairs.ts';
import { pairedAssets, putOffOf } from './asset-item-queries.ts';
import { compareItems } from './today-rules.ts';

/** Whoever looks after more areas finds pairs on the page for them: comparing a whole district takes too long for every visit. */
const mostAreas = 4;

/** Pairs of a patch that may be one, the likest first. */
export async function alikeItems(
  { db }: Pick<Deps, 'db'>,
  viewer: SignedIn,
  { now, after, limit }: { now: Date; after: TodayAfter | null; limit: number },
): Promise<{ items: TodayItem[]; total: number }> {
  const areas = viewer.areas.filter(({ id }) => mayDo(viewer, 'asset.merge', id)).slice(0, mostAreas);
  if (areas.length === 0) return { items: [], total: 0 };
  const [putOff, ...found] = await Promise.all([
    putOffOf(db, viewer.accountId, now),
    ...areas.map(async (area) => (await listLookAlikePairs({ db }, area.slug)).map((pair) => ({ ...pair, area }))),
  ]);
  const pairs = new Map(found.flat().map((pair) => [`alike:${pair.ids.join(':')}`, pair]));
  const waiting = [...pairs].flatMap(([key, { ids, score, area }]) =>
    putOff.has(key) ? [] : [{ key, reason: 'alike' as const, weight: Math.round(score * 100), ids, area }],
  );
  const page = waiting
    .filter((item) => after === null || compareItems(item, after) > 0)
    .sort(compareItems)
    .slice(0, limit);
  const named = new Map(
    (
      await pairedAssets(
        db,
        page.flatMap(({ ids }) => ids),
      )
    ).map((row) => [row.id, row]),
  );
  const items = page.map(({ key, reason, weight, ids, area }): TodayItem => {
    const assets = ids.flatMap((id) => named.get(id) ?? []);
    return {
      ...{ key, reason, weight, assets, name: assets[0]?.name ?? '', name_cy: assets[0]?.name_cy ?? null },
      area: { name: area.name, name_cy: area.name_cy },
      ...{ text: null, byGroup: false, on: null, checked: null, contact: null, proposal: null },
    };
  });
  return { items, total: waiting.length };
}
