import type { Queryable } from '../../db/database.ts';
import type { IndexPoint, SentDocument } from '../asset-index.ts';

export interface VersionRow {
  id: string;
  version: string;
}

export async function countRows(db: Queryable): Promise<number> {
  const [row] = await db.query<{ count: number }>('search-count-rows', 'select count(*)::int as count from asset_search');
  return row?.count ?? 0;
}

/** After `after`, in rising order. */
export async function listVersions(db: Queryable, after: string, limit: number): Promise<VersionRow[]> {
  return db.query<VersionRow>(
    'search-list-versions',
    'select id, version from asset_search where id > $1::text order by id limit $2::int',
    [after, limit],
  );
}

export async function loadVersions(db: Queryable, ids: string[]): Promise<VersionRow[]> {
  return db.query<VersionRow>('search-load-versions', 'select id, version from asset_search where id = any($1::text[])', [ids]);
}

export async function loadPlaces(db: Queryable, ids: string[]): Promise<IndexPoint[]> {
  return db.query<IndexPoint>(
    'search-load-places',
    `select id, document ->> 'slug' as slug, kind, lat, lng from asset_search where id = any($1::text[]) and lat is not null`,
    [ids],
  );
}

/** As they stand now, for another index; those that are missing are public no more. */
export async function loadSentDocuments(db: Queryable, ids: string[]): Promise<SentDocument[]> {
  const rows = await db.query<{ document: SentDocument }>(
    'search-load-sent-documents',
    `select document || jsonb_build_object('version', version) as document from asset_search where id = any($1::text[])`,
    [ids],
  );
  return rows.map((row) => row.document);
}

export async function listSentDocuments(db: Queryable, after: string, limit: number): Promise<SentDocument[]> {
  const rows = await db.query<{ document: SentDocument }>(
    'search-list-sent-documents',
    `select document || jsonb_build_object('version', version) as document from asset_search where id > $1::text order by id limit $2::int`,
    [after, limit],
  );
  return rows.map((row) => row.document);
}
