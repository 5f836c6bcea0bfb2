import type { WayInData } from '../web/server/way-in-data.ts';
import { askForLink, askForLinkAgain } from './accounts/ask-for-link.ts';
import { askForPasskey, usePasskey } from './accounts/passkeys.ts';
import { lookAtLink, useLink } from './accounts/use-link.ts';
import type { Deps } from './deps.ts';

/** The use cases offered to the pages of signing in. */
export function createWayInData(deps: Deps, publicUrl: string): WayInData {
  return {
    askForLink: (asked) => askForLink(deps, asked, publicUrl),
    askForLinkAgain: (asked) => askForLinkAgain(deps, asked, publicUrl),
    lookAtLink: (token, asking) => lookAtLink(deps, token, asking),
    useLink: (token, browser) => useLink(deps, token, browser),
    askForPasskey: () => askForPasskey(deps, publicUrl),
    usePasskey: (answer, userAgent) => usePasskey(deps, { answer, userAgent, publicUrl }),
  };
}
