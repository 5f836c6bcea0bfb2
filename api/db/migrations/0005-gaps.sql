-- What was looked for in an area and not found: a term, an area, a month and how often. No person; a day only until the term is in words.
create table gaps (
  month date not null check (extract(day from month) = 1),
  -- Slug; empty where no area is known.
  area text not null,
  -- Under a key in `program_facts` that goes with its month: whoever has both can try terms, but not read them.
  term_hash text not null,
  -- In words once enough connections looked for it on three days (`gap-queries.ts`).
  term text,
  looks integer not null default 1,
  -- Of those on which enough looked.
  days smallint not null default 0,
  -- To tell days apart: goes when the term is in words.
  last_day date,
  -- Connections that looked on the day of the last look.
  lookers integer not null default 1,
  primary key (month, area, term_hash),
  check (term is null or last_day is null)
);

-- Landmarks that lie on the way from one place to another.
create index places_landmarks on places (lat, lng) where type = 'landmark';
