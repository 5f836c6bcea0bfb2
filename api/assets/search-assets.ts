import type { AssetQuery, AssetSearchPage } from '../contract/asset-query.ts';
import type { Point } from '../contract/geo.ts';
import type { Listing } from '../contract/listing.ts';
import type { Deps } from '../deps.ts';
import { badRequest } from '../errors.ts';
import { foldText } from '../search/fold-text.ts';
import { searchWithFallback } from '../search/search-with-fallback.ts';
import { londonDate } from '../sessions/london-time.ts';
import { loadSignpostListings } from '../signposts/load-signpost-listings.ts';
import { addWays } from './add-ways.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import { explainFound } from './explain-found.ts';
import { loadListings } from './load-listings.ts';
import { resolveNear } from './resolve-near.ts';
import { toIndexFilters } from './to-index-query.ts';

type SearchDeps = Pick<Deps, 'db' | 'clock' | 'assetIndex' | 'embeddedIndex' | 'log'>;

/** Index → hydrate → rules → present. Throws bad-request for a place we do not know or a sort that lacks its place. */
export async function searchAssets(deps: SearchDeps, query: AssetQuery): Promise<AssetSearchPage> {
  const started = performance.now();
  await checkVocabulary(deps.db, query);
  const { words, near, unknownPlace } = await resolveNear(deps, query);
  const point = near?.point ?? null;
  if (!point && query.sort === 'distance') throw badRequest([{ field: 'sort', detail: 'distance needs to know from where; add near' }]);
  if (!point && query.within) throw badRequest([{ field: 'within', detail: 'needs to know from where; add near' }]);

  const { answer, notice } = await searchWithFallback(deps, {
    text: words,
    filters: toIndexFilters(query, point, londonDate(deps.clock.now())),
    sort: query.sort ?? (point && !words ? 'distance' : 'relevance'),
    offset: (query.page - 1) * query.per_page,
    limit: query.per_page,
  });

  const items = await hydrate(deps, answer.ids, point);
  return {
    items: await addWays(deps, query.explain ? await explainFound(deps, { words, from: near?.label ?? null }, items) : items, point),
    total: answer.total,
    facets: answer.facets,
    page: query.page,
    per_page: query.per_page,
    took_ms: Math.round((performance.now() - started) * 10) / 10,
    near,
    words,
    unknown_place: unknownPlace,
    notice: notice ?? ownNotice(words, unknownPlace),
  };
}

function ownNotice(words: string, unknownPlace: string | null): string | null {
  if (unknownPlace) return `We do not know the postcode ${unknownPlace}, so this is not sorted by what is near.`;
  if (words && foldText(words) === '') return `There are no words in “${words}” to look for, so this is everything.`;
  return null;
}

/** In the index's order; what may no longer be seen drops out. */
async function hydrate(deps: SearchDeps, documentIds: string[], near: Point | null): Promise<Listing[]> {
  const idsOf = (type: string) => documentIds.filter((id) => id.startsWith(`${type}-`)).map((id) => id.slice(type.length + 1));
  const [assets, signposts] = await Promise.all([
    loadListings(deps, idsOf('asset'), near),
    loadSignpostListings(deps.db, idsOf('signpost')),
  ]);
  return documentIds.flatMap((documentId) => {
    const [type] = documentId.split('-', 1);
    const id = documentId.slice(documentId.indexOf('-') + 1);
    const listing = type === 'asset' ? assets.get(id) : signposts.get(id);
    return listing ? [listing] : [];
  });
}
