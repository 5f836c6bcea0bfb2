import { wasCheckedToday, writeCheck } from '../checks/log-check.ts';
import type { ConnectionKind } from '../contract/connection.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { londonDate } from '../time/london-time.ts';
import { addConnection, areaOfAsset } from './connection-queries.ts';
import { type ConnectionMark, monthOf } from './take-back-connection.ts';

export interface LoggedConnection {
  assetId: string;
  what: ConnectionKind;
  by: 'coordinator' | 'builder';
  /** When it was, where that is told later. */
  at?: Date;
}

/**
 * One more in the month's count, and nothing of who. Whoever leads people to a thing knows that it is there: the first of a day counts as a check.
 * Throws not-found.
 */
export const logConnection = ({ db, clock }: Pick<Deps, 'db' | 'clock'>, connection: LoggedConnection): Promise<ConnectionMark> =>
  db.transaction((tx) => writeConnection(tx, clock.now(), connection));

/** The same within a transaction that does more. */
export async function writeConnection(
  tx: Queryable,
  now: Date,
  { assetId, what, by, at = now }: LoggedConnection,
): Promise<ConnectionMark> {
  const area = await areaOfAsset(tx, assetId);
  if (area === undefined) throw notFound('This is not here any more.');
  const check = (await wasCheckedToday(tx, at, { assetId, by })) ? null : await writeCheck(tx, now, { assetId, by, at });
  await addConnection(tx, { assetId, area, month: monthOf(londonDate(at)), what });
  return { assetId, what, check };
}
