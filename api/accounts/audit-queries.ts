import type { DeskAction } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';

/** An area that is not there is noted as none. */
export const insertRefusedAction = (db: Queryable, row: { at: Date; accountId: string; action: DeskAction; areaId: string | null }) =>
  db.query(
    'insert-refused-action',
    `insert into refused_actions (refused_at, account_id, action, area_id)
     values ($1::timestamptz, $2::uuid, $3::text, (select id from areas where id = $4::uuid))`,
    [row.at, row.accountId, row.action, row.areaId],
  );

export const insertPrivateRead = (db: Queryable, row: { at: Date; accountId: string; what: string; subject: string }) =>
  db.query(
    'insert-private-read',
    'insert into private_reads (read_at, account_id, what, subject) values ($1::timestamptz, $2::uuid, $3::text, $4::text)',
    [row.at, row.accountId, row.what, row.subject],
  );

export const deleteRefusedActionsBefore = (db: Queryable, moment: Date) =>
  db.query('delete-refused-actions', 'delete from refused_actions where refused_at < $1::timestamptz', [moment]);

export const deletePrivateReadsBefore = (db: Queryable, moment: Date) =>
  db.query('delete-private-reads', 'delete from private_reads where read_at < $1::timestamptz', [moment]);
