import type { LinkState, WayIn } from '../contract/way-in.ts';
import type { Deps } from '../deps.ts';
import { beginSession } from './begin-session.ts';
import { activateAccount, linkByToken, takeLink } from './link-queries.ts';
import { hashOf } from './secret-token.ts';

type UseDeps = Pick<Deps, 'db' | 'clock'>;

/** What a link would do in this browser, without using it up: programs open links in letters too. */
export async function lookAtLink({ db, clock }: UseDeps, token: string, asking: string | null): Promise<LinkState> {
  const link = await linkByToken(db, hashOf(token), clock.now());
  if (!link?.is_good) return 'over';
  return link.browser_hash === null || (asking !== null && link.browser_hash === hashOf(asking)) ? 'ready' : 'other-browser';
}

/** Signs in by a letter's link, once; null: it does not open, or not here. */
export async function useLink(
  { db, clock }: UseDeps,
  token: string,
  { asking, userAgent }: { asking: string | null; userAgent: string },
): Promise<WayIn | null> {
  const now = clock.now();
  return db.transaction(async (tx) => {
    const accountId = await takeLink(tx, { tokenHash: hashOf(token), browserHash: hashOf(asking ?? ''), now });
    const locale = accountId && (await activateAccount(tx, accountId));
    return locale ? { locale, ...(await beginSession(tx, accountId, { now, userAgent })) } : null;
  });
}
