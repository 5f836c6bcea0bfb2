import type { AssetState } from '../contract/asset-state.ts';
import type { LikeAnswer, RowOutcome, RowsAsked, RowUndone } from '../contract/import-run.ts';
import type { Queryable } from '../db/database.ts';

/** One row of a run, as it is written down. */
export interface RowNote {
  position: number;
  line: number;
  outcome: RowOutcome;
  name: string | null;
  reason: string | null;
  asset_id: string | null;
  like_id: string | null;
  like_name: string | null;
  /** The asset as it stood, of one that was changed. */
  before: AssetState | null;
  version: number | null;
}

export const clearRows = (db: Queryable, runId: string) =>
  db.query('clear-run-rows', 'delete from import_run_rows where run_id = $1::uuid', [runId]);

export const insertRows = (db: Queryable, runId: string, rows: RowNote[]) =>
  db.query(
    'insert-run-rows',
    `insert into import_run_rows (run_id, position, line, outcome, name, reason, asset_id, like_id, like_name, before, version)
     select $1::uuid, r.position, r.line, r.outcome, r.name, r.reason, r.asset_id, r.like_id, r.like_name, r.before, r.version
     from jsonb_to_recordset($2::jsonb) as r(position integer, line integer, outcome text, name text, reason text, asset_id uuid, like_id uuid,
       like_name text, before jsonb, version integer)`,
    [runId, JSON.stringify(rows)],
  );

/** Of what was made and looks like something known by its name alone: the nearest of that name, this list's own among them. */
export const findLikesByName = (db: Queryable, runId: string) =>
  db.query(
    'find-likes-by-name',
    `update import_run_rows t set like_id = found.id
     from (
       select distinct on (r.position) r.position, o.id from import_run_rows r
       join assets a on a.id = r.asset_id join assets o on o.name = r.like_name and o.id <> a.id
       where r.run_id = $1::uuid and r.outcome = 'looks-like' and r.like_id is null
       order by r.position, power(o.lat - a.lat, 2) + power(o.lng - a.lng, 2), o.id
     ) found
     where t.run_id = $1::uuid and t.position = found.position`,
    [runId],
  );

export interface ShownRow extends Omit<RowNote, 'before' | 'version'> {
  area_id: string | null;
  slug: string | null;
  like_area_id: string | null;
  like_slug: string | null;
  answer: LikeAnswer | null;
  undone: RowUndone | null;
}

/** A page of a run's rows in the file's order; nulls ask for all. Short names only of what has a page for everyone. */
export const rowsAfter = (db: Queryable, runId: string, { outcome, undone, after, limit }: RowsAsked & { after: number; limit: number }) =>
  db.query<ShownRow>(
    'run-rows-after',
    `select r.position, r.line, r.outcome, coalesce(r.name, a.name) as name, r.reason, r.undone, sa.slug, a.id as asset_id, a.area_id,
       like_asset.id as like_id, like_asset.area_id as like_area_id, l.slug as like_slug, coalesce(r.like_name, l.name) as like_name,
       case when exists (select from asset_redirects d where (d.merged_id, d.first_kept_id) in ((r.asset_id, r.like_id), (r.like_id, r.asset_id))) then 'one'
         when exists (select from not_same n where n.one = least(r.asset_id, r.like_id) and n.other = greatest(r.asset_id, r.like_id)) then 'two' end as answer
     from import_run_rows r
     left join assets a on a.id = r.asset_id
     left join asset_search s on s.asset_id = r.asset_id left join assets sa on sa.id = s.asset_id
     left join assets like_asset on like_asset.id = r.like_id
     left join asset_search ls on ls.asset_id = r.like_id left join assets l on l.id = ls.asset_id
     where r.run_id = $1::uuid and r.position > $2::integer and ($3::text is null or r.outcome = $3::text) and ($4::text is null or r.undone = $4::text)
     order by r.position limit $5::integer`,
    [runId, after, outcome, undone, limit],
  );

export interface RowToUndo {
  position: number;
  outcome: RowOutcome;
  asset_id: string;
  before: AssetState | BeforeCheck | null;
  version: number;
}

/** What a check took the place of; undoing it brings that back. */
export interface BeforeCheck {
  checked_at: string | null;
  checked_by: string | null;
  /** When the run checked it. */
  own_check_at: string;
}

/** The last written first. */
export const rowsToUndo = (tx: Queryable, runId: string, limit: number) =>
  tx.query<RowToUndo>(
    'run-rows-to-undo',
    `select position, outcome, asset_id, before, version from import_run_rows
     where run_id = $1::uuid and outcome in ('made', 'changed', 'looks-like') and undone is null and asset_id is not null
     order by position desc limit $2::integer`,
    [runId, limit],
  );

export const countToUndo = (db: Queryable, runId: string) =>
  db.query<{ rows: number }>(
    'count-run-rows-to-undo',
    `select count(*)::int as rows from import_run_rows
     where run_id = $1::uuid and outcome in ('made', 'changed', 'looks-like') and undone is null and asset_id is not null`,
    [runId],
  );

export const noteUndone = (tx: Queryable, runId: string, rows: { position: number; undone: RowUndone }[]) =>
  tx.query(
    'note-run-rows-undone',
    `update import_run_rows t set undone = r.undone from jsonb_to_recordset($2::jsonb) as r(position integer, undone text)
     where t.run_id = $1::uuid and t.position = r.position`,
    [runId, JSON.stringify(rows)],
  );

export const insertWaiting = (tx: Queryable, runId: string, assetIds: string[]) =>
  tx.query(
    'insert-waiting-rows',
    `insert into import_run_rows (run_id, position, line, outcome, asset_id)
     select $1::uuid, at, at, 'waiting', id from unnest($2::uuid[]) with ordinality as given(id, at)`,
    [runId, assetIds],
  );

export const waitingRows = (tx: Queryable, runId: string, limit: number) =>
  tx.query<{ position: number; asset_id: string }>(
    'waiting-rows',
    `select position, asset_id from import_run_rows where run_id = $1::uuid and outcome = 'waiting' order by position limit $2::integer`,
    [runId, limit],
  );

export interface SettledRow extends Pick<RowNote, 'position' | 'outcome' | 'name' | 'reason' | 'version'> {
  before: AssetState | BeforeCheck | null;
}

export const settleRows = (tx: Queryable, runId: string, rows: SettledRow[]) =>
  tx.query(
    'settle-rows',
    `update import_run_rows t set outcome = r.outcome, name = r.name, reason = r.reason, before = r.before, version = r.version
     from jsonb_to_recordset($2::jsonb) as r(position integer, outcome text, name text, reason text, before jsonb, version integer)
     where t.run_id = $1::uuid and t.position = r.position`,
    [runId, JSON.stringify(rows)],
  );

/** Of changes to many made before `moment`, and of what was taken back. */
export const forgetBefore = (db: Queryable, moment: Date) =>
  db.query(
    'forget-before',
    `update import_run_rows r set before = null from import_runs u
     where u.id = r.run_id and r.before is not null and (u.state = 'undone' or (u.type = 'bulk' and u.made_at < $1::timestamptz))`,
    [moment],
  );
