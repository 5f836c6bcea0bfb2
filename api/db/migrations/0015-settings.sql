-- What stewards set from the desk. Each change is kept with what stood before, so that it can be told and taken back.
create table settings_changes (
  id bigint generated always as identity primary key,
  setting text not null check (setting in ('signpost', 'topic', 'join', 'kind', 'texts', 'term', 'holiday', 'phrase', 'synonyms')),
  subject text not null,
  before jsonb,
  after jsonb,
  made_at timestamptz not null,
  account_id uuid references accounts (id) on delete set null,
  made_by text not null
);
create index settings_changes_by_subject on settings_changes (setting, subject, id);
create index settings_changes_by_account on settings_changes (account_id);

-- Stewards' own phrases: each stands in the place of what the shipped list says of the same words. Without topics and words they mean no more than they say.
create table own_phrases (
  id uuid primary key,
  phrases text[] not null check (phrases <> '{}'),
  topics text[] not null,
  words text[] not null,
  language text not null check (language in ('en', 'cy'))
);

-- Stewards' own words that mean the same; `replaces` names a shipped row that counts no more.
create table own_synonyms (
  id uuid primary key,
  words text[] not null,
  replaces text
);

-- A topic that went into another, with all that it takes to part them again.
create table joined_topics (
  slug text primary key,
  into_slug text not null,
  topic jsonb not null,
  asset_ids uuid[] not null,
  asset_ids_of_both uuid[] not null,
  signpost_ids uuid[] not null,
  signpost_ids_of_both uuid[] not null
);

alter table terms add column id uuid not null default gen_random_uuid() unique;

-- Days of every year on which all rests but what is about one of the open topics. `note` is what neighbours read: "it is Christmas Day".
create table holidays (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  month_day text not null check (month_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  note text not null,
  open_topics text[] not null default '{}'
);
