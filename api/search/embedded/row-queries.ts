import type { Queryable } from '../../db/database.ts';
import type { AssetDocument } from '../asset-index.ts';

export interface DocumentRow {
  id: string;
  tier: number;
  kind: string;
  /** Names between bars, singular: `| mend and natter | trwsio a sgwr |`. */
  folded_name: string;
  topics: string[];
  areas: string[];
  next_at: string | null;
  document: AssetDocument;
}

/** Writes what differs, notes it for every process, and answers which ids these were. */
export async function putRows(db: Queryable, rows: DocumentRow[]): Promise<string[]> {
  const written = await db.query<{ id: string }>(
    'search-put-rows',
    `with written as (
       insert into asset_search (id, tier, kind, folded_name, topics, areas, next_at, document)
       select id, tier, kind, folded_name, topics, areas, next_at, document
       from jsonb_to_recordset($1::jsonb) as row (id text, tier smallint, kind text, folded_name text, topics text[], areas text[], next_at timestamptz, document jsonb)
       order by id
       on conflict (id) do update set tier = excluded.tier, kind = excluded.kind, folded_name = excluded.folded_name, topics = excluded.topics,
         areas = excluded.areas, next_at = excluded.next_at, document = excluded.document
       where asset_search.document is distinct from excluded.document
       returning id
     )
     insert into asset_search_changes (document_id) select id from written returning document_id as id`,
    [JSON.stringify(rows)],
  );
  return written.map((row) => row.id);
}

/** Answers which of them were there. */
export async function deleteRows(db: Queryable, ids: string[]): Promise<string[]> {
  const gone = await db.query<{ id: string }>(
    'search-delete-rows',
    `with gone as (delete from asset_search where id = any($1::text[]) returning id)
     insert into asset_search_changes (document_id) select id from gone returning document_id as id`,
    [ids],
  );
  return gone.map((row) => row.id);
}

export async function listRowIds(db: Queryable, after: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'search-list-row-ids',
    'select id from asset_search where id > $1::text order by id limit $2::int',
    [after, limit],
  );
  return rows.map((row) => row.id);
}

export async function listDocuments(db: Queryable, after: string, limit: number): Promise<AssetDocument[]> {
  const rows = await db.query<{ document: AssetDocument }>(
    'search-list-documents',
    'select document from asset_search where id > $1::text order by id limit $2::int',
    [after, limit],
  );
  return rows.map((row) => row.document);
}

/** Documents as they stand now; those that are missing are public no more. */
export async function loadDocuments(db: Queryable, ids: string[]): Promise<AssetDocument[]> {
  const rows = await db.query<{ document: AssetDocument }>(
    'search-load-documents',
    'select document from asset_search where id = any($1::text[])',
    [ids],
  );
  return rows.map((row) => row.document);
}

export interface ChangeLine {
  /** The oldest transaction still under way: everything before it is settled. */
  horizon: string;
  /** Null when nothing changed. */
  change: string | null;
  document_id: string | null;
}

/** What was committed by transactions from `horizon` on. Some of it may have been seen before; none of it is left out. */
export async function listChanges(db: Queryable, horizon: string): Promise<ChangeLine[]> {
  return db.query<ChangeLine>(
    'search-list-changes',
    `select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, c.id::text as change, c.document_id
     from (select) as always left join asset_search_changes c on c.made_in >= $1::xid8`,
    [horizon],
  );
}

export async function currentHorizon(db: Queryable): Promise<string> {
  const [row] = await db.query<{ horizon: string }>('search-horizon', 'select pg_snapshot_xmin(pg_current_snapshot())::text as horizon');
  return row?.horizon ?? '0';
}

/** Lines that every process has long seen; one that slept longer reads everything anew. */
export async function pruneChanges(db: Queryable, keepHours: number): Promise<void> {
  await db.query('search-prune-changes', `delete from asset_search_changes where made_at < now() - $1::int * interval '1 hour'`, [
    keepHours,
  ]);
}

/** Documents with a name that looks like what was typed, most alike first. */
export async function listAlike(db: Queryable, typed: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'search-list-alike',
    `select id from asset_search where $1::text <<% folded_name order by strict_word_similarity($1::text, folded_name) desc, id limit $2::int`,
    [typed, limit],
  );
  return rows.map((row) => row.id);
}
