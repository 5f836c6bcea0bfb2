import { searchAssets } from '../../assets/search-assets.ts';
import { AssetQuery } from '../../contract/asset-query.ts';
import type { Deps } from '../../deps.ts';
import type { Ask } from './relevance-figures.ts';

type AskDeps = Pick<Deps, 'db' | 'clock' | 'assetIndex' | 'embeddedIndex' | 'vocabulary' | 'log'>;

/** Asks as a page does, so that place and time among the words count; but an index that fails is not stood in for. */
export function askSearch(deps: AskDeps): Ask {
  const alone = { ...deps, embeddedIndex: deps.assetIndex === deps.embeddedIndex ? deps.embeddedIndex : refusing(deps) };
  return async ({ query, near }) => {
    const { items } = await searchAssets(alone, AssetQuery.parse({ q: query, near, per_page: 10 }));
    return items.map(({ slug }) => slug);
  };
}

const refusing = ({ assetIndex, embeddedIndex }: AskDeps) => ({
  ...embeddedIndex,
  search: () => Promise.reject(new Error(`The ${assetIndex.name} index did not answer`)),
});
