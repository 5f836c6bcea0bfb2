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

/** What waits for a coordinator and what was taken away is nobody's to see. The door of a home, or of someone with a gift, would show where they live: it is left out, as their point is. */
const shown = `
  select p.id, p.asset_id, p.file, p.alt, p.alt_cy, p.width, p.height, p.of_door
  from asset_photos p join assets a on a.id = p.asset_id
  where not p.waits and p.removed_at is null and (not p.of_door or (a.point_privacy = 'public' and a.kind <> 'people'))`;

export const photoRows = (db: Queryable, assetId: string) =>
  db.query<PhotoRow>('asset-photos', `${shown} and p.asset_id = $1::uuid order by p.of_door desc, p.position, p.id`, [assetId]);

export async function photoRow(db: Queryable, id: string): Promise<PhotoRow | undefined> {
  const [row] = await db.query<PhotoRow>('asset-photo', `${shown} and p.id = $1::uuid`, [id]);
  return row;
}

/** Of all that the public may see: assets that stand in the index. */
export async function shownPhotoIds(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'shown-photos',
    `select id from (${shown}) photo where exists (select 1 from asset_search s where s.id = 'asset-' || photo.asset_id)`,
  );
  return rows.map(({ id }) => id);
}
