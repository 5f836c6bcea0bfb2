import { mayDo } from '../accounts/rights-rules.ts';
import type { Point } from '../contract/geo.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { WalkAsset, WalkList } from '../contract/walk-about.ts';
import type { Deps } from '../deps.ts';
import { metresBetween } from '../geo/metres-between.ts';
import { findPlace } from '../places/find-place.ts';
import { londonDate } from '../time/london-time.ts';
import { type WalkRow, walkRows } from './walk-queries.ts';

/** As far as anyone walks in an afternoon, and light enough to lie on a phone. */
const atOnce = 40;

/** What the viewer may check, nearest first: round a place as typed or as a phone told it, else what was checked longest ago. */
export async function listNear(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, typed: string): Promise<WalkList> {
  const place = typed.trim() ? await findPlace(deps, typed) : null;
  const near = place && { label: place.label, point: place.point };
  const rows = await walkRows(deps.db, {
    areaIds: viewer.role === 'steward' ? null : viewer.areas.flatMap(({ id }) => (mayDo(viewer, 'check.log', id) ? [id] : [])),
    andNone: mayDo(viewer, 'check.log', null),
    near: near?.point ?? null,
    limit: atOnce,
  });
  return { near, items: rows.map((row) => present(row, near?.point ?? null)) };
}

function present(row: WalkRow, near: Point | null): WalkAsset {
  const { id, slug, version, kind, name, name_cy, lat, lng, last_checked_at: checkedAt, last_checked_by: by } = row;
  const at = lat !== null && lng !== null ? { lat, lng } : null;
  return {
    ...{ id, slug, version, kind, name, name_cy, at },
    venue: row.venue_name === null ? null : { name: row.venue_name, name_cy: row.venue_name_cy },
    metres: at && near && Math.round(metresBetween(at, near)),
    checked: checkedAt && by ? { on: londonDate(checkedAt), by } : null,
  };
}
