import type { ConnectionKind } from '../contract/connection.ts';
import type { Queryable } from '../db/database.ts';

export interface ConnectionKey {
  assetId: string;
  /** Slug; empty: the asset is in none. */
  area: string;
  /** YYYY-MM-01. */
  month: string;
  what: ConnectionKind;
}

/** Of the asset today; undefined: it is there no more. */
export async function areaOfAsset(tx: Queryable, assetId: string): Promise<string | undefined> {
  const [row] = await tx.query<{ area: string }>(
    'area-of-asset',
    `select coalesce(r.slug, '') as area from assets a left join areas r on r.id = a.area_id where a.id = $1::uuid`,
    [assetId],
  );
  return row?.area;
}

export const addConnection = (tx: Queryable, { assetId, area, month, what }: ConnectionKey) =>
  tx.query(
    'add-connection',
    `insert into connections as c (asset_id, area, month, what, count) values ($1::uuid, $2::text, $3::date, $4::text, 1)
     on conflict (asset_id, area, month, what) do update set count = c.count + 1`,
    [assetId, area, month, what],
  );

/** False: there is none. */
export async function removeConnection(tx: Queryable, { assetId, area, month, what }: ConnectionKey): Promise<boolean> {
  const key = [assetId, area, month, what];
  const last = await tx.query(
    'remove-last-connection',
    `delete from connections where asset_id = $1::uuid and area = $2::text and month = $3::date and what = $4::text and count = 1 returning 1`,
    key,
  );
  if (last.length > 0) return true;
  const fewer = await tx.query(
    'remove-connection',
    `update connections set count = count - 1 where asset_id = $1::uuid and area = $2::text and month = $3::date and what = $4::text returning 1`,
    key,
  );
  return fewer.length > 0;
}

export interface ConnectionSumRow {
  what: ConnectionKind;
  /** Whether an institution runs it, rather than neighbours. */
  of_institution: boolean;
  count: number;
}

/** Of some areas (slugs) in a month (YYYY-MM-01). */
export const connectionSums = (db: Queryable, areas: string[], month: string) =>
  db.query<ConnectionSumRow>(
    'connection-sums',
    `select c.what, a.kind = 'institution' as of_institution, sum(c.count)::int as count
     from connections c join assets a on a.id = c.asset_id
     where c.area = any($1::text[]) and c.month = $2::date group by 1, 2`,
    [areas, month],
  );
