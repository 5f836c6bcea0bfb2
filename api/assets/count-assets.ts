import type { AssetQuery } from '../contract/asset-query.ts';
import type { Point } from '../contract/geo.ts';
import type { Deps } from '../deps.ts';
import { searchWithFallback } from '../search/search-with-fallback.ts';
import { londonDate } from '../time/london-time.ts';
import { toIndexFilters } from './to-index-query.ts';

type CountDeps = Pick<Deps, 'db' | 'clock' | 'assetIndex' | 'embeddedIndex' | 'log'>;

/** How many assets hold the words of a search as they are, its place known already: nothing is read out of them, and nothing guessed. */
export async function countAssets(deps: CountDeps, query: AssetQuery, near: Point | null): Promise<number> {
  const { answer } = await searchWithFallback(deps, {
    text: query.q ?? '',
    filters: toIndexFilters(query, near, londonDate(deps.clock.now())),
    sort: 'relevance',
    offset: 0,
    limit: 1,
    facets: false,
    guesses: false,
  });
  return answer.assets;
}
