import type { Queryable } from '../db/database.ts';
import type { PauseRow } from './session-rows.ts';

/** The asset first, as all who work on its dates hold it. */
export async function holdPauses(tx: Queryable, assetId: string): Promise<PauseRow[]> {
  await tx.query('hold-asset-of-pauses', 'select from assets where id = $1::uuid for no key update', [assetId]);
  return tx.query<PauseRow>(
    'pauses-of-asset',
    'select id, paused_from, paused_until, pause_note from sessions where asset_id = $1::uuid order by id',
    [assetId],
  );
}

/** Sessions that are there no more are passed over. */
export const setPauses = (tx: Queryable, assetId: string, pauses: PauseRow[]) =>
  tx.query(
    'set-pauses',
    `update sessions s set paused_from = p.paused_from, paused_until = p.paused_until, pause_note = p.pause_note
     from jsonb_to_recordset($2::jsonb) as p (id uuid, paused_from date, paused_until date, pause_note text)
     where s.asset_id = $1::uuid and s.id = p.id`,
    [assetId, JSON.stringify(pauses)],
  );

export async function countSessions(db: Queryable, assetId: string): Promise<number> {
  const [row] = await db.query<{ n: number }>('count-sessions', 'select count(*)::int as n from sessions where asset_id = $1::uuid', [
    assetId,
  ]);
  return row?.n ?? 0;
}
