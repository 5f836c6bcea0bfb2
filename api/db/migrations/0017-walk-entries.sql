-- What was noted on a walk, by the id that the phone gave it: taken once, however often it is sent. What takes it back stands here for ten
-- minutes; then the bare id, so that nobody's walk is kept.
create table walk_entries (
  id uuid primary key,
  account_id uuid not null references accounts (id) on delete cascade,
  taken_at timestamptz not null,
  act text,
  name text,
  name_cy text,
  taken_back boolean not null default false,
  undo jsonb not null default '[]'
);
create index walk_entries_by_time on walk_entries (taken_at);
create index walk_entries_by_account on walk_entries (account_id);
