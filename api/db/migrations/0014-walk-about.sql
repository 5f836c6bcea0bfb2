-- What the desk's Today keeps for each of those who use it.

-- "Not now": an item stays off one person's list until then. `item`: its sort and what it is about, as the list names it.
create table put_off (
  account_id uuid not null references accounts (id) on delete cascade,
  item text not null check (length(item) <= 200),
  until timestamptz not null,
  primary key (account_id, item)
);

-- The last steps from the list, and what takes each back: for ten minutes, then they go. What was done stands in revisions, checks and answers.
create table today_steps (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references accounts (id) on delete cascade,
  made_at timestamptz not null,
  act text not null,
  name text not null,
  name_cy text,
  taken_back boolean not null default false,
  undo jsonb not null
);
create index today_steps_by_time on today_steps (made_at);

create index suggestions_waiting on suggestions (asset_id) where status = 'waiting';
create index sessions_by_end on sessions (ends_on) where ends_on is not null and asset_id is not null;
