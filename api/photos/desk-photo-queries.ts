import type { PhotoChange, PhotoWords } from '../contract/desk-photo.ts';
import type { Queryable } from '../db/database.ts';
import type { PhotoRow } from './photo-queries.ts';

export interface DeskPhotoRow extends PhotoRow {
  waits: boolean;
  removed_at: Date | null;
  added_by: string | null;
  by: string | null;
}

/** Until the commit nobody else changes the photos of this asset. */
export const holdPhotos = (tx: Queryable, assetId: string) =>
  tx.query('hold-photos', 'select from assets where id = $1::uuid for no key update', [assetId]);

/** All of an asset, in the order of its page; what was taken away since then stands last. */
export const deskPhotoRows = (db: Queryable, assetId: string, since: Date) =>
  db.query<DeskPhotoRow>(
    'desk-photos',
    `select p.id, p.asset_id, p.file, p.alt, p.alt_cy, p.width, p.height, p.of_door, p.waits, p.removed_at, p.added_by, who.name as by
     from asset_photos p left join accounts who on who.id = p.added_by
     where p.asset_id = $1::uuid and (p.removed_at is null or p.removed_at > $2::timestamptz)
     order by p.removed_at is not null, p.of_door and not p.waits desc, p.position, p.id`,
    [assetId, since],
  );

export interface PhotoInsert extends PhotoWords {
  id: string;
  assetId: string;
  file: string;
  width: number;
  height: number;
  ofDoor: boolean;
  waits: boolean;
  addedBy: string;
  now: Date;
}

/** Last of all. What was taken away before stands anew. */
export const insertPhoto = (tx: Queryable, photo: PhotoInsert) =>
  tx.query(
    'insert-photo',
    `insert into asset_photos as old (id, asset_id, file, alt, alt_cy, width, height, of_door, waits, added_by, added_at, position)
     select $1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::integer, $7::integer, $8::boolean, $9::boolean, $10::uuid, $11::timestamptz,
       (select coalesce(max(position), -1) + 1 from asset_photos where asset_id = $2::uuid)
     on conflict (id) do update set file = excluded.file, alt = excluded.alt, alt_cy = excluded.alt_cy, of_door = excluded.of_door,
       waits = excluded.waits, added_by = excluded.added_by, added_at = excluded.added_at, position = excluded.position, removed_at = null
     where old.removed_at is not null`,
    [
      photo.id,
      photo.assetId,
      photo.file,
      photo.alt,
      photo.alt_cy,
      photo.width,
      photo.height,
      photo.ofDoor,
      photo.waits,
      photo.addedBy,
      photo.now,
    ],
  );

/** There is one door to look for. */
export const onlyDoor = (tx: Queryable, assetId: string, id: string) =>
  tx.query(
    'only-door',
    'update asset_photos set of_door = false where asset_id = $1::uuid and id <> $2::uuid and of_door and not waits and removed_at is null',
    [assetId, id],
  );

export const updatePhoto = (tx: Queryable, { id, alt, alt_cy, of_door, waits, removed_at }: DeskPhotoRow) =>
  tx.query(
    'update-photo',
    `update asset_photos set alt = $2::text, alt_cy = $3::text, of_door = $4::boolean, waits = $5::boolean, removed_at = $6::timestamptz
     where id = $1::uuid`,
    [id, alt, alt_cy, of_door, waits, removed_at],
  );

export const orderPhotos = (tx: Queryable, ids: string[]) =>
  tx.query('order-photos', 'update asset_photos set position = array_position($1::uuid[], id) where id = any($1::uuid[])', [ids]);

interface ChangeInsert {
  assetId: string;
  photoId: string;
  accountId: string;
  now: Date;
  what: PhotoChange['what'];
  words: PhotoWords;
  before: PhotoWords | null;
}

export const insertPhotoChange = (tx: Queryable, { assetId, photoId, accountId, now, what, words, before }: ChangeInsert) =>
  tx.query(
    'insert-photo-change',
    `insert into photo_changes (asset_id, photo_id, made_at, made_by, what, alt, alt_cy, alt_before, alt_cy_before)
     values ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid, $5::text, $6::text, $7::text, $8::text, $9::text)`,
    [assetId, photoId, now, accountId, what, words.alt, words.alt_cy, before?.alt ?? null, before?.alt_cy ?? null],
  );

export interface PhotoChangeRow extends PhotoWords {
  id: number;
  made_at: Date;
  by: string | null;
  what: PhotoChange['what'];
  alt_before: string | null;
  alt_cy_before: string | null;
}

/** Newest first. */
export const photoChangeRows = (db: Queryable, assetId: string, limit: number) =>
  db.query<PhotoChangeRow>(
    'photo-changes',
    `select c.id, c.made_at, who.name as by, c.what, c.alt, c.alt_cy, c.alt_before, c.alt_cy_before
     from photo_changes c left join accounts who on who.id = c.made_by
     where c.asset_id = $1::uuid order by c.id desc limit $2::integer`,
    [assetId, limit],
  );

export interface WaitingPhotoRow extends PhotoRow {
  by: string | null;
  added_at: Date;
  name: string;
  name_cy: string | null;
}

/** In these areas (null: all), and in none where `andNone`; what waits longest first. */
export const waitingPhotoRows = (db: Queryable, { areaIds, andNone }: { areaIds: string[] | null; andNone: boolean }, limit: number) =>
  db.query<WaitingPhotoRow>(
    'waiting-photos',
    `select p.id, p.asset_id, p.file, p.alt, p.alt_cy, p.width, p.height, p.of_door, p.added_at, who.name as by, a.name, a.name_cy
     from asset_photos p join assets a on a.id = p.asset_id left join accounts who on who.id = p.added_by
     where p.waits and p.removed_at is null and ($1::uuid[] is null or a.area_id = any($1::uuid[]) or ($2::boolean and a.area_id is null))
     order by p.added_at, p.id limit $3::integer`,
    [areaIds, andNone, limit],
  );

export const forgetPhotos = (db: Queryable, removedBefore: Date) =>
  db.query('forget-photos', 'delete from asset_photos where removed_at <= $1::timestamptz', [removedBefore]);

export async function photoFileNames(db: Queryable): Promise<Set<string>> {
  const rows = await db.query<{ file: string }>('photo-file-names', 'select distinct file from asset_photos');
  return new Set(rows.map(({ file }) => file));
}
