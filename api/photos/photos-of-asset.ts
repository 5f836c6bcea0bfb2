import type { Photo } from '../contract/photo.ts';
import type { Queryable } from '../db/database.ts';
import { photoRows } from './photo-queries.ts';
import { presentPhoto } from './present-photo.ts';

/** The door first. Whoever calls has seen to it that the asset may be seen. */
export async function photosOfAsset(db: Queryable, assetId: string): Promise<Photo[]> {
  return (await photoRows(db, assetId)).map(presentPhoto);
}
