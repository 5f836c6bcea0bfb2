import type { Queryable } from '../db/database.ts';

interface Mine {
  accountId: string;
  assetId: string;
}

export interface NoteRow {
  id: string;
  text: string;
  by: string | null;
  mine: boolean;
  made_at: Date;
}

/** Newest first. */
export const notesOf = (db: Queryable, { accountId, assetId }: Mine) =>
  db.query<NoteRow>(
    'notes-of-asset',
    `select n.id, n.text, a.name as by, coalesce(n.account_id = $1::uuid, false) as mine, n.made_at
     from asset_notes n left join accounts a on a.id = n.account_id
     where n.asset_id = $2::uuid order by n.made_at desc, n.id limit 50`,
    [accountId, assetId],
  );

export const insertNote = (db: Queryable, { accountId, assetId, text, now }: Mine & { text: string; now: Date }) =>
  db.query(
    'insert-note',
    'insert into asset_notes (asset_id, account_id, made_at, text) values ($1::uuid, $2::uuid, $3::timestamptz, $4::text)',
    [assetId, accountId, now, text],
  );

/** Only one's own. */
export const deleteNote = (db: Queryable, { accountId, assetId, id }: Mine & { id: string }) =>
  db.query('delete-note', 'delete from asset_notes where id = $3::uuid and asset_id = $2::uuid and account_id = $1::uuid', [
    accountId,
    assetId,
    id,
  ]);

export async function isWatched(db: Queryable, { accountId, assetId }: Mine): Promise<boolean> {
  const rows = await db.query('is-watched', 'select 1 from asset_watches where account_id = $1::uuid and asset_id = $2::uuid', [
    accountId,
    assetId,
  ]);
  return rows.length > 0;
}

export const putWatch = (db: Queryable, { accountId, assetId, now }: Mine & { now: Date }) =>
  db.query(
    'put-watch',
    'insert into asset_watches (account_id, asset_id, since) values ($1::uuid, $2::uuid, $3::timestamptz) on conflict do nothing',
    [accountId, assetId, now],
  );

export const deleteWatch = (db: Queryable, { accountId, assetId }: Mine) =>
  db.query('delete-watch', 'delete from asset_watches where account_id = $1::uuid and asset_id = $2::uuid', [accountId, assetId]);

export interface WatchedChangeRow {
  asset_id: string;
  name: string;
  name_cy: string | null;
  area_id: string | null;
  by: string | null;
  made_at: Date;
}

/** The last change of each asset that somebody watches, by others and since they watch it; newest first. */
export const watchedChanges = (db: Queryable, { accountId, mark, since }: { accountId: string; mark: string; since: Date }) =>
  db.query<WatchedChangeRow>(
    'watched-changes',
    `select w.asset_id, a.name, a.name_cy, a.area_id, who.name as by, last.made_at
     from asset_watches w join assets a on a.id = w.asset_id
     cross join lateral (
       select r.made_at, r.made_by from revisions r
       where r.subject_type = 'asset' and r.subject_id = w.asset_id order by r.id desc limit 1
     ) last
     left join accounts who on 'account:' || who.id = last.made_by
     where w.account_id = $1::uuid and last.made_by <> $2::text and last.made_at > greatest(w.since, $3::timestamptz)
     order by last.made_at desc limit 20`,
    [accountId, mark, since],
  );
