-- Checks that can be taken back, letters that ask groups whether all is right, connections, and what is looked at.

-- What stood before a check, for whoever pressed by mistake.
alter table checks
  add column stood_at timestamptz,
  add column stood_by text check (stood_by in ('group', 'coordinator', 'builder', 'resident'));

-- What a group itself has told us, by the link that it was sent.
alter table suggestions add column by_group boolean not null default false;

-- One line for each asset in each letter to a group. The link is known by its hash, and so is the address: where the asset's contact has
-- changed since, letters begin anew. `undo` is what stood before an answer, for the ten minutes in which it can be taken back.
create table confirm_requests (
  id uuid primary key default gen_random_uuid(),
  asset_id uuid not null references assets (id) on delete cascade,
  letter_id uuid not null,
  stage text not null check (stage in ('ageing', 'reminder', 'stale', 'last')),
  token_hash bytea not null unique,
  contact_hash bytea not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  answer text check (answer in ('right', 'change', 'closed', 'pause')),
  undo jsonb,
  check ((answered_at is null) = (answer is null))
);
create index confirm_requests_by_asset on confirm_requests (asset_id, made_at);
create index confirm_requests_by_contact on confirm_requests (contact_hash, made_at);
create index confirm_requests_by_letter on confirm_requests (letter_id);

-- Addresses that take no letters: they get none until the asset names another.
create table bounced_contacts (
  contact_hash bytea primary key,
  bounced_at timestamptz not null,
  code text not null
);

-- "Told", "walked along", "introduced": how often in a month, and nothing of who. `area` is the slug it had; empty: none.
create table connections (
  asset_id uuid not null references assets (id) on delete cascade,
  area text not null default '',
  month date not null check (extract(day from month) = 1),
  what text not null check (what in ('told', 'walked-along', 'introduced')),
  count integer not null check (count > 0),
  primary key (asset_id, area, month, what)
);
create index connections_by_area on connections (area, month);

-- How often an asset's page was opened on a day; by whom, nobody knows.
create table asset_views (
  asset_id uuid not null references assets (id) on delete cascade,
  day date not null,
  views integer not null check (views > 0),
  primary key (asset_id, day)
);
create index asset_views_by_day on asset_views (day);
