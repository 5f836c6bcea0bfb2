import type { Queryable } from '../db/database.ts';
import type { PhotoRow } from '../photos/photo-queries.ts';

export interface PhotoInsert extends Omit<PhotoRow, 'id'> {
  position: number;
}

export async function replaceSamplePhotos(tx: Queryable, rows: PhotoInsert[]): Promise<void> {
  await tx.query('clear-sample-photos', `delete from asset_photos p using assets a where a.id = p.asset_id and a.source = 'sample'`);
  await tx.query(
    'insert-sample-photos',
    `insert into asset_photos (asset_id, file, alt, alt_cy, width, height, of_door, position)
     select asset_id, file, alt, alt_cy, width, height, of_door, position from jsonb_to_recordset($1::jsonb)
       as r(asset_id uuid, file text, alt text, alt_cy text, width int, height int, of_door boolean, position int)`,
    [JSON.stringify(rows)],
  );
}
