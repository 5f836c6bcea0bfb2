import { unwriteCheck } from '../checks/take-back-check.ts';
import type { ConnectionKind } from '../contract/connection.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { areaOfAsset, removeConnection } from './connection-queries.ts';

export interface ConnectionMark {
  assetId: string;
  what: ConnectionKind;
  /** The check that it counted as; null: it was not the first of its day. */
  check: number | null;
}

/** One fewer in this month, and the check that came with it goes too, for as long as checks can be taken back. False: there was none. */
export const takeBackConnection = ({ db, clock }: Pick<Deps, 'db' | 'clock'>, { check, ...mark }: ConnectionMark): Promise<boolean> =>
  db.transaction(async (tx) => {
    const now = clock.now();
    if (check !== null) await unwriteCheck(tx, now, { id: check, assetId: mark.assetId });
    return unwriteConnection(tx, now, mark);
  });

/** One fewer in the month in which it was, within a transaction that does more. */
export async function unwriteConnection(tx: Queryable, at: Date, { assetId, what }: Omit<ConnectionMark, 'check'>): Promise<boolean> {
  const area = await areaOfAsset(tx, assetId);
  return area !== undefined && removeConnection(tx, { assetId, area, what, month: monthOf(londonDate(at)) });
}

/** YYYY-MM-DD → the first of its month. */
export const monthOf = (date: string): string => `${date.slice(0, 7)}-01`;
