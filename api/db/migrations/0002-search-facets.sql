-- Counting facets fast: a search hands back each match's facet values as small numbers, and the server counts them.

create table facet_values (
  code smallint generated always as identity primary key,
  facet text not null,
  value text not null,
  unique (facet, value)
);

-- Two bytes a value, most significant first.
alter table asset_search add column facet_codes bytea not null default '';

-- Rows stay narrow for scans; long texts stand aside.
alter table asset_search set (toast_tuple_target = 256);
