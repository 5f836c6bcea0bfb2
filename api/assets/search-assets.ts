import type { AssetQuery, AssetSearchPage, FoundListing } from '../contract/asset-query.ts';
import type { Point } from '../contract/geo.ts';
import type { Listing } from '../contract/listing.ts';
import { findWays, type WayTo } from '../places/find-ways.ts';
import { presentNotice } from '../search/present-notice.ts';
import { loadSignpostListings } from '../signposts/load-signpost-listings.ts';
import { type AskDeps, askIndex } from './ask-index.ts';
import { explainFound } from './explain-found.ts';
import { loadListings } from './load-listings.ts';

/** Words → index → hydrate → rules → present. Throws bad-request for a place we do not know or a sort that lacks its place. */
export async function searchAssets(deps: AskDeps, query: AssetQuery): Promise<AssetSearchPage> {
  const started = performance.now();
  const { found, listings, wayTo } = await askAndLoad(deps, query);
  const { wish, answer, notice, words, understood } = found;
  const sure = new Set(answer.ids.slice(0, Math.max(0, answer.sure - (query.page - 1) * query.per_page)));
  const items = listings.map((item): FoundListing => (sure.has(`${item.type}-${item.id}`) ? item : { ...item, times_not_fixed: true }));
  const from = wish.near?.label ?? null;
  return {
    items: addWays(query.explain ? await explainFound(deps, { words, from }, items) : items, wayTo),
    total: answer.total,
    facets: answer.facets,
    page: query.page,
    per_page: query.per_page,
    took_ms: Math.round((performance.now() - started) * 10) / 10,
    near: wish.near,
    words,
    understood,
    meant: answer.meant.map((meaning) => ({ ...meaning, topics: [...meaning.topics], words: [...meaning.words] })),
    unknown_place: wish.unknownPlace,
    ...presentNotice(notice ?? wish.notice),
  };
}

/** An index that finds what may no longer be seen is behind, and so are its counts: then the embedded one answers, which is not. */
async function askAndLoad(deps: AskDeps, query: AssetQuery) {
  const part = { offset: (query.page - 1) * query.per_page, limit: query.per_page };
  const ask = async (asked: AskDeps) => {
    const found = await askIndex(asked, query, part);
    const { ids } = found.answer;
    const from = found.wish.near?.point ?? null;
    const [listings, wayTo] = await Promise.all([hydrate(deps, ids, from), from && ids.length > 0 ? findWays(deps, from) : null]);
    return { found, listings, wayTo };
  };
  const first = await ask({ ...deps, judgesHits: true });
  const isWhole = first.listings.length === first.found.answer.ids.length;
  return isWhole || deps.assetIndex === deps.embeddedIndex ? first : ask({ ...deps, assetIndex: deps.embeddedIndex });
}

/** In the index's order; what may no longer be seen drops out. */
async function hydrate(deps: AskDeps, documentIds: string[], near: Point | null): Promise<Listing[]> {
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

/** The same listings, each with the way there on foot; without a place to walk from as they are. */
const addWays = (listings: FoundListing[], wayTo: WayTo | null): FoundListing[] =>
  wayTo ? listings.map((listing) => ({ ...listing, way: listing.type === 'asset' ? wayTo(listing.point) : null })) : listings;
