import type { Deps } from '../deps.ts';

/**
 * For one request: the embedded index looks at once for what was committed, beside whatever the request asks first, and not again for each
 * of its questions. Where Meilisearch answers, the embedded one is only asked when need be.
 */
export function lookOnce<Given extends Pick<Deps, 'assetIndex' | 'embeddedIndex'>>(deps: Given): Given {
  if (deps.assetIndex !== deps.embeddedIndex) return deps;
  const index = deps.embeddedIndex.lookOnce();
  return { ...deps, assetIndex: index, embeddedIndex: index };
}
