import {
  type BulkChange,
  type FileReading,
  inNoArea,
  type RowOutcome,
  type RowUndone,
  type RunState,
  type RunType,
} from '../contract/import-run.ts';
import type { Queryable } from '../db/database.ts';

export interface RunRow {
  id: string;
  type: RunType;
  account_id: string | null;
  made_by: string | null;
  made_at: Date;
  state: RunState;
  file_name: string | null;
  source: string | null;
  source_name: string | null;
  reading: FileReading | null;
  publish: boolean;
  change: BulkChange | null;
  rows_total: number;
  rows_done: number;
  problem: string | null;
}

const columns = `r.id, r.type, r.account_id, a.name as made_by, r.made_at, r.state, r.file_name, r.source, r.source_name, r.reading, r.publish,
  r.change, r.rows_total, r.rows_done, r.problem`;

export async function runById(db: Queryable, id: string): Promise<RunRow | undefined> {
  const [row] = await db.query<RunRow>(
    'run-by-id',
    `select ${columns} from import_runs r left join accounts a on a.id = r.account_id where r.id = $1::uuid`,
    [id],
  );
  return row;
}

/** Newest first; `accountId` null: everyone's. */
export const latestRuns = (db: Queryable, { accountId, limit }: { accountId: string | null; limit: number }) =>
  db.query<RunRow>(
    'latest-runs',
    `select ${columns} from import_runs r left join accounts a on a.id = r.account_id
     where $1::uuid is null or r.account_id = $1::uuid order by r.made_at desc, r.id limit $2::integer`,
    [accountId, limit],
  );

export interface NewImportRun {
  id: string;
  accountId: string;
  now: Date;
  fileName: string;
  reading: FileReading;
  total: number;
}

export const insertImportRun = (tx: Queryable, { id, accountId, now, fileName, reading, total }: NewImportRun) =>
  tx.query(
    'insert-import-run',
    `insert into import_runs (id, type, account_id, made_at, state, file_name, reading, rows_total)
     values ($1::uuid, 'import', $2::uuid, $3::timestamptz, 'reading', $4::text, $5::jsonb, $6::integer)`,
    [id, accountId, now, fileName, JSON.stringify(reading), total],
  );

export async function insertBulkRun(
  tx: Queryable,
  run: { accountId: string; now: Date; change: BulkChange; total: number },
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    'insert-bulk-run',
    `insert into import_runs (type, account_id, made_at, state, change, rows_total)
     values ('bulk', $1::uuid, $2::timestamptz, 'working', $3::jsonb, $4::integer) returning id`,
    [run.accountId, run.now, JSON.stringify(run.change), run.total],
  );
  return row?.id ?? '';
}

export const saveReading = (
  db: Queryable,
  id: string,
  { reading, source, sourceName }: { reading: FileReading; source: string; sourceName: string },
) =>
  db.query('save-reading', 'update import_runs set reading = $2::jsonb, source = $3::text, source_name = $4::text where id = $1::uuid', [
    id,
    JSON.stringify(reading),
    source,
    sourceName,
  ]);

export const savePublish = (db: Queryable, id: string, publish: boolean) =>
  db.query('save-publish', 'update import_runs set publish = $2::boolean where id = $1::uuid', [id, publish]);

/** Moves a run on from one of the states `from`; answers whether it was there still, so that what is pressed twice is done once. */
export async function moveRun(
  db: Queryable,
  id: string,
  { from, to, total = null, now = null }: { from: RunState[]; to: RunState; total?: number | null; now?: Date | null },
): Promise<boolean> {
  const rows = await db.query<{ id: string }>(
    'move-run',
    `update import_runs set state = $3::text, rows_done = case when $3::text in ('checking', 'working', 'undoing') then 0 else rows_done end,
       rows_total = coalesce($4::integer, rows_total), done_at = coalesce($5::timestamptz, done_at), problem = null
     where id = $1::uuid and state = any ($2::text[]) returning id`,
    [id, from, to, total, now],
  );
  return rows.length > 0;
}

/** What could not be taken back to its end still stands, and may be taken back again. */
export const failRun = (db: Queryable, id: string, problem: string) =>
  db.query(
    'fail-run',
    `update import_runs set state = case when state = 'undoing' then 'done' else 'failed' end, problem = $2::text where id = $1::uuid`,
    [id, problem],
  );

export const noteProgress = (db: Queryable, id: string, done: number) =>
  db.query('note-run-progress', 'update import_runs set rows_done = $2::integer where id = $1::uuid', [id, done]);

/** What waits to be worked at, oldest first. */
export const runsAtWork = (db: Queryable) =>
  db.query<{ id: string }>(
    'runs-at-work',
    `select id from import_runs where state in ('checking', 'working', 'undoing') order by made_at, id`,
  );

/** Whether this transaction may work at the run; held until it ends, also by a process that is killed. */
export async function tryRunLock(tx: Queryable, id: string): Promise<boolean> {
  const [row] = await tx.query<{ locked: boolean }>(
    'try-run-lock',
    `select pg_try_advisory_xact_lock(hashtextextended('run ' || $1::text, 0)) as locked`,
    [id],
  );
  return row?.locked ?? false;
}

/** What takes long is no reader's question: in this transaction it may, and waits for those who edit. */
export const bePatient = (tx: Queryable) =>
  tx.query('be-patient', `select set_config('statement_timeout', '120000', true), set_config('lock_timeout', '30000', true)`);

/** One of many that turns out to be wrong halfway is taken back alone. */
export const beginRow = (tx: Queryable) => tx.query('begin-run-row', 'savepoint run_row');
export const takeRowBack = (tx: Queryable) => tx.query('take-run-row-back', 'rollback to savepoint run_row');

/** By run: how many rows came to what, and how many were taken back how. */
export const countRows = (db: Queryable, ids: string[]) =>
  db.query<{ run_id: string; outcome: RowOutcome; undone: RowUndone | null; rows: number; in_no_area: number }>(
    'count-run-rows',
    `select run_id, outcome, undone, count(*)::int as rows, (count(*) filter (where reason = $2::text))::int as in_no_area
     from import_run_rows where run_id = any ($1::uuid[]) group by run_id, outcome, undone`,
    [ids, inNoArea],
  );

/** How lists were read before, by their names; the newest counts. */
export const rememberedReadings = (db: Queryable, accountId: string | null) =>
  db.query<{ name: string; reading: FileReading }>(
    'remembered-readings',
    `select distinct on (source) source_name as name, reading from import_runs
     where source is not null and type = 'import' and ($1::uuid is null or account_id = $1::uuid) order by source, made_at desc limit 50`,
    [accountId],
  );

/** Removes what was begun and left lying before `moment`. */
export const removeRunsLeft = (db: Queryable, moment: Date) =>
  db.query<{ id: string }>(
    'remove-runs-left',
    `delete from import_runs where state in ('reading', 'checked', 'failed') and type = 'import' and made_at < $1::timestamptz returning id`,
    [moment],
  );

/** Those whose file may still be asked for. */
export const runsWithFile = (db: Queryable) =>
  db.query<{ id: string }>(
    'runs-with-file',
    `select id from import_runs where type = 'import' and state in ('reading', 'checking', 'checked', 'working', 'failed')`,
  );
