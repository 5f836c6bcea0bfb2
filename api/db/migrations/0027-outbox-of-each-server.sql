-- Of several search servers each takes the changes when it can. Null: no server has been given the line as its own yet.
alter table outbox add column server text;
create index outbox_by_server on outbox (server, id);
