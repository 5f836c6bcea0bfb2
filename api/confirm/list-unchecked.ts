import { mayDo } from '../accounts/rights-rules.ts';
import { countedFrom, freshnessOf } from '../checks/freshness-rules.ts';
import type { Unchecked, UncheckedList } from '../contract/unchecked.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { lapsesAt } from './confirm-stage-rules.ts';
import { type UncheckedRow, uncheckedAssets } from './unchecked-queries.ts';

/** More than anyone clears in a day; the rest moves up. */
const mostShown = 60;

/** What wants a check where this viewer may log one: in their areas; a steward's are all. */
export async function listUnchecked({ db, clock }: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn): Promise<UncheckedList> {
  const now = clock.now();
  const areaIds = viewer.role === 'steward' ? null : viewer.areas.flatMap(({ id }) => (mayDo(viewer, 'check.log', id) ? [id] : []));
  const rows = await uncheckedAssets(db, { now, areaIds, limit: mostShown });
  return { items: rows.map((row) => present(row, viewer, now)), total: rows[0]?.total ?? 0 };
}

function present(row: UncheckedRow, viewer: SignedIn, now: Date): Unchecked {
  const { last_checked_at: at, last_checked_by: by, area_name: name } = row;
  const freshness = freshnessOf(countedFrom(row), row.half_life_days, now);
  const lapses = lapsesAt(row);
  // Someone who offers a gift is reached as they asked, not by ringing them from a list.
  const contact = row.kind === 'people' ? null : { name: row.contact_name, phone: row.contact_phone };
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    name_cy: row.name_cy,
    area: name ? { name, name_cy: row.area_name_cy } : null,
    reason: row.reason,
    checked: at && by ? { on: londonDate(at), by, freshness } : null,
    goesOn: lapses && freshness !== 'lapsed' ? londonDate(lapses) : null,
    asked: row.asked,
    contact: contact?.name || contact?.phone ? contact : null,
    opens: mayDo(viewer, 'asset.draft', row.area_id) && (!row.is_private || mayDo(viewer, 'private.read', row.area_id)),
  };
}
