import type { SignedIn } from '../contract/viewer.ts';
import type { Queryable } from '../db/database.ts';
import type { Deps } from '../deps.ts';
import { londonDate } from '../time/london-time.ts';
import { hashOf } from './secret-token.ts';
import { areasOfAccount, type SessionRow, sessionByToken, touchAccount, touchSession } from './session-queries.ts';
import { expiryOf, isWorthNoting } from './session-time-rules.ts';

export interface ReadSession {
  id: string;
  viewer: SignedIn;
  /** The visit made it last longer, until then; null: as long as it was. */
  renewedUntil: Date | null;
}

/** Who carries this token today; null: nobody, or no longer. */
export async function readSession({ db, clock }: Pick<Deps, 'db' | 'clock'>, token: string): Promise<ReadSession | null> {
  const now = clock.now();
  const row = await sessionByToken(db, hashOf(token), now);
  if (!row) return null;
  const today = londonDate(now);
  const [viewer, renewedUntil] = await Promise.all([toViewer(db, row, today), renew(db, row, now)]);
  return { id: row.id, viewer, renewedUntil };
}

async function toViewer(db: Queryable, row: SessionRow, today: string): Promise<SignedIn> {
  const { account_id: accountId, name, role, trusted, locale, coordinator_id: coordinatorId } = row;
  const areas = await areasOfAccount(db, { accountId, coordinatorId, today });
  return { accountId, name, role, trusted, locale, coordinatorId, areas };
}

async function renew(db: Queryable, row: SessionRow, now: Date): Promise<Date | null> {
  if (!isWorthNoting(row.last_seen_at, now)) return null;
  const expiresAt = expiryOf(row.made_at, now);
  await Promise.all([touchSession(db, row.id, { now, expiresAt }), touchAccount(db, row.account_id, londonDate(now))]);
  return expiresAt;
}
