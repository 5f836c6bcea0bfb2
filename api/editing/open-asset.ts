import { notePrivateRead } from '../accounts/note-private-read.ts';
import { requireRight } from '../accounts/require-right.ts';
import { mayDo } from '../accounts/rights-rules.ts';
import { loadAssetState, type StandingAsset } from '../assets/load-asset-state.ts';
import type { OpenedAsset } from '../contract/desk-asset.ts';
import { isUuid } from '../contract/state-parts.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { listMerged } from '../merging/undo-merge.ts';
import { draftOf, othersWriting, proposedEditOf } from './draft-queries.ts';
import { checkOf } from './list-patch.ts';
import { loadNames } from './load-names.ts';
import { isWatched, notesOf } from './note-queries.ts';
import { idOfSlug, standingRow } from './patch-queries.ts';
import { patchStateOf } from './patch-state-rules.ts';
import { pointOf } from './point-of.ts';
import { holdsPrivate } from './private-rules.ts';
import { findUndo } from './undo-last.ts';

const justNowMs = 15 * 60_000;

/**
 * An asset with everything its keeper writes of it, what this viewer put aside, and what they may do. Throws not-found, and not-yours
 * outside their areas. Reading what is private is noted.
 */
export async function openAsset(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, id: string): Promise<OpenedAsset> {
  const now = deps.clock.now();
  const standing = await openState(deps, viewer, id);
  const { state } = standing;
  const mine = { accountId: viewer.accountId, assetId: standing.id };
  const [row, draft, proposed, undo, watched, notes, alsoWriting, names, merged, point] = await Promise.all([
    standingRow(deps.db, standing.id),
    draftOf(deps.db, viewer.accountId, standing.id),
    proposedEditOf(deps.db, viewer.accountId, standing.id),
    findUndo(deps, viewer, standing.id),
    isWatched(deps.db, mine),
    notesOf(deps.db, mine),
    othersWriting(deps.db, { ...mine, since: new Date(now.getTime() - justNowMs) }),
    loadNames(deps.db, [state]),
    listMerged(deps.db, standing.id),
    pointOf(deps.db, state),
  ]);
  if (!row) throw gone();
  return {
    ...standing,
    shownAs: patchStateOf(row, now),
    checked: checkOf(row),
    names,
    point,
    may: {
      publish: mayDo(viewer, 'asset.publish', state.area_id),
      retire: mayDo(viewer, 'asset.retire', state.area_id),
      readPrivate: mayDo(viewer, 'private.read', state.area_id),
      giveLink: mayDo(viewer, 'link.give', state.area_id) && state.status === 'published' && !holdsPrivate(state),
    },
    draft: draft && { boxes: draft.boxes, ofVersion: draft.of_version, savedAt: draft.saved_at.toISOString() },
    proposed: proposed && { status: proposed.status, answer: proposed.answer, at: proposed.made_at.toISOString() },
    undoable: undo !== null,
    watched,
    notes: notes.map(({ made_at, ...note }) => ({ ...note, at: made_at.toISOString() })),
    merged,
    alsoWriting,
  };
}

/** The state alone, by id or slug, for who may write on it; private parts only for who may read them, and that is noted. */
export async function openState(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, id: string): Promise<StandingAsset> {
  const key = isUuid(id) ? id : await idOfSlug(deps.db, id);
  const standing = key === null ? null : await loadAssetState(deps.db, key);
  if (!standing) throw gone();
  await requireRight(deps, viewer, 'asset.draft', standing.state.area_id);
  if (holdsPrivate(standing.state)) {
    await requireRight(deps, viewer, 'private.read', standing.state.area_id);
    await notePrivateRead(deps, viewer, { what: standing.state.gift ? 'gift' : 'private-place', subject: standing.id });
  }
  return standing;
}

export const gone = () => notFound('This is not here any more. Somebody may have taken it away.');
