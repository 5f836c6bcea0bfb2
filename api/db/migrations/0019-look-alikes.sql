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
