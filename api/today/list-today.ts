import { mayDo } from '../accounts/rights-rules.ts';
import type { TodayAfter, TodayItem, TodayList } from '../contract/today.ts';
import type { DeskAction, SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { fewestLooks } from '../gaps/list-gaps.ts';
import { junkFrom } from '../proposals/junk-rules.ts';
import { alikeItems, endingItems, nowhereItems, uncheckedItems } from './asset-item-queries.ts';
import type { Listed } from './listed.ts';
import { type AnyRow, presentItem } from './present-item.ts';
import { lookedForItems, proposedItems, saidItems } from './said-queries.ts';
import { compareItems } from './today-rules.ts';

/** Cards on a page: more than anyone clears between two cups of tea. */
export const mostShown = 20;

/**
 * What needs somebody in this viewer's patch, what does most harm first: of each sort what they may settle. Every sort answers no more than a
 * page in the order of the whole, so the first of them together are the page.
 */
export async function listToday(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, after: TodayAfter | null = null): Promise<TodayList> {
  const now = deps.clock.now();
  const ask = async (action: DeskAction, list: (asked: Listed) => Promise<AnyRow[]>): Promise<{ items: TodayItem[]; total: number }> => {
    const where = patchOf(viewer, action);
    if (where.areaIds?.length === 0 && !where.noArea) return { items: [], total: 0 };
    const rows = await list({ ...where, accountId: viewer.accountId, now, after, limit: mostShown + 1 });
    return { items: rows.map(presentItem), total: rows[0]?.total ?? 0 };
  };
  const sorts = await Promise.all([
    ask('suggestion.review', (asked) => saidItems(deps.db, asked)),
    ask('check.log', (asked) => uncheckedItems(deps.db, asked)),
    ask('suggestion.review', (asked) => proposedItems(deps.db, asked, junkFrom)),
    ask('asset.merge', (asked) => alikeItems(deps.db, asked)),
    ask('asset.publish', (asked) => endingItems(deps.db, asked)),
    ask('asset.publish', (asked) => nowhereItems(deps.db, asked)),
    ask('insight.read', (asked) => lookedForItems(deps.db, asked, fewestLooks)),
  ]);
  const found = sorts.flatMap(({ items }) => items).sort(compareItems);
  const items = found.slice(0, mostShown);
  return {
    items,
    total: after === null ? sorts.reduce((sum, { total }) => sum + total, 0) : null,
    next: found.length > mostShown ? (items.at(-1) ?? null) : null,
  };
}

/** Where they may do this: a steward everywhere. */
function patchOf(viewer: SignedIn, action: DeskAction): { areaIds: string[] | null; noArea: boolean } {
  const noArea = mayDo(viewer, action, null);
  if (viewer.role === 'steward') return { areaIds: null, noArea };
  return { areaIds: viewer.areas.flatMap(({ id }) => (mayDo(viewer, action, id) ? [id] : [])), noArea };
}
