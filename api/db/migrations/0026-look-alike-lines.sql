-- What may look like something else now, a line for each change: comparing reads these, and never the whole directory. Only appended to and
-- deleted from, so that writers never wait for each other; what is told twice is compared once.
create table look_alike_lines (
  id bigint generated always as identity primary key,
  asset_id uuid not null
);

-- By what a look-alike is known: `print` in api/duplicates/known-look-alike-queries.ts reads these columns and no others.
create function note_look_alike_listed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    insert into look_alike_lines (asset_id) select n.asset_id from now_is n join was w using (id)
    where n.asset_id is not null and (n.tier, n.lat, n.lng) is distinct from (w.tier, w.lat, w.lng);
  else
    insert into look_alike_lines (asset_id) select c.asset_id from changed c where c.asset_id is not null;
  end if;
  return null;
end $$;
create trigger look_alike_inserts after insert on asset_search referencing new table as changed for each statement execute function note_look_alike_listed();
create trigger look_alike_updates after update on asset_search referencing old table as was new table as now_is for each statement execute function note_look_alike_listed();
create trigger look_alike_deletes after delete on asset_search referencing old table as changed for each statement execute function note_look_alike_listed();

create function note_look_alike_edited() returns trigger language plpgsql as $$
begin
  insert into look_alike_lines (asset_id) select n.id from now_is n join was w using (id)
  where (n.kind, n.name, n.name_cy, n.venue_id, n.point_privacy, n.contact_phone, n.contact_web)
    is distinct from (w.kind, w.name, w.name_cy, w.venue_id, w.point_privacy, w.contact_phone, w.contact_web);
  return null;
end $$;
create trigger look_alike_updates after update on assets referencing old table as was new table as now_is for each statement execute function note_look_alike_edited();
