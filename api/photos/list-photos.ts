import { mayDo } from '../accounts/rights-rules.ts';
import type { DeskPhotos, PhotoChange, WaitingPhoto } from '../contract/desk-photo.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { openState } from '../editing/open-asset.ts';
import { holdsPrivate } from '../editing/private-rules.ts';
import { type DeskPhotoRow, deskPhotoRows, photoChangeRows, waitingPhotoRows } from './desk-photo-queries.ts';
import { backForMs, type PhotoStanding, photoActsFor } from './photo-rules.ts';
import { presentPhoto } from './present-photo.ts';

/** The photos of an asset for who may write on it: what is shown, what waits, and what was taken away just now. Throws as opening it does. */
export async function listPhotos(deps: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, assetId: string): Promise<DeskPhotos> {
  const { id, slug, state } = await openState(deps, viewer, assetId);
  const mayPublish = mayDo(viewer, 'asset.publish', state.area_id);
  const rows = await deskPhotoRows(deps.db, id, new Date(deps.clock.now().getTime() - backForMs));
  return {
    asset: { id, slug, name: state.name, name_cy: state.name_cy },
    isHome: holdsPrivate(state),
    mayPublish,
    photos: rows.map((row) => {
      const standing = standingOf(row, { photos: rows, viewer, mayPublish });
      return { ...presentPhoto(row), waits: row.waits, isAway: standing.isAway, by: row.by, may: photoActsFor(standing) };
    }),
  };
}

interface Around {
  photos: DeskPhotoRow[];
  viewer: SignedIn;
  mayPublish: boolean;
}

/** How whoever is asked stands to a photo among the others of its asset. */
export function standingOf(row: DeskPhotoRow, { photos, viewer, mayPublish }: Around): PhotoStanding {
  const movable = movableIds(photos);
  const at = movable.indexOf(row.id);
  return {
    waits: row.waits,
    isAway: row.removed_at !== null,
    ofDoor: row.of_door,
    isMine: row.added_by === viewer.accountId,
    mayPublish,
    goesEarlier: at > 0,
    goesLater: at >= 0 && at < movable.length - 1,
  };
}

/** Those whose place is chosen, in order: the door stands first by itself. */
export const movableIds = (photos: DeskPhotoRow[]): string[] =>
  photos.filter(({ waits, removed_at, of_door }) => !waits && removed_at === null && !of_door).map(({ id }) => id);

/** What was done with an asset's photos, newest first. Whoever calls has seen to it that its history may be read. */
export async function listPhotoChanges(db: Queryable, assetId: string, limit: number): Promise<PhotoChange[]> {
  const rows = await photoChangeRows(db, assetId, limit);
  return rows.map(({ id, made_at, by, what, alt, alt_cy, alt_before, alt_cy_before }) => ({
    ...{ id, at: made_at.toISOString(), by, what, words: { alt, alt_cy } },
    before: alt_before === null ? null : { alt: alt_before, alt_cy: alt_cy_before },
  }));
}

/** What builders added in these areas and nobody has looked at. Whoever calls has seen to the right. */
export async function listWaitingPhotos(
  db: Queryable,
  where: { areaIds: string[] | null; andNone: boolean },
  limit: number,
): Promise<WaitingPhoto[]> {
  const rows = await waitingPhotoRows(db, where, limit);
  return rows.map(({ by, added_at, asset_id, name, name_cy, ...row }) => ({
    ...presentPhoto({ ...row, asset_id }),
    ...{ by, at: added_at.toISOString(), asset: { id: asset_id, name, name_cy } },
  }));
}
