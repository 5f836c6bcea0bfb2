-- What those who keep the directory write down while they work on one asset.

-- The boxes of an edit as they stood when it was put aside: half a word is kept too. For its writer alone, and for 30 days.
create table drafts (
  account_id uuid not null references accounts (id) on delete cascade,
  asset_id uuid not null references assets (id) on delete cascade,
  of_version integer not null,
  boxes jsonb not null,
  saved_at timestamptz not null,
  primary key (account_id, asset_id)
);
create index drafts_by_time on drafts (saved_at);
create index drafts_by_asset on drafts (asset_id);

-- What a builder who may not publish yet would change: a whole state, for a coordinator to look at. Goes when it is accepted.
create table proposed_edits (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references accounts (id) on delete cascade,
  asset_id uuid not null references assets (id) on delete cascade,
  of_version integer not null,
  state jsonb not null,
  made_at timestamptz not null,
  status text not null default 'waiting' check (status in ('waiting', 'declined')),
  answer text,
  unique (account_id, asset_id),
  check ((status = 'declined') = (answer is not null))
);
create index proposed_edits_by_asset on proposed_edits (asset_id);

-- An asset that was found to be another one: its addresses lead there. The revisions are those of both from before, and of the one that
-- stayed as the merge left it: for taking it back.
create table asset_redirects (
  merged_id uuid primary key references assets (id) on delete cascade,
  -- Where it is found now; `first_kept_id`: into which it went, which may have been merged itself since.
  kept_id uuid not null references assets (id) on delete cascade,
  first_kept_id uuid not null references assets (id) on delete cascade,
  merged_revision bigint not null references revisions (id) on delete cascade,
  kept_revision bigint not null references revisions (id) on delete cascade,
  left_revision bigint not null references revisions (id) on delete cascade,
  merged_at timestamptz not null,
  merged_by uuid references accounts (id) on delete set null,
  check (merged_id <> kept_id)
);
create index asset_redirects_by_kept on asset_redirects (kept_id);

create table asset_watches (
  account_id uuid not null references accounts (id) on delete cascade,
  asset_id uuid not null references assets (id) on delete cascade,
  since timestamptz not null,
  primary key (account_id, asset_id)
);
create index asset_watches_by_asset on asset_watches (asset_id);

-- For colleagues, about the asset and never about a person. In no export, and never public.
create table asset_notes (
  id uuid primary key default gen_random_uuid(),
  asset_id uuid not null references assets (id) on delete cascade,
  account_id uuid references accounts (id) on delete set null,
  made_at timestamptz not null,
  text text not null check (text <> '')
);
create index asset_notes_by_asset on asset_notes (asset_id, made_at desc);

-- The desk's list, by name without accents; unaccent may not stand in an index, translate may.
create index assets_by_plain_name on assets (translate(lower(name), 'áàâäãåéèêëíìîïóòôöõúùûüýỳŷÿẃẁŵẅñç', 'aaaaaaeeeeiiiiooooouuuuyyyywwwwnc'), id);
create index assets_like_plain_name on assets using gin (translate(lower(name), 'áàâäãåéèêëíìîïóòôöõúùûüýỳŷÿẃẁŵẅñç', 'aaaaaaeeeeiiiiooooouuuuyyyywwwwnc') gin_trgm_ops);
