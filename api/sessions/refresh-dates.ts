import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { refreshEverything } from '../search/refresh-documents.ts';
import { londonDate } from '../time/london-time.ts';
import { assetIdsAfter, coordinatorIds, tryDatesLock } from './keep-dates-queries.ts';
import { materialiseOccurrences } from './materialise-occurrences.ts';
import { datesMadeOn, rememberDatesMadeOn } from './occurrence-queries.ts';
import { remakeAllDates } from './remake-all-dates.ts';

type KeeperDeps = Pick<Deps, 'db' | 'clock' | 'log'>;

/**
 * Once a day: dates, and with them freshness, which also moves on by itself. First the dates, then the documents, both batch by batch, so
 * that nobody who edits waits long; the day counts only when all of it is done. True when there was something to do.
 */
export async function refreshDates({ db, clock, log }: KeeperDeps, isStopped: () => boolean = () => false): Promise<boolean> {
  const today = londonDate(clock.now());
  if ((await datesMadeOn(db)) === today) return false;
  // This transaction holds the turn and nothing else until the end.
  const refreshed = await db.transaction(async (turn) => {
    if (!(await tryDatesLock(turn)) || (await datesMadeOn(turn)) === today || isStopped()) return false;
    if (!(await remakeAllDates({ db, clock }, isStopped))) return false;
    if (!(await refreshEverything({ db, clock }, isStopped))) return false;
    await rememberDatesMadeOn(turn, today);
    return true;
  });
  if (refreshed) log.info({ today }, 'dates worked out for today');
  return refreshed;
}

/** The same in one transaction, for whoever loads everything in one. Answers how many dates there are. */
export async function makeAllDates(tx: Queryable, now: Date): Promise<number> {
  const subjects = { assetIds: await assetIdsAfter(tx, null, null), coordinatorIds: await coordinatorIds(tx) };
  await rememberDatesMadeOn(tx, londonDate(now));
  return materialiseOccurrences(tx, now, subjects);
}
