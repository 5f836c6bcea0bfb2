import type { OwnAccount } from '../contract/people.ts';
import type { AccountLocale, SignedIn } from '../contract/viewer.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../errors.ts';
import { londonDate } from '../time/london-time.ts';
import { ownAccount, updateOwnAccount } from './account-queries.ts';
import { passkeysOfAccount } from './passkey-queries.ts';
import { deleteSessionsOf, sessionsOfAccount } from './session-queries.ts';

/** What an account shows its owner: where they are signed in, and by which passkeys they may. */
export async function showOwnAccount({ db, clock }: Pick<Deps, 'db' | 'clock'>, viewer: SignedIn, sessionId: string): Promise<OwnAccount> {
  const [account, sessions, passkeys] = await Promise.all([
    ownAccount(db, viewer.accountId),
    sessionsOfAccount(db, viewer.accountId, clock.now()),
    passkeysOfAccount(db, viewer.accountId),
  ]);
  if (!account) throw notFound('This account is no longer there.');
  return {
    ...account,
    sessions: sessions.map(({ id, browser, system, last_seen_at }) => ({
      ...{ id, browser, system, lastSeenOn: londonDate(last_seen_at), isThis: id === sessionId },
    })),
    passkeys: passkeys.map(({ id, name, made_at, last_used_at }) => ({
      ...{ id, name, madeOn: londonDate(made_at), lastUsedOn: last_used_at && londonDate(last_used_at) },
    })),
  };
}

export async function nameOwnAccount(
  { db }: Pick<Deps, 'db'>,
  viewer: SignedIn,
  { name, locale }: { name: string; locale: AccountLocale },
): Promise<void> {
  await updateOwnAccount(db, viewer.accountId, { name, locale });
}

/** Every session of theirs but this one. */
export async function endOtherSessions({ db }: Pick<Deps, 'db'>, viewer: SignedIn, sessionId: string): Promise<void> {
  await deleteSessionsOf(db, viewer.accountId, sessionId);
}
