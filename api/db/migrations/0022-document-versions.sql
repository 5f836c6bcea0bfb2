-- Tells two states of a document apart without reading them: by it another index is compared with the directory.
alter table asset_search add column version text generated always as (md5(document::text)) stored;
