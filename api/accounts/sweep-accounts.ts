import type { Deps } from '../deps.ts';
import { deletePrivateReadsBefore, deleteRefusedActionsBefore } from './audit-queries.ts';
import { deleteLinksBefore } from './link-queries.ts';
import { deleteChallengesBefore } from './passkey-queries.ts';
import { deleteSessionsBefore } from './session-queries.ts';

const dayMs = 24 * 3_600_000;
const yearMs = 365 * dayMs;

/** Links and sessions whose time is up, and what was noted over a year ago. A link is told as over for a day, then as unknown. */
export async function sweepAccounts({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const now = clock.now();
  const before = (ms: number) => new Date(now.getTime() - ms);
  await deleteLinksBefore(db, before(dayMs));
  await deleteSessionsBefore(db, now);
  await deleteChallengesBefore(db, now);
  await deleteRefusedActionsBefore(db, before(yearMs));
  await deletePrivateReadsBefore(db, before(yearMs));
}
