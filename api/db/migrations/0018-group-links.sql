-- What is published without anybody having looked, and how far somebody has looked since.

create table looked_over (
  asset_id uuid primary key references assets (id) on delete cascade,
  -- The last revision that was looked at.
  revision_id bigint not null,
  account_id uuid references accounts (id) on delete set null,
  looked_at timestamptz not null
);

-- Who changed what of late, for those whose changes somebody should see.
create index revisions_by_maker on revisions (made_by, made_at) where subject_type = 'asset';

-- A group's own link: with it, and without an account, a group keeps its own page. What the link holds is kept as a hash alone, so that
-- whoever reads this opens none. Stopped and past ones stay for a year, for the history.
create table own_links (
  id uuid primary key default gen_random_uuid(),
  asset_id uuid not null references assets (id) on delete cascade,
  token_hash bytea not null unique,
  made_at timestamptz not null,
  made_by uuid references accounts (id) on delete set null,
  -- Each use puts it off.
  ends_at timestamptz not null,
  used_on date,
  stopped_at timestamptz,
  stopped_by uuid references accounts (id) on delete set null,
  -- What the group last answered, and for some minutes what takes it back.
  answer text,
  answered_at timestamptz,
  undo jsonb
);
create unique index own_links_one_each on own_links (asset_id) where stopped_at is null;
create index own_links_by_asset on own_links (asset_id, made_at desc);
create index own_links_by_end on own_links (ends_at);

-- A group proposes, too, what it may not publish by itself: `parts` says which parts of the state are its own.
alter table proposed_edits
  alter column account_id drop not null,
  add column parts text[],
  add check ((account_id is null) = (parts is not null));
create unique index proposed_edits_of_group on proposed_edits (asset_id) where account_id is null;

-- A proposal that a coordinator writes on before it is published: its draft. Until then whoever sent it waits.
alter table proposals
  add column draft_asset_id uuid references assets (id) on delete set null,
  -- Where it will be found once it is published, for the letter that tells of it.
  add column draft_page text;
create index proposals_by_draft on proposals (draft_asset_id) where draft_asset_id is not null;
