-- Who is told of a suggestion, and on which day: at once, or with others the next morning.
alter table suggestions
  add column coordinator text references coordinators (slug) on update cascade on delete set null,
  add column told_on date;
update suggestions set told_on = created_at::date;
create index suggestions_by_telling on suggestions (coordinator, told_on);
