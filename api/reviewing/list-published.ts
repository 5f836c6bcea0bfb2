import { requireRight } from '../accounts/require-right.ts';
import { loadAssetState } from '../assets/load-asset-state.ts';
import { differingParts } from '../contract/asset-parts.ts';
import type { PublishedChange, PublishedList } from '../contract/desk-review.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { loadNames } from '../editing/load-names.ts';
import { openState } from '../editing/open-asset.ts';
import { stateBefore } from '../editing/state-of-revision.ts';
import { putBack } from '../editing/undo-last.ts';
import { type PublishedRow, publishedUnseen, putLookedOver } from './published-queries.ts';
import { whereFor } from './where-for.ts';

type PublishedDeps = Pick<Deps, 'db' | 'clock'>;

const atOnce = 20;
/** What nobody looked at for so long has been seen by everyone else. */
const unseenMs = 60 * 86_400_000;

/** As the history names whoever changes their own by a group's link. */
export const byOwnLink = 'group: own link';

/**
 * What builders and groups published by themselves in this viewer's patch and nobody has looked at yet: what stood before beside what stands.
 * What was taken back meanwhile wants no look.
 */
export async function listPublished(deps: PublishedDeps, viewer: SignedIn): Promise<PublishedList> {
  const since = new Date(deps.clock.now().getTime() - unseenMs);
  const items: PublishedChange[] = [];
  for (let skip = 0, more = true; more && items.length < atOnce; skip += atOnce) {
    const rows = await publishedUnseen(deps.db, whereFor(viewer), { since, groupMark: byOwnLink, skip, limit: atOnce });
    items.push(...(await Promise.all(rows.map((row) => present(deps, row)))).flat());
    more = rows.length === atOnce;
  }
  const states = items.flatMap(({ before, standing }) => (before ? [before.state, standing] : [standing]));
  return { items, names: await loadNames(deps.db, states) };
}

async function present({ db }: PublishedDeps, row: PublishedRow): Promise<PublishedChange[]> {
  const standing = await loadAssetState(db, row.asset_id);
  if (!standing) return [];
  const before = await stateBefore(db, row.asset_id, row.first_id);
  if (before && differingParts(before.state, standing.state).length === 0) return [];
  return [
    {
      asset: { id: row.asset_id, name: row.name, name_cy: row.name_cy },
      by: row.by,
      byGroup: row.by_group,
      at: row.made_at.toISOString(),
      lastRevision: row.last_id,
      // A draft was nothing that anyone saw.
      before: before && before.state.status !== 'draft' ? before : null,
      standing: standing.state,
    },
  ];
}

/** "All well": it was looked at up to there. Throws not-found and not-yours. */
export async function lookOver(
  deps: PublishedDeps,
  viewer: SignedIn,
  { assetId, revisionId }: { assetId: string; revisionId: number },
): Promise<void> {
  const { id, state } = await openState(deps, viewer, assetId);
  await requireRight(deps, viewer, 'suggestion.review', state.area_id);
  await putLookedOver(deps.db, { assetId: id, revisionId, accountId: viewer.accountId, now: deps.clock.now() });
}

/** Makes it what it was before, and counts as having looked. Throws as both do. */
export async function putPublishedBack(
  deps: PublishedDeps,
  viewer: SignedIn,
  { assetId, revisionId, before }: { assetId: string; revisionId: number; before: number },
): Promise<void> {
  await putBack(deps, viewer, assetId, before);
  await lookOver(deps, viewer, { assetId, revisionId });
}
