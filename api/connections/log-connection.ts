import { wasCheckedToday, writeCheck } from '../checks/log-check.ts';
import type { ConnectionKind } from '../contract/connection.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { londonDate } from '../time/london-time.ts';
import { addConnection, areaOfAsset } from './connection-queries.ts';
import { type ConnectionMark, monthOf } from './take-back-connection.ts';

export interface LoggedConnection {
  assetId: string;
  what: ConnectionKind;
  by: 'coordinator' | 'builder';
}

/**
 * One more in the month's count, and nothing of who. Whoever leads people to a thing knows that it is there: the first of a day counts as a check.
 * Throws not-found.
 */
export async function logConnection(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { assetId, what, by }: LoggedConnection,
): Promise<ConnectionMark> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const area = await areaOfAsset(tx, assetId);
    if (area === undefined) throw notFound('This is not here any more.');
    const check = (await wasCheckedToday(tx, now, { assetId, by })) ? null : await writeCheck(tx, now, { assetId, by });
    await addConnection(tx, { assetId, area, month: monthOf(londonDate(now)), what });
    return { assetId, what, check };
  });
}
