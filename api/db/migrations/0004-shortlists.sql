-- What someone kept, behind a code that can be read over the phone. Holds nothing about them, not even when it was made.
create table shortlists (
  -- No vowels, so no words; no two signs that look alike.
  code text primary key check (code ~ '^[0-9CDFHJKMNPRTVWXY]{6}$'),
  -- Emptied when its time is up; the bare code stays for a while, so that it does not soon open somebody else's list.
  asset_ids uuid[] not null,
  expires_at timestamptz not null
);
create index shortlists_by_expiry on shortlists (expires_at);
