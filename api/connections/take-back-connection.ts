import { unwriteCheck } from '../checks/take-back-check.ts';
import type { Deps } from '../deps.ts';
import { removeConnection } from './connection-queries.ts';
import type { ConnectionMark } from './log-connection.ts';

/** One fewer, and the check that came with it goes too, for as long as checks can be taken back. False: there was none. */
export const takeBackConnection = ({ db, clock }: Pick<Deps, 'db' | 'clock'>, { check, ...key }: ConnectionMark): Promise<boolean> =>
  db.transaction(async (tx) => {
    if (check !== null) await unwriteCheck(tx, clock.now(), check);
    return removeConnection(tx, key);
  });
