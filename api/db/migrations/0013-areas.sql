-- Boundaries as they are meant to become: looked at first, then put off until a day, then carried out as a whole.
create table recuts (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('reshape', 'split', 'give', 'add', 'back')),
  -- draft: looked at by whoever made it; asked: a steward is to decide; stopped: boundaries had changed before the day came.
  state text not null default 'draft' check (state in ('draft', 'asked', 'planned', 'done', 'stopped')),
  starts_on date,
  -- Ground that nobody has afterwards, as somebody wished.
  left_open jsonb not null default '[]',
  made_at timestamptz not null,
  account_id uuid references accounts (id) on delete set null,
  made_by text not null,
  done_at timestamptz,
  check (state = 'draft' or starts_on is not null)
);
create index recuts_by_state on recuts (state, starts_on);
create index recuts_by_account on recuts (account_id);

-- What becomes of each area that a recut touches. Ids of new areas are given here; the area comes to be when its day comes.
create table recut_areas (
  recut_id uuid not null references recuts (id) on delete cascade,
  area_id uuid not null,
  position integer not null,
  is_new boolean not null default false,
  name text not null check (name <> ''),
  name_cy text,
  -- The version that it was worked out from, and how that was; null: none stood.
  version_id uuid,
  was jsonb,
  -- Null: it is no area any more.
  geometry jsonb check (geometry ->> 'type' = 'MultiPolygon'),
  population integer check (population >= 0),
  population_source text,
  population_guessed boolean not null default false,
  -- Who looks after and builds in that area does so here too.
  inherits_from uuid,
  -- Where things without a place of their own go when it ends.
  heir_id uuid,
  primary key (recut_id, area_id)
);

alter table area_versions add column population_guessed boolean not null default false;
-- Drawn at the desk, and so not undone by the next import.
alter table area_versions add column recut_id uuid references recuts (id) on delete set null;
create index area_versions_by_recut on area_versions (recut_id) where recut_id is not null;
