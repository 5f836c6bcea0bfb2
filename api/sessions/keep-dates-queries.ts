import type { Queryable } from '../db/database.ts';

/** Whether this transaction may work the dates out; held until it ends. */
export async function tryDatesLock(tx: Queryable): Promise<boolean> {
  const [turn] = await tx.query<{ ours: boolean }>(
    'dates-try-lock',
    "select pg_try_advisory_xact_lock(hashtext('open-door dates')) as ours",
  );
  return turn?.ours ?? false;
}

/** Nobody waits for this transaction. */
export const allowMinutes = (tx: Queryable) => tx.query('dates-allow-minutes', "set local statement_timeout = '10min'");
