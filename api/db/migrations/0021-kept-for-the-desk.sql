-- How often an asset's page was opened in the last 30 days: kept with every count and renewed each day, so that no list adds it up.
create table recent_views (
  asset_id uuid not null references assets on delete cascade,
  views integer not null check (views > 0),
  primary key (asset_id) include (views)
);
insert into recent_views
  select asset_id, sum(views) from asset_views
  where day > (now() at time zone 'Europe/London')::date - 30 group by asset_id;

-- What was checked when, of which kind and where, without reading whole rows.
create index assets_by_check on assets (kind, last_checked_at) include (last_checked_by, area_id, id, slug) where status = 'published';

-- An address where it must not stand itself. PostgreSQL takes convert_to for something that may change, and would not keep it in an index.
create function hash_of_contact(address text) returns bytea language sql immutable strict parallel safe
  return sha256(convert_to(address, 'UTF8'));
create index assets_by_contact on assets (hash_of_contact(lower(trim(contact_email))));
create index gifts_by_contact on gifts (hash_of_contact(lower(trim(relay_contact))));

-- Letters that nobody answered.
create index confirm_requests_unanswered on confirm_requests (asset_id, made_at) where answer is null;

-- What stands at no place of its own.
create index assets_without_point on assets (venue_id) include (id, area_id) where status = 'published' and kind <> 'people' and point_privacy = 'public' and lat is null;
