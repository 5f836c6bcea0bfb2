import { mayDo } from '../accounts/rights-rules.ts';
import type { PatchPage, PatchQuery } from '../contract/desk-asset.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { type PatchRow, patchRows } from './patch-queries.ts';
import { patchStateOf } from './patch-state-rules.ts';

const atOnce = 40;

/** What lies in the viewer's areas, shown to the public or not, by name. Stewards see all. */
export async function listPatch(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, query: PatchQuery): Promise<PatchPage> {
  const now = deps.clock.now();
  const rows = await patchRows(
    deps.db,
    {
      areaIds: viewer.role === 'steward' ? null : viewer.areas.map(({ id }) => id),
      andNone: mayDo(viewer, 'asset.draft', null),
      areaSlug: query.area,
      words:
        query.words.trim() &&
        `%${query.words
          .trim()
          .replace(/[\\%_]/g, '\\$&')
          .replace(/\s+/g, '%')}%`,
      state: query.state,
      after: query.after,
      limit: atOnce + 1,
    },
    now,
  );
  const items = rows.slice(0, atOnce);
  return {
    items: items.map((row) => present(row, viewer, now)),
    next: rows.length > atOnce ? (items.at(-1)?.id ?? null) : null,
  };
}

const present = (row: PatchRow, viewer: SignedIn, now: Date) => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  name_cy: row.name_cy,
  area: row.area_name === null ? null : { name: row.area_name, name_cy: row.area_name_cy },
  state: patchStateOf(row, now),
  checked: checkOf(row),
  opens: mayDo(viewer, 'asset.draft', row.area_id) && (!row.is_private || mayDo(viewer, 'private.read', row.area_id)),
});

export const checkOf = (row: Pick<PatchRow, 'last_checked_at' | 'last_checked_by'>) =>
  row.last_checked_at && row.last_checked_by ? { on: londonDate(row.last_checked_at), by: row.last_checked_by } : null;
