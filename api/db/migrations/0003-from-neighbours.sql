-- What neighbours tell us without an account, letters on their way to coordinators, and photos.

-- "This is different", "this has closed", from anyone. Nothing says who, unless they asked to hear: that goes when it is answered, and all of
-- it on the day that was promised.
create table suggestions (
  id uuid primary key,
  type text not null check (type in ('change', 'closed')),
  asset_id uuid not null references assets (id) on delete cascade,
  text text,
  reply_email text,
  status text not null default 'waiting' check (status in ('waiting', 'answered')),
  created_at timestamptz not null default now(),
  delete_on date not null,
  check (type = 'closed' or text is not null),
  check (status = 'waiting' or reply_email is null)
);
create index suggestions_by_asset on suggestions (asset_id);
create index suggestions_by_end on suggestions (delete_on);

-- Letters, written by the transaction that they tell of and sent after it; a line goes once it has been sent.
create table mail_outbox (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  text text not null,
  attempts integer not null default 0,
  next_try_at timestamptz not null,
  delete_on date not null
);
create index mail_outbox_by_turn on mail_outbox (next_try_at);

-- Pictures of an asset, above all of its door. `file` is a name in the folder of photos; nobody is shown one without words for it.
create table asset_photos (
  id uuid primary key default gen_random_uuid(),
  asset_id uuid not null references assets (id) on delete cascade,
  file text not null check (file ~ '^[a-z0-9][a-z0-9-]*\.(svg|webp|jpg|png)$'),
  alt text not null check (alt <> ''),
  alt_cy text,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  of_door boolean not null default false,
  position integer not null default 0
);
create index asset_photos_by_asset on asset_photos (asset_id, position);
