-- The directory: areas, people with an open door, what is around here, when it happens, and who says that it is right.
-- Words are those of PRODUCT: asset, kind, topic, session, event, venue, area, coordinator, check, signpost.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- One row: what every page says about the place it serves.
create table district (
  only_row boolean primary key default true check (only_row),
  name text not null,
  place text not null,
  place_cy text,
  strapline text,
  strapline_cy text,
  notice text,
  notice_cy text
);

-- Whose data is shown, as their licences ask.
create table sources (
  slug text primary key,
  name text not null,
  credit text,
  loaded_at timestamptz not null default now()
);

create table kinds (
  slug text primary key,
  label text not null,
  label_plural text not null,
  label_cy text,
  label_plural_cy text,
  letter text not null,
  half_life_days integer not null check (half_life_days > 0),
  position integer not null default 0
);

create table topics (
  slug text primary key check (slug ~ '^[a-z0-9-]+$'),
  label text not null,
  label_cy text,
  wish text not null,
  wish_cy text,
  position integer not null default 0
);

-- School terms, for what happens in term time only.
create table terms (
  name text primary key,
  starts_on date not null,
  ends_on date not null,
  check (starts_on <= ends_on)
);

create table areas (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  name_cy text,
  summary text,
  summary_cy text,
  source text references sources (slug) on delete restrict,
  source_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (source, source_id)
);

-- A boundary and a population hold from a day until the next version, so that old figures still add up.
create table area_versions (
  id uuid primary key default gen_random_uuid(),
  area_id uuid not null references areas (id) on delete cascade,
  starts_on date not null,
  ends_on date,
  geometry jsonb not null check (geometry ->> 'type' = 'MultiPolygon'),
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  population integer check (population >= 0),
  population_source text,
  unique (area_id, starts_on),
  check (ends_on is null or ends_on > starts_on)
);
create unique index area_versions_current on area_versions (area_id) where ends_on is null;

create table coordinators (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  first_name text not null,
  phone text,
  email text,
  about text,
  about_cy text,
  languages text[] not null default '{en}',
  portrait text,
  active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- Who has which area, and who covers it from when until when.
create table area_coordinators (
  id uuid primary key default gen_random_uuid(),
  area_id uuid not null references areas (id) on delete cascade,
  coordinator_id uuid not null references coordinators (id) on delete cascade,
  role text not null check (role in ('lead', 'cover')),
  starts_on date not null,
  ends_on date,
  note text,
  check (ends_on is null or ends_on >= starts_on)
);
create index area_coordinators_by_area on area_coordinators (area_id);
create index area_coordinators_by_coordinator on area_coordinators (coordinator_id);

create table postcodes (
  postcode text primary key,
  lat double precision not null,
  lng double precision not null
);
-- Without its space, for sloppy typing and for parts of a postcode.
create index postcodes_by_prefix on postcodes (replace(postcode, ' ', '') text_pattern_ops);

-- Towns, villages, streets and landmarks that people type.
create table places (
  id bigint generated always as identity primary key,
  name text not null,
  name_cy text,
  folded text not null,
  folded_cy text,
  type text not null check (type in ('town', 'village', 'district', 'street', 'landmark')),
  lat double precision not null,
  lng double precision not null,
  source text references sources (slug) on delete cascade
);
create index places_by_folded on places (folded text_pattern_ops);
create index places_by_folded_cy on places (folded_cy text_pattern_ops);

-- Where things happen; apart from who runs them.
create table venues (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  name text not null,
  name_cy text,
  address text,
  postcode text,
  lat double precision,
  lng double precision,
  access text[] not null default '{}',
  directions text,
  bus text,
  source text references sources (slug) on delete restrict,
  source_id text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (source, source_id),
  check ((lat is null) = (lng is null))
);

create table assets (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  kind text not null references kinds (slug),
  status text not null default 'published' check (status in ('draft', 'published', 'hidden', 'closed')),
  name text not null check (name <> ''),
  name_cy text,
  summary text not null,
  summary_cy text,
  description text,
  description_cy text,
  area_id uuid references areas (id) on delete set null,
  venue_id uuid references venues (id) on delete restrict,
  -- Its own point when it has no venue: a park, a bench, a walk's start.
  lat double precision,
  lng double precision,
  -- 'private' points never leave the server, nor enter the index.
  point_privacy text not null default 'public' check (point_privacy in ('public', 'private')),
  cost_type text not null default 'unknown' check (cost_type in ('free', 'pay-what-you-can', 'price', 'unknown')),
  cost_pence integer check (cost_pence >= 0),
  cost_note text,
  languages text[] not null default '{en}',
  access text[] not null default '{}',
  how_to_join text,
  just_turn_up boolean,
  bring_someone boolean,
  greeter text,
  what_happens text,
  feel text,
  run_by text,
  contact_name text,
  contact_phone text,
  contact_email text,
  contact_web text,
  last_checked_at timestamptz,
  last_checked_by text check (last_checked_by in ('group', 'coordinator', 'builder', 'resident')),
  source text references sources (slug) on delete restrict,
  source_id text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (source, source_id),
  check ((lat is null) = (lng is null))
);
create index assets_by_area on assets (area_id);
create index assets_by_venue on assets (venue_id);

create table asset_topics (
  asset_id uuid not null references assets (id) on delete cascade,
  topic text not null references topics (slug) on delete cascade,
  primary key (asset_id, topic)
);
create index asset_topics_by_topic on asset_topics (topic);

-- A person's gift (an asset of kind `people`): what the public must never see, and until when consent holds.
create table gifts (
  asset_id uuid primary key references assets (id) on delete cascade,
  relay_contact text,
  introduced_by uuid references coordinators (id) on delete set null,
  consented_on date,
  expires_on date
);

-- Regular happenings of an asset, and coordinators' open doors.
create table sessions (
  id uuid primary key default gen_random_uuid(),
  asset_id uuid references assets (id) on delete cascade,
  coordinator_id uuid references coordinators (id) on delete cascade,
  venue_id uuid references venues (id) on delete restrict,
  title text,
  title_cy text,
  -- RFC 5545 RRULE without DTSTART; times are local to Europe/London.
  rule text,
  starts_on date,
  ends_on date,
  start_time time,
  minutes integer check (minutes > 0 and minutes <= 1440),
  term_time boolean not null default false,
  paused_from date,
  paused_until date,
  pause_note text,
  by_appointment boolean not null default false,
  usually text,
  note text,
  position integer not null default 0,
  check ((asset_id is null) <> (coordinator_id is null)),
  check (rule is null or (starts_on is not null and start_time is not null and minutes is not null)),
  check (rule is not null or by_appointment or usually is not null)
);
create index sessions_by_asset on sessions (asset_id);
create index sessions_by_coordinator on sessions (coordinator_id);

-- What differs from the rule on one date.
create table session_exceptions (
  session_id uuid not null references sessions (id) on delete cascade,
  on_date date not null,
  change text not null check (change in ('cancelled', 'moved', 'note')),
  to_date date,
  to_time time,
  note text,
  primary key (session_id, on_date)
);

-- One-off happenings.
create table events (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  asset_id uuid not null references assets (id) on delete cascade,
  venue_id uuid references venues (id) on delete restrict,
  name text not null,
  name_cy text,
  summary text not null,
  summary_cy text,
  starts_on date not null,
  start_time time not null,
  minutes integer not null check (minutes > 0),
  cost_type text not null default 'unknown' check (cost_type in ('free', 'pay-what-you-can', 'price', 'unknown')),
  cost_pence integer check (cost_pence >= 0),
  cost_note text,
  cancelled boolean not null default false,
  note text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index events_by_asset on events (asset_id);

-- Dates worked out ahead from sessions and events, so that "what is on" is a plain query. Made anew every night and at every change.
create table occurrences (
  asset_id uuid references assets (id) on delete cascade,
  coordinator_id uuid references coordinators (id) on delete cascade,
  session_id uuid references sessions (id) on delete cascade,
  event_id uuid references events (id) on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  local_date date not null,
  weekday text not null,
  day_part text not null check (day_part in ('morning', 'afternoon', 'evening')),
  status text not null check (status in ('on', 'cancelled', 'moved')),
  note text,
  check ((asset_id is null) <> (coordinator_id is null)),
  check ((session_id is null) <> (event_id is null))
);
create index occurrences_by_asset on occurrences (asset_id, starts_at);
create index occurrences_by_coordinator on occurrences (coordinator_id, starts_at);
create index occurrences_by_date on occurrences (local_date, starts_at);

-- Formal services of last resort and crisis lines: never among assets, never before them.
create table signposts (
  id uuid primary key default gen_random_uuid(),
  slug text not null unique check (slug ~ '^[a-z0-9-]+$'),
  status text not null default 'published' check (status in ('draft', 'published', 'hidden')),
  name text not null,
  name_cy text,
  summary text not null,
  summary_cy text,
  phone text,
  web text,
  hours text,
  crisis boolean not null default false,
  topics text[] not null default '{}',
  -- Empty: everywhere.
  area_ids uuid[] not null default '{}',
  lat double precision,
  lng double precision,
  languages text[] not null default '{en}',
  access text[] not null default '{}',
  source text references sources (slug) on delete restrict,
  source_id text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (source, source_id),
  check ((lat is null) = (lng is null))
);

-- Someone confirmed that the details are right. What kind of person, never which person.
create table checks (
  id bigint generated always as identity primary key,
  asset_id uuid not null references assets (id) on delete cascade,
  checked_at timestamptz not null,
  by_kind text not null check (by_kind in ('group', 'coordinator', 'builder', 'resident'))
);
create index checks_by_asset on checks (asset_id, checked_at desc);

-- Every change of what is published, as it stood afterwards.
create table revisions (
  id bigint generated always as identity primary key,
  subject_type text not null check (subject_type in ('asset', 'signpost', 'area', 'coordinator', 'venue')),
  subject_id uuid not null,
  made_at timestamptz not null default now(),
  made_by text not null,
  snapshot jsonb not null
);
create index revisions_by_subject on revisions (subject_type, subject_id, id desc);

-- What the search index still has to hear of; a line goes once it has been told.
create table outbox (
  id bigint generated always as identity primary key,
  document_id text not null,
  change text not null check (change in ('put', 'remove')),
  created_at timestamptz not null default now()
);

-- The embedded index: one row a public document, kept by the transaction that writes the truth. Words and facets are in each process's memory.
create table asset_search (
  id text primary key,
  tier smallint not null,
  kind text not null,
  folded_name text not null,
  topics text[] not null,
  areas text[] not null,
  next_at timestamptz,
  document jsonb not null
);
create index asset_search_name on asset_search using gin (folded_name gin_trgm_ops);
create index asset_search_topics on asset_search using gin (topics);
create index asset_search_areas on asset_search using gin (areas);
create index asset_search_next on asset_search (next_at) where next_at is not null;

-- Which documents changed, and in which transaction: by this every process catches up before it answers. Old lines are pruned.
create table asset_search_changes (
  id bigint generated always as identity primary key,
  document_id text not null,
  made_in xid8 not null default pg_current_xact_id(),
  made_at timestamptz not null default now()
);
create index asset_search_changes_by_transaction on asset_search_changes (made_in);
create index asset_search_changes_by_time on asset_search_changes (made_at);

-- Small facts the program keeps about itself: which index settings are live, when dates were last worked out.
create table program_facts (
  name text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);
