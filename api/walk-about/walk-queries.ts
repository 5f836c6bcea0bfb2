import type { Point } from '../contract/geo.ts';
import type { AssetKind, Checker } from '../contract/vocabulary.ts';
import type { WalkAct } from '../contract/walk-about.ts';
import type { Queryable } from '../db/database.ts';
import type { WalkUndo } from './undo-entry.ts';

export interface WalkRow {
  id: string;
  slug: string;
  version: number;
  kind: AssetKind;
  name: string;
  name_cy: string | null;
  venue_name: string | null;
  venue_name_cy: string | null;
  lat: number | null;
  lng: number | null;
  last_checked_at: Date | null;
  last_checked_by: Checker | null;
}

export interface WalkAsked {
  /** Null: everywhere. */
  areaIds: string[] | null;
  /** With what lies in no area. */
  andNone: boolean;
  near: Point | null;
  limit: number;
}

/** What stands open to everyone, and so may lie on a phone: nearest first; without a place what was checked longest ago. */
export const walkRows = (db: Queryable, { areaIds, andNone, near, limit }: WalkAsked) =>
  db.query<WalkRow>(
    near ? 'walk-rows-near' : 'walk-rows',
    `select a.id, a.slug, a.version, a.kind, a.name, a.name_cy, v.name as venue_name, v.name_cy as venue_name_cy,
       coalesce(a.lat, v.lat) as lat, coalesce(a.lng, v.lng) as lng, a.last_checked_at, a.last_checked_by
     from assets a left join venues v on v.id = a.venue_id
     where a.status = 'published' and a.kind <> 'people' and a.point_privacy = 'public'
       and ($1::uuid[] is null or a.area_id = any($1::uuid[]) or ($2::boolean and a.area_id is null))
     order by ${
       near
         ? 'power(coalesce(a.lat, v.lat) - $4::float8, 2) + power((coalesce(a.lng, v.lng) - $5::float8) * cos(radians($4::float8)), 2) nulls last'
         : 'a.last_checked_at nulls first'
     }, a.slug limit $3::int`,
    [areaIds, andNone, limit, ...(near ? [near.lat, near.lng] : [])],
  );

export interface WalkedRow {
  id: string;
  slug: string;
  status: string;
  version: number;
  name: string;
  name_cy: string | null;
  area_id: string | null;
}

/** Held until the commit, so that it stands as it was looked at. */
export async function holdWalked(tx: Queryable, assetId: string): Promise<WalkedRow | undefined> {
  const [row] = await tx.query<WalkedRow>(
    'hold-walked-asset',
    'select id, slug, status, version, name, name_cy, area_id from assets where id = $1::uuid for no key update',
    [assetId],
  );
  return row;
}

export interface EntryRow {
  account_id: string;
  taken_at: Date;
  act: WalkAct | 'new' | null;
  name: string | null;
  name_cy: string | null;
  taken_back: boolean;
  undo: WalkUndo[];
}

/** `hold`: until the commit nobody else takes it back. */
export async function entryRow(db: Queryable, id: string, { hold = false } = {}): Promise<EntryRow | undefined> {
  const [row] = await db.query<EntryRow>(
    hold ? 'hold-walk-entry' : 'walk-entry',
    `select account_id, taken_at, act, name, name_cy, taken_back, undo from walk_entries where id = $1::uuid${hold ? ' for update' : ''}`,
    [id],
  );
  return row;
}

/** False: it was taken before. Whoever sends the same at the same moment waits here. */
export async function insertEntry(tx: Queryable, entry: { id: string; accountId: string; now: Date; act: string }): Promise<boolean> {
  const rows = await tx.query(
    'insert-walk-entry',
    `insert into walk_entries (id, account_id, taken_at, act) values ($1::uuid, $2::uuid, $3::timestamptz, $4::text)
     on conflict (id) do nothing returning 1`,
    [entry.id, entry.accountId, entry.now, entry.act],
  );
  return rows.length > 0;
}

export const setEntryUndo = (tx: Queryable, id: string, done: { name: string; name_cy: string | null; undo: WalkUndo[] }) =>
  tx.query('walk-entry-undo', 'update walk_entries set name = $2::text, name_cy = $3::text, undo = $4::jsonb where id = $1::uuid', [
    id,
    done.name,
    done.name_cy,
    JSON.stringify(done.undo),
  ]);

export const setEntryTakenBack = (tx: Queryable, id: string) =>
  tx.query('walk-entry-taken-back', `update walk_entries set taken_back = true, undo = '[]' where id = $1::uuid`, [id]);

/** But for the bare id. */
export const blankEntries = (db: Queryable, before: Date) =>
  db.query(
    'blank-walk-entries',
    `update walk_entries set act = null, name = null, name_cy = null, undo = '[]' where taken_at < $1::timestamptz and act is not null`,
    [before],
  );

export const deleteEntries = (db: Queryable, before: Date) =>
  db.query('delete-walk-entries', 'delete from walk_entries where taken_at < $1::timestamptz', [before]);
