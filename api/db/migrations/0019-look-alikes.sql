-- Pairs that may be one, worked out by a repeated job, so that pages read ready rows. `score` in hundredths, `likenesses` say why. What is
-- merged, retired or found to be two stays until the job comes by: whoever reads asks `asset_search` and `not_same`.
create table look_alikes (
  one uuid not null references assets on delete cascade,
  other uuid not null references assets on delete cascade,
  score smallint not null,
  likenesses text[] not null,
  primary key (one, other),
  check (one < other)
);
create index look_alikes_by_other on look_alikes (other);

-- What was known of an asset when it was last compared, as one number: only what has another is compared again.
create table looked_alike (
  asset_id uuid primary key references assets on delete cascade,
  print bigint not null
);

-- Only assets that share one of these are compared: two words of a name, a word nearby, a telephone number, a web address, a hall.
create table look_alike_keys (
  key text not null,
  asset_id uuid not null references assets on delete cascade,
  primary key (key, asset_id)
);
create index look_alike_keys_by_asset on look_alike_keys (asset_id);

-- Whether a name stands already, for every row of a list that comes in.
create index asset_search_by_name on asset_search using hash (folded_name);

-- How many are on the list in each area, without reading them.
create index assets_published_by_area on assets (area_id) where status = 'published';

-- What lies where, of which kind and topics, and how often it was seen, counted without reading whole rows.
create index asset_search_counted on asset_search (tier) include (kind, topics, areas);
drop index asset_views_by_day;
create index asset_views_by_day on asset_views (day) include (asset_id, views);
