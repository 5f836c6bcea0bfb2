import type { Deps } from '../deps.ts';
import { linkByToken } from './link-queries.ts';
import { hashOf, newToken } from './secret-token.ts';
import { type AskedForLink, sendLink } from './send-link.ts';

interface AskedHere extends Omit<AskedForLink, 'asking'> {
  /** Null: this browser has not asked before. */
  asking: string | null;
}

/**
 * Promises a letter and answers the mark of the browser that asks; one that it has stays, so that earlier letters open too. Done once the answer is on its way, so that neither its words nor its
 * time tell whether there is an account.
 */
export function askForLink(deps: Deps, { email, onward, asking: mark }: AskedHere, publicUrl: string): string {
  const asking = mark ?? newToken();
  setImmediate(() =>
    sendLink(deps, { email, asking, onward }, publicUrl).catch((error: unknown) =>
      deps.log.warn({ err: error }, 'a way in could not be sent; they will ask again'),
    ),
  );
  return asking;
}

/** The same for a link that does not open here: a new one, to the address that this one went to. */
export async function askForLinkAgain(
  deps: Deps,
  { token, onward, asking }: Omit<AskedHere, 'email'> & { token: string },
  publicUrl: string,
): Promise<string> {
  const link = await linkByToken(deps.db, hashOf(token), deps.clock.now());
  return askForLink(deps, { email: link?.email ?? '', onward, asking }, publicUrl);
}
