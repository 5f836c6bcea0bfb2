import { createHash } from 'node:crypto';
import { mayDo } from '../accounts/rights-rules.ts';
import { type PhotoFault, PhotoWords } from '../contract/desk-photo.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { openState } from '../editing/open-asset.ts';
import { recordChange } from '../search/record-change.ts';
import { deskPhotoRows, holdPhotos, insertPhoto, insertPhotoChange, onlyDoor } from './desk-photo-queries.ts';
import { keepFile } from './photo-files.ts';
import { type ReadPhoto, readPhoto } from './read-photo.ts';
import { photoFolder } from './size-photo.ts';

export interface SentPhoto {
  /** Id or slug. */
  assetId: string;
  /** The file as it came; of its name and type nothing is believed. */
  bytes: Uint8Array;
  alt: string;
  alt_cy?: string | null;
  ofDoor?: boolean;
}

/** `waits`: a coordinator looks at it first. */
export type SavedPhoto = { id: string; waits: boolean } | { wrong: PhotoFault };

export const mostPhotos = 12;

/**
 * Adds a photo to an asset, for who may write on it. Any form may call it: `const saved = await data.desk.savePhoto(viewer, { assetId, bytes, alt })`
 * from a page, with a file of `request.files`; where `'wrong' in saved`, say `photos.wrong.<wrong>` at its box. The same bytes sent twice are
 * one photo, so that a form may be sent again when no answer came. Throws not-found and not-yours.
 */
export async function savePhoto(
  deps: Pick<Deps, 'db' | 'clock'> & { dataDir: string },
  viewer: SignedIn,
  { assetId, bytes, alt, alt_cy = null, ofDoor = false }: SentPhoto,
): Promise<SavedPhoto> {
  const { id, state } = await openState(deps, viewer, assetId);
  const words = readWords({ alt, alt_cy });
  if ('wrong' in words) return words;
  const photo = await readPhoto(bytes);
  if ('wrong' in photo) return photo;
  const file = await keepFile(photoFolder(deps.dataDir), photo.bytes);
  const waits = !mayDo(viewer, 'asset.publish', state.area_id);
  return keepRow(deps, viewer, { ...photo, ...words, id: idOf(id, bytes), assetId: id, file, ofDoor, waits });
}

/** What was typed, as it is kept; what is wrong with it else. */
export function readWords(typed: { alt: string; alt_cy: string | null }): PhotoWords | { wrong: PhotoFault } {
  const read = PhotoWords.safeParse(typed);
  if (read.success) return read.data;
  return { wrong: read.error.issues.some(({ code }) => code === 'too_big') ? 'long-words' : 'no-words' };
}

async function keepRow(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { accountId }: SignedIn,
  photo: ReadPhoto & PhotoWords & { id: string; assetId: string; file: string; ofDoor: boolean; waits: boolean },
): Promise<SavedPhoto> {
  const { id, assetId, ofDoor, waits, alt, alt_cy } = photo;
  const now = clock.now();
  return db.transaction(async (tx) => {
    await holdPhotos(tx, assetId);
    const there = await deskPhotoRows(tx, assetId, now);
    const same = there.find((each) => each.id === id);
    if (same) return { id, waits: same.waits };
    if (there.length >= mostPhotos) return { wrong: 'enough' };
    await insertPhoto(tx, { ...photo, addedBy: accountId, now });
    if (ofDoor && !waits) await onlyDoor(tx, assetId, id);
    await insertPhotoChange(tx, { assetId, photoId: id, accountId, now, what: 'added', words: { alt, alt_cy }, before: null });
    await recordChange(tx, now, { assetIds: [assetId] });
    return { id, waits };
  });
}

function idOf(assetId: string, bytes: Uint8Array): string {
  const hash = createHash('sha256').update(assetId).update(bytes).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}
