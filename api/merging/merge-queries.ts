import type { Queryable } from '../db/database.ts';

export const insertRedirect = (
  tx: Queryable,
  row: {
    mergedId: string;
    keptId: string;
    mergedRevision: number;
    keptRevision: number;
    leftRevision: number;
    now: Date;
    accountId: string;
  },
) =>
  tx.query(
    'insert-asset-redirect',
    `insert into asset_redirects (merged_id, kept_id, first_kept_id, merged_revision, kept_revision, left_revision, merged_at, merged_by)
     values ($1::uuid, $2::uuid, $2::uuid, $3::bigint, $4::bigint, $5::bigint, $6::timestamptz, $7::uuid)`,
    [row.mergedId, row.keptId, row.mergedRevision, row.keptRevision, row.leftRevision, row.now, row.accountId],
  );

/** What was found to be `from` is found at `to` now. */
export const leadOn = (tx: Queryable, { from, to }: { from: string; to: string }) =>
  tx.query('lead-redirects-on', 'update asset_redirects set kept_id = $2::uuid where kept_id = $1::uuid', [from, to]);

/** What went into this asset, however long ago, is found here again. */
export const leadBack = (tx: Queryable, id: string) =>
  tx.query(
    'lead-redirects-back',
    `with recursive under (id) as (
       select $1::uuid union select r.merged_id from asset_redirects r join under u on r.first_kept_id = u.id
     )
     update asset_redirects set kept_id = $1::uuid where first_kept_id in (select id from under)`,
    [id],
  );

export const deleteRedirect = (tx: Queryable, mergedId: string) =>
  tx.query('delete-asset-redirect', 'delete from asset_redirects where merged_id = $1::uuid', [mergedId]);

export interface RedirectRow {
  merged_id: string;
  first_kept_id: string;
  merged_revision: number;
  kept_revision: number;
  left_revision: number;
  merged_at: Date;
}

export async function redirectOf(db: Queryable, mergedId: string): Promise<RedirectRow | null> {
  const [row] = await db.query<RedirectRow>(
    'asset-redirect-of',
    'select merged_id, first_kept_id, merged_revision, kept_revision, left_revision, merged_at from asset_redirects where merged_id = $1::uuid',
    [mergedId],
  );
  return row ?? null;
}

/** What went into an asset, newest first. */
export const mergedInto = (db: Queryable, keptId: string) =>
  db.query<{ id: string; name: string; name_cy: string | null; merged_at: Date }>(
    'merged-into',
    `select a.id, a.name, a.name_cy, r.merged_at from asset_redirects r join assets a on a.id = r.merged_id
     where r.first_kept_id = $1::uuid order by r.merged_at desc limit 20`,
    [keptId],
  );

export interface PairedRow {
  id: string;
  name: string;
  name_cy: string | null;
  area_id: string | null;
}

export const pairedRows = (db: Queryable, ids: string[]) =>
  db.query<PairedRow>('paired-assets', 'select id, name, name_cy, area_id from assets where id = any($1::uuid[])', [ids]);

export async function lastRevisionId(tx: Queryable, id: string): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    'last-revision-id',
    `select max(id) as id from revisions where subject_type = 'asset' and subject_id = $1::uuid`,
    [id],
  );
  return row?.id ?? 0;
}

/** Whether a merge left the asset, or put it away, at this revision. */
export async function isLeftByMerge(db: Queryable, id: string, revision: number): Promise<boolean> {
  const rows = await db.query(
    'is-left-by-merge',
    'select 1 from asset_redirects where merged_id = $1::uuid or (first_kept_id = $1::uuid and left_revision = $2::bigint)',
    [id, revision],
  );
  return rows.length > 0;
}

/** What hangs on an asset and goes along when it is merged: what waits for an answer, and who watches it. */
export async function moveBelongings(tx: Queryable, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.query(
    'move-waiting-suggestions',
    `update suggestions set asset_id = $2::uuid where asset_id = $1::uuid and status = 'waiting'`,
    [from, to],
  );
  await tx.query(
    'copy-watches',
    'insert into asset_watches (account_id, asset_id, since) select account_id, $2::uuid, since from asset_watches where asset_id = $1::uuid on conflict do nothing',
    [from, to],
  );
}
