-- What was looked for in an area and not found: a term, an area, a month and how often. No person, and nothing finer than the month.
create table gaps (
  month date not null check (extract(day from month) = 1),
  -- Slug; empty where no area is known.
  area text not null,
  term_hash text not null,
  -- In words once it was looked for on three different days; until then nobody can read it.
  term text,
  looks integer not null default 1,
  days smallint not null default 1,
  -- Only to tell days apart: goes when the term is in words.
  last_day date,
  primary key (month, area, term_hash),
  check (term is null or last_day is null)
);

-- Landmarks that lie on the way from one place to another.
create index places_landmarks on places (lat, lng) where type = 'landmark';
