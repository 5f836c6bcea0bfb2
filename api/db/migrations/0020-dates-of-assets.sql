-- The dates of a few hundred assets are counted from the index alone.
drop index occurrences_by_asset;
create index occurrences_by_asset on occurrences (asset_id, starts_at) include (ends_at, local_date, day_part, weekday, status, most_days);
