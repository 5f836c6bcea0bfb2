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
