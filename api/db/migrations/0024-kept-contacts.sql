-- The contact of a proposal goes with its answer. While the publication of its draft can be undone, it is kept for that alone.
alter table proposals
  add column kept_contact jsonb,
  add column kept_until timestamptz,
  add check ((kept_contact is null) = (kept_until is null));
create index proposals_by_kept on proposals (kept_until) where kept_until is not null;
