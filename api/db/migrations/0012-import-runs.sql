-- What changes many assets at once: a file brought in at the desk, or one change to all that a filter chose.

create table import_runs (
  id uuid primary key default gen_random_uuid(),
  type text not null check (type in ('import', 'bulk')),
  -- Whose rights hold while it works; null once the account is gone.
  account_id uuid references accounts (id) on delete set null,
  made_at timestamptz not null,
  state text not null check (state in ('reading', 'checking', 'checked', 'working', 'done', 'undoing', 'undone', 'failed')),
  file_name text,
  -- No reference: the source stands only once something was brought in.
  source text,
  source_name text,
  reading jsonb,
  publish boolean not null default false,
  change jsonb,
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  done_at timestamptz,
  problem text,
  check (type = 'bulk' or (file_name is not null and reading is not null)),
  check (type = 'import' or change is not null)
);
create index import_runs_by_time on import_runs (made_at desc, id);
create index import_runs_at_work on import_runs (made_at) where state in ('checking', 'working', 'undoing');

-- What became of each row, and what undoes it. Assets that a run made may be gone again, so nothing here refers to them.
create table import_run_rows (
  run_id uuid not null references import_runs (id) on delete cascade,
  position integer not null,
  line integer not null,
  outcome text not null check (outcome in ('waiting', 'made', 'changed', 'same', 'refused', 'looks-like')),
  name text,
  reason text,
  asset_id uuid,
  like_id uuid,
  like_name text,
  -- The asset as it stood before (a state, or what a check took the place of), and its version as the run left it.
  before jsonb,
  version integer,
  undone text check (undone in ('removed', 'put-back', 'kept')),
  primary key (run_id, position)
);
create index import_run_rows_by_outcome on import_run_rows (run_id, outcome, position);
create index import_run_rows_by_asset on import_run_rows (asset_id);
