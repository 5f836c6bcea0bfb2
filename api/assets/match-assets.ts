import type { AssetQuery } from '../contract/asset-query.ts';
import { understoodQuery } from '../contract/understood-query.ts';
import { type AskDeps, askIndex } from './ask-index.ts';

/** Ids of the assets that a search finds, at most `most`, best first: for those who take more than a page. Throws bad-request as the search does. */
export async function matchAssets(deps: AskDeps, query: AssetQuery, most: number) {
  const { wish, answer, understood } = await askIndex(deps, query, { offset: 0, limit: most, facets: false });
  return {
    assetIds: assetIdsOf(answer.ids),
    near: wish.near,
    /** With what its words became. */
    query: { ...query, ...understoodQuery(understood) },
  };
}

const prefix = 'asset-';

/** Of documents: services of last resort are none. */
export const assetIdsOf = (documentIds: string[]): string[] =>
  documentIds.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
