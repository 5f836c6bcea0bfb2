import type { Queryable } from '../db/database.ts';
import { editedHere } from './listing-queries.ts';

/** Names that stand, folded and placed, for telling duplicates; it lives as long as the import's transaction. */
export const createNameTable = async (tx: Queryable) => {
  await tx.query(
    'create-import-names',
    'create temporary table if not exists import_names (folded text, lat float8, lng float8, name text, source text, source_id text) on commit drop',
    [],
  );
  await tx.query('clear-import-names', 'truncate import_names', []);
  await tx.query('index-import-names', 'create index if not exists import_names_by_folded on import_names (folded)', []);
};

/** Ids that a file has told of, with their line; it lives as long as the import's transaction. */
export const createSeenTable = async (tx: Queryable) => {
  await tx.query(
    'create-import-seen',
    'create temporary table if not exists import_seen (source_id text primary key, line integer) on commit drop',
    [],
  );
  await tx.query('clear-import-seen', 'truncate import_seen', []);
};

export interface NameRow {
  folded: string;
  lat: number | null;
  lng: number | null;
  name: string;
  source: string | null;
  source_id: string | null;
}

export const addNames = (tx: Queryable, rows: NameRow[]) =>
  tx.query(
    'add-import-names',
    `insert into import_names select r.folded, r.lat, r.lng, r.name, r.source, r.source_id
     from jsonb_to_recordset($1::jsonb) as r(folded text, lat float8, lng float8, name text, source text, source_id text)`,
    [JSON.stringify(rows)],
  );

export const namesLike = (tx: Queryable, folded: string[]) =>
  tx.query<NameRow>(
    'import-names-like',
    'select folded, lat, lng, name, source, source_id from import_names where folded = any ($1::text[])',
    [folded],
  );

/** Letters, digits and signs that every keyboard has: what `foldText` makes of them SQL can say too, and faster. */
const isPlainName = "a.name ~ '^[ -~’]*$'";

/** Keeps the names of all that stands, but for those with other letters, folded as `foldText` folds them. */
export const addPlainNames = (tx: Queryable) =>
  tx.query(
    'add-plain-import-names',
    `insert into import_names
     select trim(regexp_replace(replace(translate(lower(a.name), '''’\`', ''), '&', ' and '), '[^a-z0-9]+', ' ', 'g')),
       coalesce(a.lat, v.lat), coalesce(a.lng, v.lng), a.name, a.source, a.source_id
     from assets a left join venues v on v.id = a.venue_id
     where a.status <> 'closed' and ${isPlainName}`,
    [],
  );

/** Name and place of every other asset, a page at a time by id. */
export const assetNamesAfter = (tx: Queryable, after: string, limit: number) =>
  tx.query<{ id: string; name: string; lat: number | null; lng: number | null; source: string | null; source_id: string | null }>(
    'asset-names-after',
    `select a.id, a.name, coalesce(a.lat, v.lat) as lat, coalesce(a.lng, v.lng) as lng, a.source, a.source_id
     from assets a left join venues v on v.id = a.venue_id
     where a.id > $1::uuid and a.status <> 'closed' and not (${isPlainName})
     order by a.id limit $2::integer`,
    [after, limit],
  );

/** Notes on which line an id was read; answers those that were noted before, with their line. */
export const noteSeen = (tx: Queryable, rows: { source_id: string; line: number }[]) =>
  tx.query<{ source_id: string; line: number }>(
    'note-import-seen',
    `with given as (
       select * from jsonb_to_recordset($1::jsonb) as r(source_id text, line integer)
     ), before as (
       select s.source_id, s.line from import_seen s join given g using (source_id)
     ), noted as (
       insert into import_seen select source_id, min(line) from given group by source_id on conflict do nothing
     )
     select source_id, line from before`,
    [JSON.stringify(rows)],
  );

export const postcodePoints = (tx: Queryable, postcodes: string[]) =>
  tx.query<{ postcode: string; lat: number; lng: number }>(
    'import-postcode-points',
    'select postcode, lat, lng from postcodes where postcode = any ($1::text[])',
    [postcodes],
  );

export const areaNames = (tx: Queryable) => tx.query<{ id: string; name: string }>('import-area-names', 'select id, name from areas', []);

/** For each point the three nearest names that people know, of different names; nearest first, none further than 2 km or so. */
export const nearestNames = (tx: Queryable, points: { lat: number; lng: number }[]) =>
  tx.query<{ position: number; names: string[] }>(
    'import-nearest-names',
    `select p.position, array(
       select name from (
         select distinct on (n.name) n.name, point(n.lng * 0.6, n.lat) <-> point(p.lng * 0.6, p.lat) as away
         from places n
         where n.type <> 'district' and n.lat between p.lat - 0.02 and p.lat + 0.02 and n.lng between p.lng - 0.033 and p.lng + 0.033
         order by n.name, away
       ) near order by away limit 3
     ) as names
     from jsonb_to_recordset($1::jsonb) as p(position integer, lat float8, lng float8)`,
    [JSON.stringify(points.map((point, index) => ({ position: index + 1, lat: point.lat, lng: point.lng })))],
  );

type SluggedTable = 'assets' | 'venues' | 'signposts';

const standing: Record<SluggedTable, string> = {
  assets: 'select source_id, slug, id from assets where source = $1::text and source_id = any ($2::text[])',
  venues: 'select source_id, slug, id from venues where source = $1::text and source_id = any ($2::text[])',
  signposts: 'select source_id, slug, id from signposts where source = $1::text and source_id = any ($2::text[])',
};
const taken: Record<SluggedTable, string> = {
  assets: 'select slug from assets where slug = any ($1::text[])',
  venues: 'select slug from venues where slug = any ($1::text[])',
  signposts: 'select slug from signposts where slug = any ($1::text[])',
};

/** Rows of a source that stand already, with the short names they keep. */
export const standingRows = (tx: Queryable, table: SluggedTable, source: string, sourceIds: string[]) =>
  tx.query<{ source_id: string; slug: string; id: string }>(`import-standing-${table}`, standing[table], [source, sourceIds]);

/** A row that turns out to be wrong halfway is taken back alone. */
export const beginRow = (tx: Queryable) => tx.query('begin-import-row', 'savepoint import_row');
export const takeRowBack = (tx: Queryable) => tx.query('take-import-row-back', 'rollback to savepoint import_row');

export const assetVersions = (tx: Queryable, ids: string[]) =>
  tx.query<{ id: string; version: number }>('imported-asset-versions', 'select id, version from assets where id = any ($1::uuid[])', [ids]);

/** In which area those that stand already lie. */
export const standingAreas = (tx: Queryable, source: string, sourceIds: string[]) =>
  tx.query<{ source_id: string; area_id: string | null }>(
    'areas-of-standing-assets',
    'select source_id, area_id from assets where source = $1::text and source_id = any ($2::text[])',
    [source, sourceIds],
  );

export const takenSlugs = (tx: Queryable, table: SluggedTable, slugs: string[]) =>
  tx.query<{ slug: string }>(`import-taken-slugs-${table}`, taken[table], [slugs]);

/** "When, in words" of assets without fixed times, but for those that people here have edited; answers the ids of those for whom that was a change. */
export const saveUsually = (tx: Queryable, rows: { source: string; source_id: string; usually: string | null }[]) =>
  tx.query<{ id: string }>(
    'save-imported-usually',
    `with given as (
       select a.id as asset_id, md5('import:' || r.source || ':' || r.source_id)::uuid as id, r.usually
       from jsonb_to_recordset($1::jsonb) as r(source text, source_id text, usually text)
       join assets a on a.source = r.source and a.source_id = r.source_id
       where not ${editedHere('asset', 'a')}
     ), gone as (
       delete from sessions s using given g where s.id = g.id and g.usually is null returning s.asset_id as id
     ), saved as (
       insert into sessions as s (id, asset_id, usually) select id, asset_id, usually from given where usually is not null
       on conflict (id) do update set usually = excluded.usually where s.usually is distinct from excluded.usually
       returning s.asset_id as id
     )
     select id from gone union select id from saved`,
    [JSON.stringify(rows)],
  );

export const countListings = (db: Queryable) =>
  db.query<{ areas: number; located: number; unlocated: number; signposts: number; postcodes: number }>(
    'count-listings',
    `select (select count(*)::int from areas) as areas,
       (select count(*)::int from assets a left join venues v on v.id = a.venue_id where a.status = 'published' and coalesce(a.lat, v.lat) is not null) as located,
       (select count(*)::int from assets a left join venues v on v.id = a.venue_id where a.status = 'published' and coalesce(a.lat, v.lat) is null) as unlocated,
       (select count(*)::int from signposts where status = 'published') as signposts,
       (select count(*)::int from postcodes) as postcodes`,
    [],
  );

/** Fresh statistics: without them the planner takes a table that has just been filled for an empty one. */
export const analyse = (db: Queryable) => db.query('analyse-after-import', 'analyze', []);
