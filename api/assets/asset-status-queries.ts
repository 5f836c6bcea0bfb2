import type { Queryable } from '../db/database.ts';

/** False: it did not stand as `from`. */
export async function moveStatus(
  tx: Queryable,
  now: Date,
  { assetId, from, to }: { assetId: string; from: string; to: string },
): Promise<boolean> {
  const moved = await tx.query(
    'move-asset-status',
    `update assets set status = $3::text, version = version + 1, updated_at = $4::timestamptz
     where id = $1::uuid and status = $2::text returning id`,
    [assetId, from, to, now],
  );
  return moved.length > 0;
}

export const insertRevision = (tx: Queryable, now: Date, { assetId, madeBy }: { assetId: string; madeBy: string }) =>
  tx.query(
    'insert-status-revision',
    `insert into revisions (subject_type, subject_id, made_at, made_by, snapshot)
     select 'asset', a.id, $2::timestamptz, $3::text,
       to_jsonb(a) || jsonb_build_object('topics', coalesce((select jsonb_agg(t.topic order by t.topic) from asset_topics t where t.asset_id = a.id), '[]'::jsonb))
     from assets a where a.id = $1::uuid`,
    [assetId, now, madeBy],
  );

export const areaIdOf = (db: Queryable, assetId: string) =>
  db.query<{ area_id: string | null }>('area-id-of', 'select area_id from assets where id = $1::uuid', [assetId]);

/** False: somebody has changed it since it was made. */
export async function deleteNewAsset(tx: Queryable, id: string): Promise<boolean> {
  const gone = await tx.query('delete-new-asset', 'delete from assets where id = $1::uuid and version = 1 returning id', [id]);
  return gone.length > 0;
}
