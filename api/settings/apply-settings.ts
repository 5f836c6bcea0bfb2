import type { Deps } from '../deps.ts';
import { refreshEverything } from '../search/refresh-documents.ts';
import { remakeAllDates } from '../sessions/remake-all-dates.ts';
import { appliedUpTo, changesToApply, rememberApplied, tryApplyLock } from './change-queries.ts';

/**
 * Works out anew what the index and the dates hold of topics, kinds, terms and holidays, once they were set otherwise: in batches, in one
 * process of many. What is set meanwhile is done at the next turn. True when there was something to do and it is done.
 */
export async function applySettings({ db, clock }: Pick<Deps, 'db' | 'clock'>, isStopped: () => boolean = () => false): Promise<boolean> {
  if ((await changesToApply(db, await appliedUpTo(db))) === null) return false;
  // This transaction holds the turn and nothing else until the end.
  return db.transaction(async (turn) => {
    if (!(await tryApplyLock(turn))) return false;
    const waiting = await changesToApply(turn, await appliedUpTo(turn));
    if (waiting === null) return false;
    if (waiting.dates && !(await remakeAllDates({ db, clock }, isStopped))) return false;
    if (!(await refreshEverything({ db, clock }, isStopped))) return false;
    await rememberApplied(turn, waiting.upTo);
    return true;
  });
}
