-- Of several search servers each takes the changes when it can. Null: the line is for all of them, or for the only one.
alter table outbox add column server text;
create index outbox_by_server on outbox (server, id);
create index outbox_removals on outbox (document_id) where change = 'remove';
-- It is noted for each server from now on.
delete from program_facts where name = 'search-swept';
