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

export const areaIdOf = (db: Queryable, assetId: string) =>
  db.query<{ area_id: string | null }>('area-id-of', 'select area_id from assets where id = $1::uuid', [assetId]);

/** False: somebody has changed it since it was made. */
export async function deleteNewAsset(tx: Queryable, id: string): Promise<boolean> {
  const gone = await tx.query('delete-new-asset', 'delete from assets where id = $1::uuid and version = 1 returning id', [id]);
  return gone.length > 0;
}

/** False: it is no draft any more, or somebody has written on it. */
export async function deleteUntouchedDraft(tx: Queryable, id: string): Promise<boolean> {
  const gone = await tx.query(
    'delete-untouched-draft',
    `delete from assets a where a.id = $1::uuid and a.version = 1 and a.status = 'draft'
       and not exists (select from drafts d where d.asset_id = a.id) and not exists (select from proposed_edits e where e.asset_id = a.id)
     returning a.id`,
    [id],
  );
  return gone.length > 0;
}
