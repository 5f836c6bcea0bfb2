-- When a date last became what it is, for calendars that count its changes.
alter table occurrences add column changed_at timestamptz not null default now();

-- A date is known by whose it is, when it is, and when its rule had it. Two who worked it out at once could write it twice.
delete from occurrences o using occurrences other
where o.ctid < other.ctid and coalesce(o.session_id, o.event_id) = coalesce(other.session_id, other.event_id)
  and o.starts_at = other.starts_at and coalesce(o.moved_from, o.starts_at) = coalesce(other.moved_from, other.starts_at);
create unique index occurrences_of_source on occurrences (coalesce(session_id, event_id), starts_at, coalesce(moved_from, starts_at));

-- Its dates go with a session.
create index occurrences_by_session on occurrences (session_id) where session_id is not null;

-- What is on within a walk goes by where it is on the day.
create index venues_by_point on venues (lat, lng) where lat is not null;
create index sessions_by_venue on sessions (venue_id) where venue_id is not null;
create index events_by_venue on events (venue_id) where venue_id is not null;
