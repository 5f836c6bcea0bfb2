import type { Deps } from '../deps.ts';
import { deleteExpiredBefore, emptyExpired } from './shortlist-queries.ts';

/** For so long a code whose time is up is not given to anyone else. */
const restMs = 92 * 24 * 3_600_000;

/** Shortlists whose time is up: what they held goes at once, the bare codes later. */
export async function expireShortlists({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  await emptyExpired(db, now);
  await deleteExpiredBefore(db, new Date(now.getTime() - restMs));
}
