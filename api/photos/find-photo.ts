import { loadVisibleAsset } from '../assets/load-visible-asset.ts';
import type { PhotoWidth } from '../contract/photo.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { photoRow } from './photo-queries.ts';
import type { PhotoSizer } from './size-photo.ts';

/** A photo as WebP. Throws not-found, also when its asset may not be seen. */
export async function findPhoto(
  deps: Pick<Deps, 'db' | 'clock'> & { sizer: PhotoSizer },
  { id, width }: { id: string; width: PhotoWidth },
): Promise<Buffer> {
  const photo = await photoRow(deps.db, id);
  if (!photo) throw notFound('There is no such photo.');
  await loadVisibleAsset(deps, photo.asset_id);
  return deps.sizer.sized(photo, width);
}
