-- The embedded search keeps words and facets in each process's memory, where a broad first letter costs a millisecond instead of a hundred.
-- `asset_search` stays what it was, one row a public document, kept by the transaction that writes the truth; what only SQL needed goes.

drop table search_words;

drop index asset_search_words, asset_search_place, asset_search_dates;

alter table asset_search
  drop column slug, drop column name_sort, drop column words, drop column days, drop column dates, drop column times, drop column free,
  drop column access, drop column languages, drop column lat, drop column lng, drop column quality;

create index asset_search_areas on asset_search using gin (areas);
create index asset_search_next on asset_search (next_at) where next_at is not null;

-- Which documents changed, and in which transaction: by this every process catches up before it answers. Old lines are pruned.
create table asset_search_changes (
  id bigint generated always as identity primary key,
  document_id text not null,
  made_in xid8 not null default pg_current_xact_id(),
  made_at timestamptz not null default now()
);
create index asset_search_changes_by_transaction on asset_search_changes (made_in);
create index asset_search_changes_by_time on asset_search_changes (made_at);
