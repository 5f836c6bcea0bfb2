import { refuse } from '../accounts/require-right.ts';
import { mayDo } from '../accounts/rights-rules.ts';
import type { PhotoAct, PhotoChange, PhotoFault, PhotoWords } from '../contract/desk-photo.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { openState } from '../editing/open-asset.ts';
import { notFound } from '../errors.ts';
import { recordChange } from '../search/record-change.ts';
import {
  type DeskPhotoRow,
  deskPhotoRows,
  holdPhotos,
  insertPhotoChange,
  onlyDoor,
  orderPhotos,
  updatePhoto,
} from './desk-photo-queries.ts';
import { movableIds, standingOf } from './list-photos.ts';
import { backForMs, photoActsFor } from './photo-rules.ts';
import { readWords } from './save-photo.ts';

export interface PhotoPress {
  assetId: string;
  photoId: string;
  act: PhotoAct;
  /** For `words`. */
  alt?: string;
  alt_cy?: string | null;
}

/**
 * One press on a photo at the desk; it stands in the asset's history. Answers what is wrong with the words, or null. Throws not-found, also
 * for what was taken away more than half an hour ago, and not-yours.
 */
export async function changePhoto(
  deps: Pick<Deps, 'db' | 'clock'>,
  viewer: SignedIn,
  { photoId, act, ...press }: PhotoPress,
): Promise<PhotoFault | null> {
  const { id: assetId, state } = await openState(deps, viewer, press.assetId);
  const words = act === 'words' ? readWords({ alt: press.alt ?? '', alt_cy: press.alt_cy ?? null }) : null;
  if (words && 'wrong' in words) return words.wrong;
  const mayPublish = mayDo(viewer, 'asset.publish', state.area_id);
  const now = deps.clock.now();
  const done = await deps.db.transaction(async (tx) => {
    await holdPhotos(tx, assetId);
    const photos = await deskPhotoRows(tx, assetId, new Date(now.getTime() - backForMs));
    const photo = photos.find(({ id }) => id === photoId);
    if (!photo) throw notFound('This photo is not here any more. Somebody may have taken it away.');
    const may = photoActsFor(standingOf(photo, { photos, viewer, mayPublish }));
    if (!may.includes(act)) return { refused: may.length === 0 };
    await carryOut(tx, { photos, photo, act, words, now });
    await insertPhotoChange(tx, {
      ...{ assetId, photoId, accountId: viewer.accountId, now, what: tracedAs(act) },
      words: words ?? photo,
      before: words && { alt: photo.alt, alt_cy: photo.alt_cy },
    });
    await recordChange(tx, now, { assetIds: [assetId] });
    return { refused: false };
  });
  // Outside the transaction, so that the attempt stays noted. What was pressed twice has been done.
  if (done.refused) throw await refuse(deps, viewer, 'asset.publish', state.area_id);
  return null;
}

interface Press {
  photos: DeskPhotoRow[];
  photo: DeskPhotoRow;
  act: PhotoAct;
  words: PhotoWords | null;
  now: Date;
}

async function carryOut(tx: Queryable, { photos, photo, act, words, now }: Press): Promise<void> {
  if (act === 'earlier' || act === 'later')
    return orderPhotos(tx, moved(photos, photo.id, act === 'earlier' ? -1 : 1)).then(() => undefined);
  const others = photos.filter(({ id, waits, removed_at }) => id !== photo.id && !waits && removed_at === null);
  const after = { ...photo, ...words };
  if (act === 'shown') after.waits = false;
  if (act === 'door' || act === 'not-door') after.of_door = act === 'door';
  if (act === 'away') after.removed_at = now;
  if (act === 'back') {
    after.removed_at = null;
    // Another may be the door by now.
    after.of_door &&= !others.some(({ of_door }) => of_door);
  }
  await updatePhoto(tx, after);
  if (after.of_door && !after.waits && act !== 'away') await onlyDoor(tx, photo.asset_id, photo.id);
}

/** The ids in their new order: it changes places with the next one that can be moved. */
function moved(photos: DeskPhotoRow[], id: string, by: 1 | -1): string[] {
  const movable = movableIds(photos);
  const other = movable[movable.indexOf(id) + by];
  return photos.map((each) => (each.id === id ? other : each.id === other ? id : each.id)).filter((each) => each !== undefined);
}

const tracedAs = (act: PhotoAct): PhotoChange['what'] => (act === 'earlier' || act === 'later' ? 'moved' : act);
