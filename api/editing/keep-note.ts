import { mayDo } from '../accounts/rights-rules.ts';
import { markOf } from '../assets/save-asset.ts';
import type { WatchedChange } from '../contract/desk-asset.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { deleteNote, deleteWatch, insertNote, putWatch, watchedChanges } from './note-queries.ts';
import { openState } from './open-asset.ts';

type NoteDeps = Pick<Deps, 'db' | 'clock'>;

export const longestNote = 600;
const watchedForMs = 14 * 86_400_000;

/** A word for colleagues about the asset: never public, in no export. */
export async function addNote(deps: NoteDeps, viewer: SignedIn, id: string, text: string): Promise<void> {
  const { id: assetId } = await openState(deps, viewer, id);
  await insertNote(deps.db, { accountId: viewer.accountId, assetId, text: text.slice(0, longestNote), now: deps.clock.now() });
}

export async function removeNote(deps: NoteDeps, viewer: SignedIn, id: string, noteId: string): Promise<void> {
  const { id: assetId } = await openState(deps, viewer, id);
  await deleteNote(deps.db, { accountId: viewer.accountId, assetId, id: noteId });
}

export async function watchAsset(deps: NoteDeps, viewer: SignedIn, id: string, isWatched: boolean): Promise<void> {
  const mine = { accountId: viewer.accountId, assetId: (await openState(deps, viewer, id)).id };
  await (isWatched ? putWatch(deps.db, { ...mine, now: deps.clock.now() }) : deleteWatch(deps.db, mine));
}

/** What others changed of late of what the viewer watches, where they still may see it. */
export async function listWatchedChanges({ db, clock }: NoteDeps, viewer: SignedIn): Promise<WatchedChange[]> {
  const since = new Date(clock.now().getTime() - watchedForMs);
  const rows = await watchedChanges(db, { accountId: viewer.accountId, mark: markOf(viewer), since });
  return rows
    .filter(({ area_id }) => mayDo(viewer, 'asset.draft', area_id))
    .map(({ asset_id: id, name, name_cy, by, made_at }) => ({ id, name, name_cy, by, at: made_at.toISOString() }));
}
