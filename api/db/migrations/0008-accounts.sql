-- Who keeps the directory: stewards, coordinators and builders. Residents have no account, and nothing here is about them.
create table accounts (
  id uuid primary key default gen_random_uuid(),
  email text not null unique check (email = lower(email)),
  name text not null check (name <> ''),
  role text not null check (role in ('steward', 'coordinator', 'builder')),
  coordinator_id uuid references coordinators (id) on delete set null,
  trusted boolean not null default false,
  status text not null default 'invited' check (status in ('invited', 'active', 'suspended')),
  locale text not null default 'en' check (locale in ('en', 'cy')),
  -- A ready account of the sample district: never on an installation of somebody's own.
  ready boolean not null default false,
  created_at timestamptz not null default now(),
  last_seen_on date,
  check (coordinator_id is null or role = 'coordinator'),
  check (not trusted or role = 'builder')
);
create index accounts_by_coordinator on accounts (coordinator_id) where coordinator_id is not null;

-- Where a builder builds. Coordinators have theirs in area_coordinators, with dates.
create table account_areas (
  account_id uuid not null references accounts (id) on delete cascade,
  area_id uuid not null references areas (id) on delete cascade,
  primary key (account_id, area_id)
);
create index account_areas_by_area on account_areas (area_id);

-- What a letter's link opens, once. Only hashes of links: who reads this table cannot sign in. A link that was asked for works in the browser
-- that asked; an invitation works in any.
create table sign_in_links (
  token_hash text primary key,
  account_id uuid not null references accounts (id) on delete cascade,
  browser_hash text,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index sign_in_links_by_account on sign_in_links (account_id, made_at);

create table account_sessions (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  account_id uuid not null references accounts (id) on delete cascade,
  made_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  -- As names, "Firefox" and "Android"; null where the browser does not say.
  browser text,
  system text
);
create index account_sessions_by_account on account_sessions (account_id);

create table passkeys (
  id text primary key,
  account_id uuid not null references accounts (id) on delete cascade,
  name text not null check (name <> ''),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  made_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_by_account on passkeys (account_id);

-- Questions put to passkeys, as hashes: each is answered once, and soon. The account: whose passkey is to be added; null: whoever signs in.
create table passkey_challenges (
  challenge_hash text primary key,
  account_id uuid references accounts (id) on delete cascade,
  expires_at timestamptz not null
);

-- What somebody tried without the right to, for stewards; a year.
create table refused_actions (
  id bigint generated always as identity primary key,
  refused_at timestamptz not null,
  account_id uuid not null references accounts (id) on delete cascade,
  action text not null,
  area_id uuid references areas (id) on delete set null
);
create index refused_actions_by_time on refused_actions (refused_at);
create index refused_actions_by_account on refused_actions (account_id);

-- Who read what is not public, a year: never what it said.
create table private_reads (
  id bigint generated always as identity primary key,
  read_at timestamptz not null,
  account_id uuid not null references accounts (id) on delete cascade,
  what text not null,
  subject text not null
);
create index private_reads_by_time on private_reads (read_at);
create index private_reads_by_account on private_reads (account_id);
