import type { Queryable } from '../db/database.ts';
import { londonDate } from '../time/london-time.ts';
import { deviceOf } from './device-rules.ts';
import { hashOf, newToken } from './secret-token.ts';
import { insertSession, touchAccount } from './session-queries.ts';
import { expiryOf } from './session-time-rules.ts';

export interface NewSession {
  /** For the cookie; nobody else ever has it. */
  token: string;
  expiresAt: Date;
}

/** Signs an account in, once it was proven whose it is. */
export async function beginSession(
  tx: Queryable,
  accountId: string,
  { now, userAgent }: { now: Date; userAgent: string },
): Promise<NewSession> {
  const token = newToken();
  const expiresAt = expiryOf(now, now);
  await insertSession(tx, { tokenHash: hashOf(token), accountId, now, expiresAt, ...deviceOf(userAgent) });
  await touchAccount(tx, accountId, londonDate(now));
  return { token, expiresAt };
}
