import type { SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { areasOfAccount } from './session-queries.ts';
import { activeAccount } from './viewer-queries.ts';

/** Who somebody is as of today, for work that goes on when they have left the page; null: their account is active no more. */
export async function loadViewer({ db, clock }: Pick<Deps, 'db' | 'clock'>, accountId: string): Promise<SignedIn | null> {
  const row = await activeAccount(db, accountId);
  if (!row) return null;
  const { coordinator_id: coordinatorId, ...account } = row;
  const areas = await areasOfAccount(db, { accountId, coordinatorId, today: londonDate(clock.now()) });
  return { accountId, ...account, coordinatorId, areas };
}
