-- How often the directory that everyone may see has changed: one number that is the same on every replica. Each transaction that changes it
-- leaves one line, so that writers never wait for each other; lines are folded into the sum from time to time, which leaves the number as it is.
create table directory_version (
  only_row boolean primary key default true check (only_row),
  folded bigint not null default 0
);
insert into directory_version default values;

create table directory_changes (
  made_in xid8 primary key default pg_current_xact_id()
);

-- Statements that touch no row change nothing.
create function note_directory_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' or exists (select from changed) then
    insert into directory_changes default values on conflict do nothing;
  end if;
  return null;
end $$;

-- For every table that pages for everyone are made of. The outbox is one: with its line gone, Meilisearch has heard of the change.
create procedure watch_directory_table(watched regclass) language plpgsql as $$
begin
  execute format('create trigger directory_inserts after insert on %s referencing new table as changed for each statement execute function note_directory_change()', watched);
  execute format('create trigger directory_updates after update on %s referencing new table as changed for each statement execute function note_directory_change()', watched);
  execute format('create trigger directory_deletes after delete on %s referencing old table as changed for each statement execute function note_directory_change()', watched);
  execute format('create trigger directory_truncates after truncate on %s for each statement execute function note_directory_change()', watched);
end $$;

do $$
declare
  watched text;
begin
  foreach watched in array array[
    'area_coordinators', 'area_versions', 'areas', 'asset_photos', 'asset_redirects', 'asset_search', 'asset_topics', 'assets', 'checks',
    'confirm_requests', 'connections', 'coordinators', 'district', 'events', 'gifts', 'holidays', 'joined_topics', 'kinds', 'occurrences',
    'outbox', 'own_phrases', 'own_synonyms', 'places', 'postcodes', 'session_exceptions', 'sessions', 'settings_changes', 'signposts',
    'sources', 'terms', 'topics', 'venues'
  ] loop
    call watch_directory_table(watched::regclass);
  end loop;
end $$;
