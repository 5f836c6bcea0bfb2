-- Photos from the desk: from whom, what waits for a coordinator, and what was taken away and may come back for half an hour.
alter table asset_photos
  add column added_by uuid references accounts (id) on delete set null,
  add column added_at timestamptz,
  -- Nobody sees it but the desk.
  add column waits boolean not null default false,
  add column removed_at timestamptz;
create index asset_photos_waiting on asset_photos (added_at) where waits;
create index asset_photos_removed on asset_photos (removed_at) where removed_at is not null;

-- What was done with an asset's photos: for its history. The words as they were after it, and before where it changed them; the picture
-- itself is not kept, so that one taken away is gone.
create table photo_changes (
  id bigint generated always as identity primary key,
  asset_id uuid not null references assets (id) on delete cascade,
  photo_id uuid not null,
  made_at timestamptz not null,
  made_by uuid references accounts (id) on delete set null,
  what text not null check (what in ('added', 'shown', 'words', 'door', 'not-door', 'moved', 'away', 'back')),
  alt text not null,
  alt_cy text,
  alt_before text,
  alt_cy_before text
);
create index photo_changes_by_asset on photo_changes (asset_id, id desc);
create index photo_changes_by_photo on photo_changes (photo_id);
