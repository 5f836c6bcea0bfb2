-- A moved date says where it came from, and the day it left says where it went; what is open most days stands after the rest of a day.
alter table occurrences
  -- On a moved date: when it would have been.
  add column moved_from timestamptz,
  -- On a cancelled date: when it is instead.
  add column moved_to timestamptz,
  -- On so many days of a week that these are opening hours rather than a happening.
  add column most_days boolean not null default false,
  add check (moved_from is null or status = 'moved'),
  add check (moved_to is null or status = 'cancelled');

-- One day of the week around here, in the order in which it is shown, with all that is counted of it.
create index occurrences_of_day on occurrences (local_date, most_days, starts_at, asset_id, coordinator_id)
  include (ends_at, weekday, day_part, status);
drop index occurrences_by_date;

-- Dates ask which assets can be found, so by their own id.
alter table asset_search
  add column asset_id uuid generated always as (case when id ~ '^asset-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then substr(id, 7)::uuid end) stored,
  add column lat double precision generated always as ((document -> 'point' ->> 'lat')::double precision) stored,
  add column lng double precision generated always as ((document -> 'point' ->> 'lng')::double precision) stored;
create unique index asset_search_asset on asset_search (asset_id) include (kind);
create index asset_search_point on asset_search (lat, lng) include (asset_id) where lat is not null;

-- All dates are worked out anew at the next start.
delete from program_facts where name = 'dates-made-on';
