import type { Deps } from '../deps.ts';
import { type Leaving, listWhatLeaves } from './search-with-fallback.ts';

/**
 * For one request: whichever index answers, what was committed is asked for at once, beside whatever the request asks first, and not again for
 * each of its questions. Where Meilisearch answers, the embedded one is only asked when need be.
 */
export function lookOnce<Given extends Pick<Deps, 'db' | 'assetIndex' | 'embeddedIndex'>>(deps: Given): Given & Leaving {
  if (deps.assetIndex !== deps.embeddedIndex) {
    const leaving = listWhatLeaves(deps);
    // Whoever searches hears of it; until then nobody listens.
    leaving.catch(() => undefined);
    return { ...deps, leaving };
  }
  const index = deps.embeddedIndex.lookOnce();
  return { ...deps, assetIndex: index, embeddedIndex: index };
}
