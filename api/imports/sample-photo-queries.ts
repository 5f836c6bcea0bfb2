import type { Queryable } from '../db/database.ts';
import type { PhotoRow } from '../photos/photo-queries.ts';

export interface PhotoInsert extends Omit<PhotoRow, 'id'> {
  position: number;
}

/** An id is made of asset and file: a photo that is there again is the same photo. What somebody changed at the desk is left alone. */
export async function replaceSamplePhotos(tx: Queryable, rows: PhotoInsert[]): Promise<void> {
  await tx.query(
    'clear-sample-photos',
    `delete from asset_photos p using assets a
     where a.id = p.asset_id and a.source = 'sample' and not exists (select from photo_changes c where c.photo_id = p.id)`,
  );
  await tx.query(
    'insert-sample-photos',
    `insert into asset_photos (id, asset_id, file, alt, alt_cy, width, height, of_door, position)
     select md5(asset_id || ' ' || file)::uuid, asset_id, file, alt, alt_cy, width, height, of_door, position from jsonb_to_recordset($1::jsonb)
       as r(asset_id uuid, file text, alt text, alt_cy text, width int, height int, of_door boolean, position int)
     where not exists (select from photo_changes c where c.photo_id = md5(asset_id || ' ' || file)::uuid)`,
    [JSON.stringify(rows)],
  );
}
