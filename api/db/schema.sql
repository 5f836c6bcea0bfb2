-- The schema as the migrations leave it, for reading and for reviewing changes. Made by "npm run schema:dump"; do not edit.

create extension pg_trgm;
create extension unaccent;

CREATE OR REPLACE FUNCTION public.hash_of_contact(address text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN sha256(convert_to(address, 'UTF8'::name));

CREATE OR REPLACE FUNCTION public.note_directory_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'TRUNCATE' or exists (select from changed) then
    insert into directory_changes default values on conflict do nothing;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_look_alike_edited()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into look_alike_lines (asset_id) select n.id from now_is n join was w using (id)
  where (n.kind, n.name, n.name_cy, n.venue_id, n.point_privacy, n.contact_phone, n.contact_web)
    is distinct from (w.kind, w.name, w.name_cy, w.venue_id, w.point_privacy, w.contact_phone, w.contact_web);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_look_alike_listed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' then
    insert into look_alike_lines (asset_id) select n.asset_id from now_is n join was w using (id)
    where n.asset_id is not null and (n.tier, n.lat, n.lng) is distinct from (w.tier, w.lat, w.lng);
  else
    insert into look_alike_lines (asset_id) select c.asset_id from changed c where c.asset_id is not null;
  end if;
  return null;
end $function$;

CREATE OR REPLACE PROCEDURE public.watch_directory_table(IN watched regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create trigger directory_inserts after insert on %s referencing new table as changed for each statement execute function note_directory_change()', watched);
  execute format('create trigger directory_updates after update on %s referencing new table as changed for each statement execute function note_directory_change()', watched);
  execute format('create trigger directory_deletes after delete on %s referencing old table as changed for each statement execute function note_directory_change()', watched);
  execute format('create trigger directory_truncates after truncate on %s for each statement execute function note_directory_change()', watched);
end $procedure$;

create table account_areas (
  account_id uuid not null,
  area_id uuid not null,
  constraint account_areas_pkey PRIMARY KEY (account_id, area_id),
  constraint account_areas_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint account_areas_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE CASCADE
);
CREATE INDEX account_areas_by_area ON public.account_areas USING btree (area_id);

create table account_sessions (
  id uuid not null default gen_random_uuid(),
  token_hash text not null,
  account_id uuid not null,
  made_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  browser text,
  system text,
  constraint account_sessions_pkey PRIMARY KEY (id),
  constraint account_sessions_token_hash_key UNIQUE (token_hash),
  constraint account_sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
CREATE INDEX account_sessions_by_account ON public.account_sessions USING btree (account_id);

create table accounts (
  id uuid not null default gen_random_uuid(),
  email text not null,
  name text not null,
  role text not null,
  coordinator_id uuid,
  trusted boolean not null default false,
  status text not null default 'invited'::text,
  locale text not null default 'en'::text,
  ready boolean not null default false,
  created_at timestamp with time zone not null default now(),
  last_seen_on date,
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_email_key UNIQUE (email),
  constraint accounts_check CHECK (((coordinator_id IS NULL) OR (role = 'coordinator'::text))),
  constraint accounts_check1 CHECK (((NOT trusted) OR (role = 'builder'::text))),
  constraint accounts_email_check CHECK ((email = lower(email))),
  constraint accounts_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'cy'::text]))),
  constraint accounts_name_check CHECK ((name <> ''::text)),
  constraint accounts_role_check CHECK ((role = ANY (ARRAY['steward'::text, 'coordinator'::text, 'builder'::text]))),
  constraint accounts_status_check CHECK ((status = ANY (ARRAY['invited'::text, 'active'::text, 'suspended'::text]))),
  constraint accounts_coordinator_id_fkey FOREIGN KEY (coordinator_id) REFERENCES coordinators(id) ON DELETE SET NULL
);
CREATE INDEX accounts_by_coordinator ON public.accounts USING btree (coordinator_id) WHERE (coordinator_id IS NOT NULL);

create table area_coordinators (
  id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  coordinator_id uuid not null,
  role text not null,
  starts_on date not null,
  ends_on date,
  note text,
  constraint area_coordinators_pkey PRIMARY KEY (id),
  constraint area_coordinators_check CHECK (((ends_on IS NULL) OR (ends_on >= starts_on))),
  constraint area_coordinators_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'cover'::text]))),
  constraint area_coordinators_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE CASCADE,
  constraint area_coordinators_coordinator_id_fkey FOREIGN KEY (coordinator_id) REFERENCES coordinators(id) ON DELETE CASCADE
);
CREATE INDEX area_coordinators_by_area ON public.area_coordinators USING btree (area_id);
CREATE INDEX area_coordinators_by_coordinator ON public.area_coordinators USING btree (coordinator_id);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.area_coordinators REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.area_coordinators REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.area_coordinators FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.area_coordinators REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table area_versions (
  id uuid not null default gen_random_uuid(),
  area_id uuid not null,
  starts_on date not null,
  ends_on date,
  geometry jsonb not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  population integer,
  population_source text,
  population_guessed boolean not null default false,
  recut_id uuid,
  constraint area_versions_pkey PRIMARY KEY (id),
  constraint area_versions_area_id_starts_on_key UNIQUE (area_id, starts_on),
  constraint area_versions_check CHECK (((ends_on IS NULL) OR (ends_on > starts_on))),
  constraint area_versions_geometry_check CHECK (((geometry ->> 'type'::text) = 'MultiPolygon'::text)),
  constraint area_versions_population_check CHECK ((population >= 0)),
  constraint area_versions_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE CASCADE,
  constraint area_versions_recut_id_fkey FOREIGN KEY (recut_id) REFERENCES recuts(id) ON DELETE SET NULL
);
CREATE INDEX area_versions_by_recut ON public.area_versions USING btree (recut_id) WHERE (recut_id IS NOT NULL);
CREATE UNIQUE INDEX area_versions_current ON public.area_versions USING btree (area_id) WHERE (ends_on IS NULL);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.area_versions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.area_versions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.area_versions FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.area_versions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table areas (
  id uuid not null default gen_random_uuid(),
  slug text not null,
  name text not null,
  name_cy text,
  summary text,
  summary_cy text,
  source text,
  source_id text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint areas_pkey PRIMARY KEY (id),
  constraint areas_slug_key UNIQUE (slug),
  constraint areas_source_source_id_key UNIQUE (source, source_id),
  constraint areas_slug_check CHECK ((slug ~ '^[a-z0-9-]+$'::text)),
  constraint areas_source_fkey FOREIGN KEY (source) REFERENCES sources(slug) ON DELETE RESTRICT
);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.areas REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.areas REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.areas FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.areas REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table asset_notes (
  id uuid not null default gen_random_uuid(),
  asset_id uuid not null,
  account_id uuid,
  made_at timestamp with time zone not null,
  text text not null,
  constraint asset_notes_pkey PRIMARY KEY (id),
  constraint asset_notes_text_check CHECK ((text <> ''::text)),
  constraint asset_notes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE SET NULL,
  constraint asset_notes_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE
);
CREATE INDEX asset_notes_by_asset ON public.asset_notes USING btree (asset_id, made_at DESC);

create table asset_photos (
  id uuid not null default gen_random_uuid(),
  asset_id uuid not null,
  file text not null,
  alt text not null,
  alt_cy text,
  width integer not null,
  height integer not null,
  of_door boolean not null default false,
  position integer not null default 0,
  added_by uuid,
  added_at timestamp with time zone,
  waits boolean not null default false,
  removed_at timestamp with time zone,
  constraint asset_photos_pkey PRIMARY KEY (id),
  constraint asset_photos_alt_check CHECK ((alt <> ''::text)),
  constraint asset_photos_file_check CHECK ((file ~ '^[a-z0-9][a-z0-9-]*\.(svg|webp|jpg|png)$'::text)),
  constraint asset_photos_height_check CHECK ((height > 0)),
  constraint asset_photos_width_check CHECK ((width > 0)),
  constraint asset_photos_added_by_fkey FOREIGN KEY (added_by) REFERENCES accounts(id) ON DELETE SET NULL,
  constraint asset_photos_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE
);
CREATE INDEX asset_photos_by_asset ON public.asset_photos USING btree (asset_id, "position");
CREATE INDEX asset_photos_removed ON public.asset_photos USING btree (removed_at) WHERE (removed_at IS NOT NULL);
CREATE INDEX asset_photos_waiting ON public.asset_photos USING btree (added_at) WHERE waits;
CREATE TRIGGER directory_deletes AFTER DELETE ON public.asset_photos REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.asset_photos REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.asset_photos FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.asset_photos REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table asset_redirects (
  merged_id uuid not null,
  kept_id uuid not null,
  first_kept_id uuid not null,
  merged_revision bigint not null,
  kept_revision bigint not null,
  left_revision bigint not null,
  merged_at timestamp with time zone not null,
  merged_by uuid,
  constraint asset_redirects_pkey PRIMARY KEY (merged_id),
  constraint asset_redirects_check CHECK ((merged_id <> kept_id)),
  constraint asset_redirects_first_kept_id_fkey FOREIGN KEY (first_kept_id) REFERENCES assets(id) ON DELETE CASCADE,
  constraint asset_redirects_kept_id_fkey FOREIGN KEY (kept_id) REFERENCES assets(id) ON DELETE CASCADE,
  constraint asset_redirects_kept_revision_fkey FOREIGN KEY (kept_revision) REFERENCES revisions(id) ON DELETE CASCADE,
  constraint asset_redirects_left_revision_fkey FOREIGN KEY (left_revision) REFERENCES revisions(id) ON DELETE CASCADE,
  constraint asset_redirects_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES accounts(id) ON DELETE SET NULL,
  constraint asset_redirects_merged_id_fkey FOREIGN KEY (merged_id) REFERENCES assets(id) ON DELETE CASCADE,
  constraint asset_redirects_merged_revision_fkey FOREIGN KEY (merged_revision) REFERENCES revisions(id) ON DELETE CASCADE
);
CREATE INDEX asset_redirects_by_kept ON public.asset_redirects USING btree (kept_id);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.asset_redirects REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.asset_redirects REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.asset_redirects FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.asset_redirects REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table asset_search (
  id text not null,
  tier smallint not null,
  kind text not null,
  folded_name text not null,
  topics text[] not null,
  areas text[] not null,
  next_at timestamp with time zone,
  document jsonb not null,
  asset_id uuid generated always as (
CASE
    WHEN (id ~ '^asset-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'::text) THEN (substr(id, 7))::uuid
    ELSE NULL::uuid
END) stored,
  lat double precision generated always as ((((document -> 'point'::text) ->> 'lat'::text))::double precision) stored,
  lng double precision generated always as ((((document -> 'point'::text) ->> 'lng'::text))::double precision) stored,
  version text generated always as (md5((document)::text)) stored,
  constraint asset_search_pkey PRIMARY KEY (id)
);
CREATE INDEX asset_search_areas ON public.asset_search USING gin (areas);
CREATE UNIQUE INDEX asset_search_asset ON public.asset_search USING btree (asset_id) INCLUDE (kind);
CREATE INDEX asset_search_by_name ON public.asset_search USING hash (folded_name);
CREATE INDEX asset_search_counted ON public.asset_search USING btree (tier) INCLUDE (kind, topics, areas);
CREATE INDEX asset_search_name ON public.asset_search USING gin (folded_name gin_trgm_ops);
CREATE INDEX asset_search_next ON public.asset_search USING btree (next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX asset_search_point ON public.asset_search USING btree (lat, lng) INCLUDE (asset_id) WHERE (lat IS NOT NULL);
CREATE INDEX asset_search_topics ON public.asset_search USING gin (topics);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.asset_search REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.asset_search REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.asset_search FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.asset_search REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER look_alike_deletes AFTER DELETE ON public.asset_search REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_look_alike_listed();
CREATE TRIGGER look_alike_inserts AFTER INSERT ON public.asset_search REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_look_alike_listed();
CREATE TRIGGER look_alike_updates AFTER UPDATE ON public.asset_search REFERENCING OLD TABLE AS was NEW TABLE AS now_is FOR EACH STATEMENT EXECUTE FUNCTION note_look_alike_listed();

create table asset_search_changes (
  id bigint not null generated always as identity,
  document_id text not null,
  made_in xid8 not null default pg_current_xact_id(),
  made_at timestamp with time zone not null default now(),
  constraint asset_search_changes_pkey PRIMARY KEY (id)
);
CREATE INDEX asset_search_changes_by_time ON public.asset_search_changes USING btree (made_at);
CREATE INDEX asset_search_changes_by_transaction ON public.asset_search_changes USING btree (made_in);

create table asset_topics (
  asset_id uuid not null,
  topic text not null,
  constraint asset_topics_pkey PRIMARY KEY (asset_id, topic),
  constraint asset_topics_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE,
  constraint asset_topics_topic_fkey FOREIGN KEY (topic) REFERENCES topics(slug) ON DELETE CASCADE
);
CREATE INDEX asset_topics_by_topic ON public.asset_topics USING btree (topic);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.asset_topics REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.asset_topics REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.asset_topics FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.asset_topics REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table asset_views (
  asset_id uuid not null,
  day date not null,
  views integer not null,
  constraint asset_views_pkey PRIMARY KEY (asset_id, day),
  constraint asset_views_views_check CHECK ((views > 0)),
  constraint asset_views_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE
);
CREATE INDEX asset_views_by_day ON public.asset_views USING btree (day) INCLUDE (asset_id, views);

create table asset_watches (
  account_id uuid not null,
  asset_id uuid not null,
  since timestamp with time zone not null,
  constraint asset_watches_pkey PRIMARY KEY (account_id, asset_id),
  constraint asset_watches_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint asset_watches_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE
);
CREATE INDEX asset_watches_by_asset ON public.asset_watches USING btree (asset_id);

create table assets (
  id uuid not null default gen_random_uuid(),
  slug text not null,
  kind text not null,
  status text not null default 'published'::text,
  name text not null,
  name_cy text,
  summary text not null,
  summary_cy text,
  description text,
  description_cy text,
  area_id uuid,
  venue_id uuid,
  lat double precision,
  lng double precision,
  point_privacy text not null default 'public'::text,
  cost_type text not null default 'unknown'::text,
  cost_pence integer,
  cost_note text,
  languages text[] not null default '{en}'::text[],
  access text[] not null default '{}'::text[],
  how_to_join text,
  just_turn_up boolean,
  bring_someone boolean,
  greeter text,
  what_happens text,
  feel text,
  run_by text,
  contact_name text,
  contact_phone text,
  contact_email text,
  contact_web text,
  last_checked_at timestamp with time zone,
  last_checked_by text,
  source text,
  source_id text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint assets_pkey PRIMARY KEY (id),
  constraint assets_slug_key UNIQUE (slug),
  constraint assets_source_source_id_key UNIQUE (source, source_id),
  constraint assets_check CHECK (((lat IS NULL) = (lng IS NULL))),
  constraint assets_cost_pence_check CHECK ((cost_pence >= 0)),
  constraint assets_cost_type_check CHECK ((cost_type = ANY (ARRAY['free'::text, 'pay-what-you-can'::text, 'price'::text, 'unknown'::text]))),
  constraint assets_last_checked_by_check CHECK ((last_checked_by = ANY (ARRAY['group'::text, 'coordinator'::text, 'builder'::text, 'resident'::text]))),
  constraint assets_name_check CHECK ((name <> ''::text)),
  constraint assets_point_privacy_check CHECK ((point_privacy = ANY (ARRAY['public'::text, 'private'::text]))),
  constraint assets_slug_check CHECK ((slug ~ '^[a-z0-9-]+$'::text)),
  constraint assets_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'hidden'::text, 'closed'::text]))),
  constraint assets_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE SET NULL,
  constraint assets_kind_fkey FOREIGN KEY (kind) REFERENCES kinds(slug),
  constraint assets_source_fkey FOREIGN KEY (source) REFERENCES sources(slug) ON DELETE RESTRICT,
  constraint assets_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES venues(id) ON DELETE RESTRICT
);
CREATE INDEX assets_by_area ON public.assets USING btree (area_id);
CREATE INDEX assets_by_check ON public.assets USING btree (kind, last_checked_at) INCLUDE (last_checked_by, area_id, id, slug) WHERE (status = 'published'::text);
CREATE INDEX assets_by_contact ON public.assets USING btree (hash_of_contact(lower(TRIM(BOTH FROM contact_email))));
CREATE INDEX assets_by_phone ON public.assets USING btree (regexp_replace(contact_phone, '\D'::text, ''::text, 'g'::text)) WHERE (contact_phone IS NOT NULL);
CREATE INDEX assets_by_plain_name ON public.assets USING btree (translate(lower(name), 'áàâäãåéèêëíìîïóòôöõúùûüýỳŷÿẃẁŵẅñç'::text, 'aaaaaaeeeeiiiiooooouuuuyyyywwwwnc'::text), id);
CREATE INDEX assets_by_venue ON public.assets USING btree (venue_id);
CREATE INDEX assets_by_web ON public.assets USING btree (lower(regexp_replace(contact_web, '^https?://(www\.)?|/+$'::text, ''::text, 'gi'::text))) WHERE (contact_web IS NOT NULL);
CREATE INDEX assets_like_plain_name ON public.assets USING gin (translate(lower(name), 'áàâäãåéèêëíìîïóòôöõúùûüýỳŷÿẃẁŵẅñç'::text, 'aaaaaaeeeeiiiiooooouuuuyyyywwwwnc'::text) gin_trgm_ops);
CREATE INDEX assets_published_by_area ON public.assets USING btree (area_id) WHERE (status = 'published'::text);
CREATE INDEX assets_without_point ON public.assets USING btree (venue_id) INCLUDE (id, area_id) WHERE ((status = 'published'::text) AND (kind <> 'people'::text) AND (point_privacy = 'public'::text) AND (lat IS NULL));
CREATE TRIGGER directory_deletes AFTER DELETE ON public.assets REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.assets REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.assets FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.assets REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER look_alike_updates AFTER UPDATE ON public.assets REFERENCING OLD TABLE AS was NEW TABLE AS now_is FOR EACH STATEMENT EXECUTE FUNCTION note_look_alike_edited();

create table bounced_contacts (
  contact_hash bytea not null,
  bounced_at timestamp with time zone not null,
  code text not null,
  constraint bounced_contacts_pkey PRIMARY KEY (contact_hash)
);

create table checks (
  id bigint not null generated always as identity,
  asset_id uuid not null,
  checked_at timestamp with time zone not null,
  by_kind text not null,
  stood_at timestamp with time zone,
  stood_by text,
  constraint checks_pkey PRIMARY KEY (id),
  constraint checks_by_kind_check CHECK ((by_kind = ANY (ARRAY['group'::text, 'coordinator'::text, 'builder'::text, 'resident'::text]))),
  constraint checks_stood_by_check CHECK ((stood_by = ANY (ARRAY['group'::text, 'coordinator'::text, 'builder'::text, 'resident'::text]))),
  constraint checks_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE
);
CREATE INDEX checks_by_asset ON public.checks USING btree (asset_id, checked_at DESC);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.checks REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.checks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.checks FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.checks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table confirm_requests (
  id uuid not null default gen_random_uuid(),
  asset_id uuid not null,
  letter_id uuid not null,
  stage text not null,
  token_hash bytea not null,
  contact_hash bytea not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  answer text,
  undo jsonb,
  constraint confirm_requests_pkey PRIMARY KEY (id),
  constraint confirm_requests_token_hash_key UNIQUE (token_hash),
  constraint confirm_requests_answer_check CHECK ((answer = ANY (ARRAY['right'::text, 'change'::text, 'closed'::text, 'pause'::text]))),
  constraint confirm_requests_check CHECK (((answered_at IS NULL) = (answer IS NULL))),
  constraint confirm_requests_stage_check CHECK ((stage = ANY (ARRAY['ageing'::text, 'reminder'::text, 'stale'::text, 'last'::text]))),
  constraint confirm_requests_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE
);
CREATE INDEX confirm_requests_by_asset ON public.confirm_requests USING btree (asset_id, made_at);
CREATE INDEX confirm_requests_by_contact ON public.confirm_requests USING btree (contact_hash, made_at);
CREATE INDEX confirm_requests_by_letter ON public.confirm_requests USING btree (letter_id);
CREATE INDEX confirm_requests_unanswered ON public.confirm_requests USING btree (asset_id, made_at) WHERE (answer IS NULL);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.confirm_requests REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.confirm_requests REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.confirm_requests FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.confirm_requests REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table connections (
  asset_id uuid not null,
  area text not null default ''::text,
  month date not null,
  what text not null,
  count integer not null,
  constraint connections_pkey PRIMARY KEY (asset_id, area, month, what),
  constraint connections_count_check CHECK ((count > 0)),
  constraint connections_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric)),
  constraint connections_what_check CHECK ((what = ANY (ARRAY['told'::text, 'walked-along'::text, 'introduced'::text]))),
  constraint connections_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE
);
CREATE INDEX connections_by_area ON public.connections USING btree (area, month);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.connections REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.connections REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.connections FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.connections REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table coordinators (
  id uuid not null default gen_random_uuid(),
  slug text not null,
  name text not null,
  first_name text not null,
  phone text,
  email text,
  about text,
  about_cy text,
  languages text[] not null default '{en}'::text[],
  portrait text,
  active boolean not null default true,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint coordinators_pkey PRIMARY KEY (id),
  constraint coordinators_slug_key UNIQUE (slug),
  constraint coordinators_slug_check CHECK ((slug ~ '^[a-z0-9-]+$'::text))
);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.coordinators REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.coordinators REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.coordinators FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.coordinators REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table directory_changes (
  made_in xid8 not null default pg_current_xact_id(),
  constraint directory_changes_pkey PRIMARY KEY (made_in)
);

create table directory_version (
  only_row boolean not null default true,
  folded bigint not null default 0,
  constraint directory_version_pkey PRIMARY KEY (only_row),
  constraint directory_version_only_row_check CHECK (only_row)
);

create table district (
  only_row boolean not null default true,
  name text not null,
  place text not null,
  place_cy text,
  strapline text,
  strapline_cy text,
  notice text,
  notice_cy text,
  constraint district_pkey PRIMARY KEY (only_row),
  constraint district_only_row_check CHECK (only_row)
);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.district REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.district REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.district FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.district REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table drafts (
  account_id uuid not null,
  asset_id uuid not null,
  of_version integer not null,
  boxes jsonb not null,
  saved_at timestamp with time zone not null,
  constraint drafts_pkey PRIMARY KEY (account_id, asset_id),
  constraint drafts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint drafts_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE
);
CREATE INDEX drafts_by_asset ON public.drafts USING btree (asset_id);
CREATE INDEX drafts_by_time ON public.drafts USING btree (saved_at);

create table events (
  id uuid not null default gen_random_uuid(),
  slug text not null,
  asset_id uuid not null,
  venue_id uuid,
  name text not null,
  name_cy text,
  summary text not null,
  summary_cy text,
  starts_on date not null,
  start_time time without time zone not null,
  minutes integer not null,
  cost_type text not null default 'unknown'::text,
  cost_pence integer,
  cost_note text,
  cancelled boolean not null default false,
  note text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint events_pkey PRIMARY KEY (id),
  constraint events_slug_key UNIQUE (slug),
  constraint events_cost_pence_check CHECK ((cost_pence >= 0)),
  constraint events_cost_type_check CHECK ((cost_type = ANY (ARRAY['free'::text, 'pay-what-you-can'::text, 'price'::text, 'unknown'::text]))),
  constraint events_minutes_check CHECK ((minutes > 0)),
  constraint events_slug_check CHECK ((slug ~ '^[a-z0-9-]+$'::text)),
  constraint events_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE,
  constraint events_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES venues(id) ON DELETE RESTRICT
);
CREATE INDEX events_by_asset ON public.events USING btree (asset_id);
CREATE INDEX events_by_venue ON public.events USING btree (venue_id) WHERE (venue_id IS NOT NULL);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.events REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.events REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table gaps (
  month date not null,
  area text not null,
  term_hash text not null,
  term text,
  looks integer not null default 1,
  days smallint not null default 0,
  last_day date,
  lookers integer not null default 1,
  constraint gaps_pkey PRIMARY KEY (month, area, term_hash),
  constraint gaps_check CHECK (((term IS NULL) OR (last_day IS NULL))),
  constraint gaps_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric))
);

create table gifts (
  asset_id uuid not null,
  relay_contact text,
  introduced_by uuid,
  consented_on date,
  expires_on date,
  constraint gifts_pkey PRIMARY KEY (asset_id),
  constraint gifts_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE,
  constraint gifts_introduced_by_fkey FOREIGN KEY (introduced_by) REFERENCES coordinators(id) ON DELETE SET NULL
);
CREATE INDEX gifts_by_contact ON public.gifts USING btree (hash_of_contact(lower(TRIM(BOTH FROM relay_contact))));
CREATE TRIGGER directory_deletes AFTER DELETE ON public.gifts REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.gifts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.gifts FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.gifts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table holidays (
  id uuid not null default gen_random_uuid(),
  name text not null,
  month_day text not null,
  note text not null,
  open_topics text[] not null default '{}'::text[],
  constraint holidays_pkey PRIMARY KEY (id),
  constraint holidays_month_day_check CHECK ((month_day ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'::text))
);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.holidays REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.holidays REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.holidays FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.holidays REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table import_run_rows (
  run_id uuid not null,
  position integer not null,
  line integer not null,
  outcome text not null,
  name text,
  reason text,
  asset_id uuid,
  like_id uuid,
  like_name text,
  before jsonb,
  version integer,
  undone text,
  constraint import_run_rows_pkey PRIMARY KEY (run_id, "position"),
  constraint import_run_rows_outcome_check CHECK ((outcome = ANY (ARRAY['waiting'::text, 'made'::text, 'changed'::text, 'same'::text, 'refused'::text, 'looks-like'::text]))),
  constraint import_run_rows_undone_check CHECK ((undone = ANY (ARRAY['removed'::text, 'put-back'::text, 'kept'::text]))),
  constraint import_run_rows_run_id_fkey FOREIGN KEY (run_id) REFERENCES import_runs(id) ON DELETE CASCADE
);
CREATE INDEX import_run_rows_by_asset ON public.import_run_rows USING btree (asset_id);
CREATE INDEX import_run_rows_by_outcome ON public.import_run_rows USING btree (run_id, outcome, "position");

create table import_runs (
  id uuid not null default gen_random_uuid(),
  type text not null,
  account_id uuid,
  made_at timestamp with time zone not null,
  state text not null,
  file_name text,
  source text,
  source_name text,
  reading jsonb,
  publish boolean not null default false,
  change jsonb,
  rows_total integer not null default 0,
  rows_done integer not null default 0,
  done_at timestamp with time zone,
  problem text,
  constraint import_runs_pkey PRIMARY KEY (id),
  constraint import_runs_check CHECK (((type = 'bulk'::text) OR ((file_name IS NOT NULL) AND (reading IS NOT NULL)))),
  constraint import_runs_check1 CHECK (((type = 'import'::text) OR (change IS NOT NULL))),
  constraint import_runs_state_check CHECK ((state = ANY (ARRAY['reading'::text, 'checking'::text, 'checked'::text, 'working'::text, 'done'::text, 'undoing'::text, 'undone'::text, 'failed'::text]))),
  constraint import_runs_type_check CHECK ((type = ANY (ARRAY['import'::text, 'bulk'::text]))),
  constraint import_runs_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE SET NULL
);
CREATE INDEX import_runs_at_work ON public.import_runs USING btree (made_at) WHERE (state = ANY (ARRAY['checking'::text, 'working'::text, 'undoing'::text]));
CREATE INDEX import_runs_by_time ON public.import_runs USING btree (made_at DESC, id);

create table joined_topics (
  slug text not null,
  into_slug text not null,
  topic jsonb not null,
  asset_ids uuid[] not null,
  asset_ids_of_both uuid[] not null,
  signpost_ids uuid[] not null,
  signpost_ids_of_both uuid[] not null,
  constraint joined_topics_pkey PRIMARY KEY (slug)
);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.joined_topics REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.joined_topics REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.joined_topics FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.joined_topics REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table kinds (
  slug text not null,
  label text not null,
  label_plural text not null,
  label_cy text,
  label_plural_cy text,
  letter text not null,
  half_life_days integer not null,
  position integer not null default 0,
  constraint kinds_pkey PRIMARY KEY (slug),
  constraint kinds_half_life_days_check CHECK ((half_life_days > 0))
);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.kinds REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.kinds REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.kinds FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.kinds REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table look_alike_keys (
  key text not null,
  asset_id uuid not null,
  constraint look_alike_keys_pkey PRIMARY KEY (key, asset_id),
  constraint look_alike_keys_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE
);
CREATE INDEX look_alike_keys_by_asset ON public.look_alike_keys USING btree (asset_id);

create table look_alike_lines (
  id bigint not null generated always as identity,
  asset_id uuid not null,
  constraint look_alike_lines_pkey PRIMARY KEY (id)
);

create table look_alikes (
  one uuid not null,
  other uuid not null,
  score smallint not null,
  likenesses text[] not null,
  constraint look_alikes_pkey PRIMARY KEY (one, other),
  constraint look_alikes_check CHECK ((one < other)),
  constraint look_alikes_one_fkey FOREIGN KEY (one) REFERENCES assets(id) ON DELETE CASCADE,
  constraint look_alikes_other_fkey FOREIGN KEY (other) REFERENCES assets(id) ON DELETE CASCADE
);
CREATE INDEX look_alikes_by_other ON public.look_alikes USING btree (other);

create table looked_alike (
  asset_id uuid not null,
  print bigint not null,
  constraint looked_alike_pkey PRIMARY KEY (asset_id),
  constraint looked_alike_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE
);

create table looked_over (
  asset_id uuid not null,
  revision_id bigint not null,
  account_id uuid,
  looked_at timestamp with time zone not null,
  constraint looked_over_pkey PRIMARY KEY (asset_id),
  constraint looked_over_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE SET NULL,
  constraint looked_over_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE
);

create table mail_outbox (
  id uuid not null,
  to_address text not null,
  subject text not null,
  text text not null,
  attempts integer not null default 0,
  next_try_at timestamp with time zone not null,
  delete_on date not null,
  constraint mail_outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX mail_outbox_by_turn ON public.mail_outbox USING btree (next_try_at);

create table not_same (
  one uuid not null,
  other uuid not null,
  said_at timestamp with time zone not null default now(),
  said_by text not null,
  constraint not_same_pkey PRIMARY KEY (one, other),
  constraint not_same_check CHECK ((one < other)),
  constraint not_same_one_fkey FOREIGN KEY (one) REFERENCES assets(id) ON DELETE CASCADE,
  constraint not_same_other_fkey FOREIGN KEY (other) REFERENCES assets(id) ON DELETE CASCADE
);

create table occurrences (
  asset_id uuid,
  coordinator_id uuid,
  session_id uuid,
  event_id uuid,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  local_date date not null,
  weekday text not null,
  day_part text not null,
  status text not null,
  note text,
  moved_from timestamp with time zone,
  moved_to timestamp with time zone,
  most_days boolean not null default false,
  changed_at timestamp with time zone not null default now(),
  constraint occurrences_check CHECK (((asset_id IS NULL) <> (coordinator_id IS NULL))),
  constraint occurrences_check1 CHECK (((session_id IS NULL) <> (event_id IS NULL))),
  constraint occurrences_check2 CHECK (((moved_from IS NULL) OR (status = 'moved'::text))),
  constraint occurrences_check3 CHECK (((moved_to IS NULL) OR (status = 'cancelled'::text))),
  constraint occurrences_day_part_check CHECK ((day_part = ANY (ARRAY['morning'::text, 'afternoon'::text, 'evening'::text]))),
  constraint occurrences_status_check CHECK ((status = ANY (ARRAY['on'::text, 'cancelled'::text, 'moved'::text]))),
  constraint occurrences_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE,
  constraint occurrences_coordinator_id_fkey FOREIGN KEY (coordinator_id) REFERENCES coordinators(id) ON DELETE CASCADE,
  constraint occurrences_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(id) ON DELETE CASCADE,
  constraint occurrences_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE
);
CREATE INDEX occurrences_by_asset ON public.occurrences USING btree (asset_id, starts_at) INCLUDE (ends_at, local_date, day_part, weekday, status, most_days);
CREATE INDEX occurrences_by_coordinator ON public.occurrences USING btree (coordinator_id, starts_at);
CREATE INDEX occurrences_by_session ON public.occurrences USING btree (session_id) WHERE (session_id IS NOT NULL);
CREATE INDEX occurrences_of_day ON public.occurrences USING btree (local_date, most_days, starts_at, asset_id, coordinator_id) INCLUDE (ends_at, weekday, day_part, status);
CREATE UNIQUE INDEX occurrences_of_source ON public.occurrences USING btree (COALESCE(session_id, event_id), starts_at, COALESCE(moved_from, starts_at));
CREATE TRIGGER directory_deletes AFTER DELETE ON public.occurrences REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.occurrences REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.occurrences FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.occurrences REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table outbox (
  id bigint not null generated always as identity,
  document_id text not null,
  change text not null,
  created_at timestamp with time zone not null default now(),
  server text,
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_change_check CHECK ((change = ANY (ARRAY['put'::text, 'remove'::text])))
);
CREATE INDEX outbox_by_server ON public.outbox USING btree (server, id);
CREATE INDEX outbox_removals ON public.outbox USING btree (document_id) WHERE (change = 'remove'::text);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.outbox REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.outbox REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.outbox FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.outbox REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table own_links (
  id uuid not null default gen_random_uuid(),
  asset_id uuid not null,
  token_hash bytea not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  ends_at timestamp with time zone not null,
  used_on date,
  stopped_at timestamp with time zone,
  stopped_by uuid,
  answer text,
  answered_at timestamp with time zone,
  undo jsonb,
  constraint own_links_pkey PRIMARY KEY (id),
  constraint own_links_token_hash_key UNIQUE (token_hash),
  constraint own_links_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE,
  constraint own_links_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts(id) ON DELETE SET NULL,
  constraint own_links_stopped_by_fkey FOREIGN KEY (stopped_by) REFERENCES accounts(id) ON DELETE SET NULL
);
CREATE INDEX own_links_by_asset ON public.own_links USING btree (asset_id, made_at DESC);
CREATE INDEX own_links_by_end ON public.own_links USING btree (ends_at);
CREATE UNIQUE INDEX own_links_one_each ON public.own_links USING btree (asset_id) WHERE (stopped_at IS NULL);

create table own_phrases (
  id uuid not null,
  phrases text[] not null,
  topics text[] not null,
  words text[] not null,
  language text not null,
  constraint own_phrases_pkey PRIMARY KEY (id),
  constraint own_phrases_language_check CHECK ((language = ANY (ARRAY['en'::text, 'cy'::text]))),
  constraint own_phrases_phrases_check CHECK ((phrases <> '{}'::text[]))
);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.own_phrases REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.own_phrases REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.own_phrases FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.own_phrases REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table own_synonyms (
  id uuid not null,
  words text[] not null,
  replaces text,
  constraint own_synonyms_pkey PRIMARY KEY (id)
);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.own_synonyms REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.own_synonyms REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.own_synonyms FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.own_synonyms REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table passkey_challenges (
  challenge_hash text not null,
  account_id uuid,
  expires_at timestamp with time zone not null,
  constraint passkey_challenges_pkey PRIMARY KEY (challenge_hash),
  constraint passkey_challenges_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);

create table passkeys (
  id text not null,
  account_id uuid not null,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}'::text[],
  made_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  constraint passkeys_pkey PRIMARY KEY (id),
  constraint passkeys_name_check CHECK ((name <> ''::text)),
  constraint passkeys_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
CREATE INDEX passkeys_by_account ON public.passkeys USING btree (account_id);

create table photo_changes (
  id bigint not null generated always as identity,
  asset_id uuid not null,
  photo_id uuid not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  what text not null,
  alt text not null,
  alt_cy text,
  alt_before text,
  alt_cy_before text,
  constraint photo_changes_pkey PRIMARY KEY (id),
  constraint photo_changes_what_check CHECK ((what = ANY (ARRAY['added'::text, 'shown'::text, 'words'::text, 'door'::text, 'not-door'::text, 'moved'::text, 'away'::text, 'back'::text]))),
  constraint photo_changes_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE,
  constraint photo_changes_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts(id) ON DELETE SET NULL
);
CREATE INDEX photo_changes_by_asset ON public.photo_changes USING btree (asset_id, id DESC);
CREATE INDEX photo_changes_by_photo ON public.photo_changes USING btree (photo_id);

create table places (
  id bigint not null generated always as identity,
  name text not null,
  name_cy text,
  folded text not null,
  folded_cy text,
  type text not null,
  lat double precision not null,
  lng double precision not null,
  source text,
  constraint places_pkey PRIMARY KEY (id),
  constraint places_type_check CHECK ((type = ANY (ARRAY['town'::text, 'village'::text, 'district'::text, 'street'::text, 'landmark'::text]))),
  constraint places_source_fkey FOREIGN KEY (source) REFERENCES sources(slug) ON DELETE CASCADE
);
CREATE INDEX places_by_folded ON public.places USING btree (folded text_pattern_ops);
CREATE INDEX places_by_folded_cy ON public.places USING btree (folded_cy text_pattern_ops);
CREATE INDEX places_landmarks ON public.places USING btree (lat, lng) WHERE (type = 'landmark'::text);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.places REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.places REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.places FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.places REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table postcodes (
  postcode text not null,
  lat double precision not null,
  lng double precision not null,
  constraint postcodes_pkey PRIMARY KEY (postcode)
);
CREATE INDEX postcodes_by_prefix ON public.postcodes USING btree (replace(postcode, ' '::text, ''::text) text_pattern_ops);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.postcodes REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.postcodes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.postcodes FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.postcodes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table private_reads (
  id bigint not null generated always as identity,
  read_at timestamp with time zone not null,
  account_id uuid not null,
  what text not null,
  subject text not null,
  constraint private_reads_pkey PRIMARY KEY (id),
  constraint private_reads_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
CREATE INDEX private_reads_by_account ON public.private_reads USING btree (account_id);
CREATE INDEX private_reads_by_time ON public.private_reads USING btree (read_at);

create table program_facts (
  name text not null,
  value jsonb not null,
  updated_at timestamp with time zone not null default now(),
  constraint program_facts_pkey PRIMARY KEY (name)
);

create table proposals (
  id uuid not null,
  fields jsonb not null,
  status text not null default 'waiting'::text,
  area_id uuid,
  venue_id uuid,
  lat double precision,
  lng double precision,
  locale text not null,
  reply_email text,
  looks_like text not null,
  looks_like_reasons text[] not null default '{}'::text[],
  look_alikes uuid[] not null default '{}'::uuid[],
  junk_score smallint not null default 0,
  junk_reasons text[] not null default '{}'::text[],
  text_hash text not null,
  coordinator text,
  told_on date,
  made_asset_id uuid,
  made_signpost_id uuid,
  created_at timestamp with time zone not null default now(),
  delete_on date not null,
  draft_asset_id uuid,
  draft_page text,
  kept_contact jsonb,
  kept_until timestamp with time zone,
  constraint proposals_pkey PRIMARY KEY (id),
  constraint proposals_check CHECK (((lat IS NULL) = (lng IS NULL))),
  constraint proposals_check1 CHECK (((status = 'waiting'::text) OR (reply_email IS NULL))),
  constraint proposals_check2 CHECK (((kept_contact IS NULL) = (kept_until IS NULL))),
  constraint proposals_looks_like_check CHECK ((looks_like = ANY (ARRAY['asset'::text, 'service'::text]))),
  constraint proposals_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'accepted'::text, 'declined'::text]))),
  constraint proposals_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE SET NULL,
  constraint proposals_coordinator_fkey FOREIGN KEY (coordinator) REFERENCES coordinators(slug) ON UPDATE CASCADE ON DELETE SET NULL,
  constraint proposals_draft_asset_id_fkey FOREIGN KEY (draft_asset_id) REFERENCES assets(id) ON DELETE SET NULL,
  constraint proposals_made_asset_id_fkey FOREIGN KEY (made_asset_id) REFERENCES assets(id) ON DELETE SET NULL,
  constraint proposals_made_signpost_id_fkey FOREIGN KEY (made_signpost_id) REFERENCES signposts(id) ON DELETE SET NULL,
  constraint proposals_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES venues(id) ON DELETE SET NULL
);
CREATE INDEX proposals_by_draft ON public.proposals USING btree (draft_asset_id) WHERE (draft_asset_id IS NOT NULL);
CREATE INDEX proposals_by_end ON public.proposals USING btree (delete_on);
CREATE INDEX proposals_by_kept ON public.proposals USING btree (kept_until) WHERE (kept_until IS NOT NULL);
CREATE INDEX proposals_by_telling ON public.proposals USING btree (coordinator, told_on);
CREATE INDEX proposals_by_text ON public.proposals USING btree (text_hash) WHERE (status = 'waiting'::text);
CREATE INDEX proposals_waiting ON public.proposals USING btree (area_id, created_at) WHERE (status = 'waiting'::text);

create table proposed_edits (
  id uuid not null default gen_random_uuid(),
  account_id uuid,
  asset_id uuid not null,
  of_version integer not null,
  state jsonb not null,
  made_at timestamp with time zone not null,
  status text not null default 'waiting'::text,
  answer text,
  parts text[],
  constraint proposed_edits_pkey PRIMARY KEY (id),
  constraint proposed_edits_account_id_asset_id_key UNIQUE (account_id, asset_id),
  constraint proposed_edits_check CHECK (((status = 'declined'::text) = (answer IS NOT NULL))),
  constraint proposed_edits_check1 CHECK (((account_id IS NULL) = (parts IS NOT NULL))),
  constraint proposed_edits_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'declined'::text]))),
  constraint proposed_edits_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint proposed_edits_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE
);
CREATE INDEX proposed_edits_by_asset ON public.proposed_edits USING btree (asset_id);
CREATE UNIQUE INDEX proposed_edits_of_group ON public.proposed_edits USING btree (asset_id) WHERE (account_id IS NULL);

create table put_off (
  account_id uuid not null,
  item text not null,
  until timestamp with time zone not null,
  constraint put_off_pkey PRIMARY KEY (account_id, item),
  constraint put_off_item_check CHECK ((length(item) <= 200)),
  constraint put_off_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);

create table recent_views (
  asset_id uuid not null,
  views integer not null,
  constraint recent_views_pkey PRIMARY KEY (asset_id) INCLUDE (views),
  constraint recent_views_views_check CHECK ((views > 0)),
  constraint recent_views_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE
);

create table recut_areas (
  recut_id uuid not null,
  area_id uuid not null,
  position integer not null,
  is_new boolean not null default false,
  name text not null,
  name_cy text,
  version_id uuid,
  was jsonb,
  geometry jsonb,
  population integer,
  population_source text,
  population_guessed boolean not null default false,
  inherits_from uuid,
  heir_id uuid,
  constraint recut_areas_pkey PRIMARY KEY (recut_id, area_id),
  constraint recut_areas_geometry_check CHECK (((geometry ->> 'type'::text) = 'MultiPolygon'::text)),
  constraint recut_areas_name_check CHECK ((name <> ''::text)),
  constraint recut_areas_population_check CHECK ((population >= 0)),
  constraint recut_areas_recut_id_fkey FOREIGN KEY (recut_id) REFERENCES recuts(id) ON DELETE CASCADE
);

create table recuts (
  id uuid not null default gen_random_uuid(),
  kind text not null,
  state text not null default 'draft'::text,
  starts_on date,
  left_open jsonb not null default '[]'::jsonb,
  made_at timestamp with time zone not null,
  account_id uuid,
  made_by text not null,
  done_at timestamp with time zone,
  constraint recuts_pkey PRIMARY KEY (id),
  constraint recuts_check CHECK (((state = 'draft'::text) OR (starts_on IS NOT NULL))),
  constraint recuts_kind_check CHECK ((kind = ANY (ARRAY['reshape'::text, 'split'::text, 'give'::text, 'add'::text, 'back'::text]))),
  constraint recuts_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'asked'::text, 'planned'::text, 'done'::text, 'stopped'::text]))),
  constraint recuts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE SET NULL
);
CREATE INDEX recuts_by_account ON public.recuts USING btree (account_id);
CREATE INDEX recuts_by_state ON public.recuts USING btree (state, starts_on);

create table refused_actions (
  id bigint not null generated always as identity,
  refused_at timestamp with time zone not null,
  account_id uuid not null,
  action text not null,
  area_id uuid,
  constraint refused_actions_pkey PRIMARY KEY (id),
  constraint refused_actions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint refused_actions_area_id_fkey FOREIGN KEY (area_id) REFERENCES areas(id) ON DELETE SET NULL
);
CREATE INDEX refused_actions_by_account ON public.refused_actions USING btree (account_id);
CREATE INDEX refused_actions_by_time ON public.refused_actions USING btree (refused_at);

create table revisions (
  id bigint not null generated always as identity,
  subject_type text not null,
  subject_id uuid not null,
  made_at timestamp with time zone not null default now(),
  made_by text not null,
  snapshot jsonb not null,
  constraint revisions_pkey PRIMARY KEY (id),
  constraint revisions_subject_type_check CHECK ((subject_type = ANY (ARRAY['asset'::text, 'signpost'::text, 'area'::text, 'coordinator'::text, 'venue'::text])))
);
CREATE INDEX revisions_by_maker ON public.revisions USING btree (made_by, made_at) WHERE (subject_type = 'asset'::text);
CREATE INDEX revisions_by_subject ON public.revisions USING btree (subject_type, subject_id, id DESC);

create table session_exceptions (
  session_id uuid not null,
  on_date date not null,
  change text not null,
  to_date date,
  to_time time without time zone,
  note text,
  constraint session_exceptions_pkey PRIMARY KEY (session_id, on_date),
  constraint session_exceptions_change_check CHECK ((change = ANY (ARRAY['cancelled'::text, 'moved'::text, 'note'::text]))),
  constraint session_exceptions_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE
);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.session_exceptions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.session_exceptions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.session_exceptions FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.session_exceptions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table sessions (
  id uuid not null default gen_random_uuid(),
  asset_id uuid,
  coordinator_id uuid,
  venue_id uuid,
  title text,
  title_cy text,
  rule text,
  starts_on date,
  ends_on date,
  start_time time without time zone,
  minutes integer,
  term_time boolean not null default false,
  paused_from date,
  paused_until date,
  pause_note text,
  by_appointment boolean not null default false,
  usually text,
  note text,
  position integer not null default 0,
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_check CHECK (((asset_id IS NULL) <> (coordinator_id IS NULL))),
  constraint sessions_check1 CHECK (((rule IS NULL) OR ((starts_on IS NOT NULL) AND (start_time IS NOT NULL) AND (minutes IS NOT NULL)))),
  constraint sessions_check2 CHECK (((rule IS NOT NULL) OR by_appointment OR (usually IS NOT NULL))),
  constraint sessions_minutes_check CHECK (((minutes > 0) AND (minutes <= 1440))),
  constraint sessions_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE,
  constraint sessions_coordinator_id_fkey FOREIGN KEY (coordinator_id) REFERENCES coordinators(id) ON DELETE CASCADE,
  constraint sessions_venue_id_fkey FOREIGN KEY (venue_id) REFERENCES venues(id) ON DELETE RESTRICT
);
CREATE INDEX sessions_by_asset ON public.sessions USING btree (asset_id);
CREATE INDEX sessions_by_coordinator ON public.sessions USING btree (coordinator_id);
CREATE INDEX sessions_by_end ON public.sessions USING btree (ends_on) WHERE ((ends_on IS NOT NULL) AND (asset_id IS NOT NULL));
CREATE INDEX sessions_by_venue ON public.sessions USING btree (venue_id) WHERE (venue_id IS NOT NULL);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.sessions REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.sessions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.sessions FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.sessions REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table settings_changes (
  id bigint not null generated always as identity,
  setting text not null,
  subject text not null,
  before jsonb,
  after jsonb,
  made_at timestamp with time zone not null,
  account_id uuid,
  made_by text not null,
  constraint settings_changes_pkey PRIMARY KEY (id),
  constraint settings_changes_setting_check CHECK ((setting = ANY (ARRAY['signpost'::text, 'topic'::text, 'join'::text, 'kind'::text, 'texts'::text, 'term'::text, 'holiday'::text, 'phrase'::text, 'synonyms'::text]))),
  constraint settings_changes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE SET NULL
);
CREATE INDEX settings_changes_by_account ON public.settings_changes USING btree (account_id);
CREATE INDEX settings_changes_by_subject ON public.settings_changes USING btree (setting, subject, id);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.settings_changes REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.settings_changes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.settings_changes FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.settings_changes REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table shortlists (
  code text not null,
  asset_ids uuid[] not null,
  expires_at timestamp with time zone not null,
  constraint shortlists_pkey PRIMARY KEY (code),
  constraint shortlists_code_check CHECK ((code ~ '^[0-9CDFHJKMNPRTVWXY]{6}$'::text))
);
CREATE INDEX shortlists_by_expiry ON public.shortlists USING btree (expires_at);

create table sign_in_links (
  token_hash text not null,
  account_id uuid not null,
  browser_hash text,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_links_pkey PRIMARY KEY (token_hash),
  constraint sign_in_links_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
CREATE INDEX sign_in_links_by_account ON public.sign_in_links USING btree (account_id, made_at);

create table signposts (
  id uuid not null default gen_random_uuid(),
  slug text not null,
  status text not null default 'published'::text,
  name text not null,
  name_cy text,
  summary text not null,
  summary_cy text,
  phone text,
  web text,
  hours text,
  crisis boolean not null default false,
  topics text[] not null default '{}'::text[],
  area_ids uuid[] not null default '{}'::uuid[],
  lat double precision,
  lng double precision,
  languages text[] not null default '{en}'::text[],
  access text[] not null default '{}'::text[],
  source text,
  source_id text,
  version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint signposts_pkey PRIMARY KEY (id),
  constraint signposts_slug_key UNIQUE (slug),
  constraint signposts_source_source_id_key UNIQUE (source, source_id),
  constraint signposts_check CHECK (((lat IS NULL) = (lng IS NULL))),
  constraint signposts_slug_check CHECK ((slug ~ '^[a-z0-9-]+$'::text)),
  constraint signposts_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'hidden'::text]))),
  constraint signposts_source_fkey FOREIGN KEY (source) REFERENCES sources(slug) ON DELETE RESTRICT
);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.signposts REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.signposts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.signposts FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.signposts REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table sources (
  slug text not null,
  name text not null,
  credit text,
  loaded_at timestamp with time zone not null default now(),
  constraint sources_pkey PRIMARY KEY (slug)
);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.sources REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.sources REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.sources FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.sources REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table suggestions (
  id uuid not null,
  type text not null,
  asset_id uuid not null,
  text text,
  reply_email text,
  status text not null default 'waiting'::text,
  created_at timestamp with time zone not null default now(),
  delete_on date not null,
  coordinator text,
  told_on date,
  by_group boolean not null default false,
  locale text not null default 'en'::text,
  constraint suggestions_pkey PRIMARY KEY (id),
  constraint suggestions_check CHECK (((type = 'closed'::text) OR (text IS NOT NULL))),
  constraint suggestions_check1 CHECK (((status = 'waiting'::text) OR (reply_email IS NULL))),
  constraint suggestions_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'answered'::text]))),
  constraint suggestions_type_check CHECK ((type = ANY (ARRAY['change'::text, 'closed'::text]))),
  constraint suggestions_asset_id_fkey FOREIGN KEY (asset_id) REFERENCES assets(id) ON DELETE CASCADE,
  constraint suggestions_coordinator_fkey FOREIGN KEY (coordinator) REFERENCES coordinators(slug) ON UPDATE CASCADE ON DELETE SET NULL
);
CREATE INDEX suggestions_by_asset ON public.suggestions USING btree (asset_id);
CREATE INDEX suggestions_by_end ON public.suggestions USING btree (delete_on);
CREATE INDEX suggestions_by_telling ON public.suggestions USING btree (coordinator, told_on);
CREATE INDEX suggestions_waiting ON public.suggestions USING btree (asset_id) WHERE (status = 'waiting'::text);

create table terms (
  name text not null,
  starts_on date not null,
  ends_on date not null,
  id uuid not null default gen_random_uuid(),
  constraint terms_pkey PRIMARY KEY (name),
  constraint terms_id_key UNIQUE (id),
  constraint terms_check CHECK ((starts_on <= ends_on))
);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.terms REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.terms REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.terms FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.terms REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table today_steps (
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  made_at timestamp with time zone not null,
  act text not null,
  name text not null,
  name_cy text,
  taken_back boolean not null default false,
  undo jsonb not null,
  constraint today_steps_pkey PRIMARY KEY (id),
  constraint today_steps_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
CREATE INDEX today_steps_by_time ON public.today_steps USING btree (made_at);

create table topics (
  slug text not null,
  label text not null,
  label_cy text,
  wish text not null,
  wish_cy text,
  position integer not null default 0,
  constraint topics_pkey PRIMARY KEY (slug),
  constraint topics_slug_check CHECK ((slug ~ '^[a-z0-9-]+$'::text))
);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.topics REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.topics REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.topics FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.topics REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table venues (
  id uuid not null default gen_random_uuid(),
  slug text not null,
  name text not null,
  name_cy text,
  address text,
  postcode text,
  lat double precision,
  lng double precision,
  access text[] not null default '{}'::text[],
  directions text,
  bus text,
  source text,
  source_id text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint venues_pkey PRIMARY KEY (id),
  constraint venues_slug_key UNIQUE (slug),
  constraint venues_source_source_id_key UNIQUE (source, source_id),
  constraint venues_check CHECK (((lat IS NULL) = (lng IS NULL))),
  constraint venues_slug_check CHECK ((slug ~ '^[a-z0-9-]+$'::text)),
  constraint venues_source_fkey FOREIGN KEY (source) REFERENCES sources(slug) ON DELETE RESTRICT
);
CREATE INDEX venues_by_point ON public.venues USING btree (lat, lng) WHERE (lat IS NOT NULL);
CREATE TRIGGER directory_deletes AFTER DELETE ON public.venues REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_inserts AFTER INSERT ON public.venues REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_truncates AFTER TRUNCATE ON public.venues FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();
CREATE TRIGGER directory_updates AFTER UPDATE ON public.venues REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION note_directory_change();

create table walk_entries (
  id uuid not null,
  account_id uuid not null,
  taken_at timestamp with time zone not null,
  act text,
  name text,
  name_cy text,
  taken_back boolean not null default false,
  undo jsonb not null default '[]'::jsonb,
  constraint walk_entries_pkey PRIMARY KEY (id),
  constraint walk_entries_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
);
CREATE INDEX walk_entries_by_account ON public.walk_entries USING btree (account_id);
CREATE INDEX walk_entries_by_time ON public.walk_entries USING btree (taken_at);
