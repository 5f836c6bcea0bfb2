import type { Checker } from '../contract/vocabulary.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { recordChange } from '../search/record-change.ts';
import { londonDate, londonInstant } from '../time/london-time.ts';
import { wasCheckedSince } from './check-queries.ts';
import { markChecked } from './mark-checked.ts';

/** Who knows an asset. A neighbour's word counts less, and has a use case of its own (`say-still-right.ts`). */
export type KnowingChecker = Exclude<Checker, 'resident'>;

export interface LoggedCheck {
  assetId: string;
  by: KnowingChecker;
  /** When they looked, where that is told later. */
  at?: Date;
}

/** Somebody who knows says that the details are right: what has lapsed comes back at once. Answers the check's number, for taking it back. */
export const logCheck = ({ db, clock }: Pick<Deps, 'db' | 'clock'>, check: LoggedCheck): Promise<number> =>
  db.transaction((tx) => writeCheck(tx, clock.now(), check));

/** The same within a transaction that does more. Throws not-found. */
export async function writeCheck(tx: Queryable, now: Date, check: LoggedCheck): Promise<number> {
  const marked = await markChecked(tx, now, check);
  if (!marked) throw notFound('This is not here any more.');
  await recordChange(tx, now, { assetIds: [check.assetId] });
  return marked.id;
}

/** Whether somebody of this kind has checked it on this day, or since. */
export const wasCheckedToday = (tx: Queryable, now: Date, { assetId, by }: LoggedCheck): Promise<boolean> =>
  wasCheckedSince(tx, { assetId, by, since: londonInstant(londonDate(now), '00:00') });
