import { mayDo } from '../accounts/rights-rules.ts';
import { markOf } from '../assets/save-asset.ts';
import type { OwnDraft } from '../contract/desk-asset.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { ownDrafts } from './draft-queries.ts';
import { keptMs } from './save-draft.ts';

const mostShown = 8;

/** What the viewer began and did not finish: edits put aside, and new assets that nobody sees yet; the latest first. */
export async function listOwnDrafts({ db, clock }: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn): Promise<OwnDraft[]> {
  const since = new Date(clock.now().getTime() - keptMs);
  const rows = await ownDrafts(db, { accountId: viewer.accountId, mark: markOf(viewer), since, limit: mostShown });
  const mayOpen = (areaId: string | null, isPrivate: boolean) =>
    mayDo(viewer, 'asset.draft', areaId) && (!isPrivate || mayDo(viewer, 'private.read', areaId));
  return rows
    .filter(({ area_id, is_private }) => mayOpen(area_id, is_private))
    .map(({ id, name, name_cy, is_new: isNew, at }) => ({ id, name, name_cy, isNew, at: at.toISOString() }));
}
