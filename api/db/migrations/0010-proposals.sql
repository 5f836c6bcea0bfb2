-- What anyone may add without an account, and what tells two of one thing.

-- Something for the directory, from anyone. A suggestion is about an asset that is there; a proposal is of one that is not yet, so it is a table
-- of its own. Nothing says who sent it, unless they asked to hear: that goes when it is answered, and all of it on the day that was promised.
create table proposals (
  id uuid primary key,
  fields jsonb not null,
  status text not null default 'waiting' check (status in ('waiting', 'accepted', 'declined')),
  area_id uuid references areas (id) on delete set null,
  venue_id uuid references venues (id) on delete set null,
  lat double precision,
  lng double precision,
  locale text not null,
  reply_email text,
  looks_like text not null check (looks_like in ('asset', 'service')),
  looks_like_reasons text[] not null default '{}',
  look_alikes uuid[] not null default '{}',
  junk_score smallint not null default 0,
  junk_reasons text[] not null default '{}',
  text_hash text not null,
  coordinator text references coordinators (slug) on update cascade on delete set null,
  told_on date,
  made_asset_id uuid references assets (id) on delete set null,
  made_signpost_id uuid references signposts (id) on delete set null,
  created_at timestamptz not null default now(),
  delete_on date not null,
  check ((lat is null) = (lng is null)),
  check (status = 'waiting' or reply_email is null)
);
create index proposals_waiting on proposals (area_id, created_at) where status = 'waiting';
create index proposals_by_text on proposals (text_hash) where status = 'waiting';
create index proposals_by_end on proposals (delete_on);
create index proposals_by_telling on proposals (coordinator, told_on);

-- In which language whoever suggested something is answered.
alter table suggestions add column locale text not null default 'en';

-- Two assets that somebody looked at and found to be two.
create table not_same (
  one uuid not null references assets (id) on delete cascade,
  other uuid not null references assets (id) on delete cascade,
  said_at timestamptz not null default now(),
  said_by text not null,
  primary key (one, other),
  check (one < other)
);

-- Telephone numbers by their digits and web addresses without what does not matter, for finding who else has them.
create index assets_by_phone on assets (regexp_replace(contact_phone, '\D', '', 'g')) where contact_phone is not null;
create index assets_by_web on assets (lower(regexp_replace(contact_web, '^https?://(www\.)?|/+$', '', 'gi'))) where contact_web is not null;
