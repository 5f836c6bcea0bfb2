import type { Queryable } from '../db/database.ts';

export interface PhotoRow {
  id: string;
  asset_id: string;
  file: string;
  alt: string;
  alt_cy: string | null;
  width: number;
  height: number;
  of_door: boolean;
}

const columns = 'id, asset_id, file, alt, alt_cy, width, height, of_door';

export const photoRows = (db: Queryable, assetId: string) =>
  db.query<PhotoRow>('asset-photos', `select ${columns} from asset_photos where asset_id = $1::uuid order by of_door desc, position, id`, [
    assetId,
  ]);

export async function photoRow(db: Queryable, id: string): Promise<PhotoRow | undefined> {
  const [row] = await db.query<PhotoRow>('asset-photo', `select ${columns} from asset_photos where id = $1::uuid`, [id]);
  return row;
}
