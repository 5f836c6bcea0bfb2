import { requireRight } from '../accounts/require-right.ts';
import { loadAssetState } from '../assets/load-asset-state.ts';
import { isUuid } from '../contract/state-parts.ts';
import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { holdsPrivate } from '../editing/private-rules.ts';
import { notFound } from '../errors.ts';
import { deskPhotoRows } from './desk-photo-queries.ts';
import { backForMs } from './photo-rules.ts';
import type { PhotoSizer } from './size-photo.ts';

const width = 640;

/** A photo for the desk, as WebP: also one that waits, or was taken away just now. That somebody looks was noted when its page was opened. */
export async function openPhoto(
  deps: Pick<Deps, 'db' | 'clock'> & { sizer: PhotoSizer },
  viewer: SignedIn,
  { assetId, photoId }: { assetId: string; photoId: string },
): Promise<Buffer> {
  const asset = isUuid(assetId) ? await loadAssetState(deps.db, assetId) : null;
  if (!asset) throw gone();
  await requireRight(deps, viewer, 'asset.draft', asset.state.area_id);
  if (holdsPrivate(asset.state)) await requireRight(deps, viewer, 'private.read', asset.state.area_id);
  const photos = await deskPhotoRows(deps.db, assetId, new Date(deps.clock.now().getTime() - backForMs));
  const photo = photos.find(({ id }) => id === photoId);
  if (!photo) throw gone();
  return deps.sizer.sized(photo, width);
}

const gone = () => notFound('This photo is not here any more. Somebody may have taken it away.');
