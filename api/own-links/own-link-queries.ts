import type { Undo } from '../confirm/act-for-group.ts';
import type { OwnAnswer } from '../contract/own-link.ts';
import type { Queryable } from '../db/database.ts';
import type { Written } from './take-back-written.ts';

/** What takes the last answer back. */
export type OwnUndo = Undo & { written?: Written };

export interface OwnLinkRow {
  id: string;
  asset_id: string;
  made_at: Date;
  ends_at: Date;
  stopped_at: Date | null;
  answer: OwnAnswer | null;
  answered_at: Date | null;
  undo: OwnUndo | null;
}

const columns = 'id, asset_id, made_at, ends_at, stopped_at, answer, answered_at, undo';

/** `hold`: until the commit, so that a button pressed twice is one answer. */
export async function linkByToken(db: Queryable, tokenHash: Buffer, { hold = false } = {}): Promise<OwnLinkRow | undefined> {
  const [row] = await db.query<OwnLinkRow>(
    hold ? 'hold-own-link' : 'own-link',
    `select ${columns} from own_links where token_hash = $1::bytea${hold ? ' for update' : ''}`,
    [tokenHash],
  );
  return row;
}

export const insertLink = (tx: Queryable, row: { assetId: string; tokenHash: Buffer; accountId: string; now: Date; endsAt: Date }) =>
  tx.query(
    'insert-own-link',
    `insert into own_links (asset_id, token_hash, made_at, made_by, ends_at) values ($1::uuid, $2::bytea, $3::timestamptz, $4::uuid, $5::timestamptz)`,
    [row.assetId, row.tokenHash, row.now, row.accountId, row.endsAt],
  );

/** The one that may be in use; there may be none. */
export const stopLinkOf = (tx: Queryable, { assetId, accountId, now }: { assetId: string; accountId: string; now: Date }) =>
  tx.query(
    'stop-own-link',
    'update own_links set stopped_at = $3::timestamptz, stopped_by = $2::uuid where asset_id = $1::uuid and stopped_at is null',
    [assetId, accountId, now],
  );

/** A use puts its end off. */
export const renewLink = (tx: Queryable, id: string, { endsAt, today }: { endsAt: Date; today: string }) =>
  tx.query('renew-own-link', 'update own_links set ends_at = $2::timestamptz, used_on = $3::date where id = $1::uuid', [id, endsAt, today]);

export const setLinkAnswer = (tx: Queryable, id: string, { answer, at, undo }: { answer: OwnAnswer; at: Date; undo: OwnUndo }) =>
  tx.query(
    'set-own-link-answer',
    'update own_links set answer = $2::text, answered_at = $3::timestamptz, undo = $4::jsonb where id = $1::uuid',
    [id, answer, at, JSON.stringify(undo)],
  );

export const clearLinkAnswer = (tx: Queryable, id: string) =>
  tx.query('clear-own-link-answer', 'update own_links set answer = null, answered_at = null, undo = null where id = $1::uuid', [id]);

export interface ToldLinkRow {
  made_at: Date;
  by: string | null;
  ends_at: Date;
  used_on: string | null;
  stopped_at: Date | null;
  stopped_by: string | null;
}

/** Newest first. */
export const linksOfAsset = (db: Queryable, assetId: string) =>
  db.query<ToldLinkRow>(
    'own-links-of-asset',
    `select l.made_at, m.name as by, l.ends_at, l.used_on::text, l.stopped_at, s.name as stopped_by
     from own_links l left join accounts m on m.id = l.made_by left join accounts s on s.id = l.stopped_by
     where l.asset_id = $1::uuid order by l.made_at desc, l.stopped_at desc nulls first limit 30`,
    [assetId],
  );

export async function forgetPastLinks(db: Queryable, { answeredBefore, endedBefore }: { answeredBefore: Date; endedBefore: Date }) {
  await db.query('forget-own-link-undo', 'update own_links set undo = null where undo is not null and answered_at < $1::timestamptz', [
    answeredBefore,
  ]);
  await db.query('forget-own-links', 'delete from own_links where least(ends_at, stopped_at) < $1::timestamptz', [endedBefore]);
}
