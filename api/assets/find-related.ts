import type { Listing } from '../contract/listing.ts';
import type { Deps } from '../deps.ts';
import type { IndexQuery } from '../search/asset-index.ts';
import { searchWithFallback } from '../search/search-with-fallback.ts';
import { londonDate } from '../time/london-time.ts';
import { type AssetRow, runByOthers } from './asset-queries.ts';
import { loadListings } from './load-listings.ts';
import { assetIdsOf } from './match-assets.ts';
import { toIndexFilters } from './to-index-query.ts';

type RelatedDeps = Pick<Deps, 'db' | 'clock' | 'assetIndex' | 'embeddedIndex' | 'log'>;

const shown = 3;
const nearbyMetres = 1200;
const similarMetres = 5000;
/** Of the nearest that share a topic, so many are weighed by how many topics they share. */
const weighed = 40;

const anything = {
  area: [],
  kind: [],
  topic: [],
  day: [],
  time: [],
  cost: [],
  just_turn_up: [],
  bring_someone: [],
  access: [],
  language: [],
};

/** More like it, run by someone else; and what else is within a walk. Of a gift, and of what has no fixed place, only what is like it. */
export async function findRelated(deps: RelatedDeps, row: AssetRow): Promise<{ similar: Listing[]; nearby: Listing[] }> {
  const today = londonDate(deps.clock.now());
  const point = row.lat !== null && row.lng !== null ? { lat: row.lat, lng: row.lng } : null;
  const sort = point ? 'distance' : 'relevance';
  const where = point ? { within: similarMetres } : { area: row.area_slug ? [row.area_slug] : [] };
  const [alike, near] = await Promise.all([
    row.topics.length > 0
      ? idsFor(deps, { filters: toIndexFilters({ ...anything, topic: row.topics, ...where }, point, today), sort, limit: weighed })
      : [],
    point ? idsFor(deps, { filters: toIndexFilters({ ...anything, within: nearbyMetres }, point, today), sort, limit: shown * 3 }) : [],
  ]);
  const listings = await loadListings(deps, [...new Set([...alike, ...near])], point);
  const others = new Set((await runByOthers(deps.db, alike, row.run_by)).map(({ id }) => id));
  const found = (ids: string[]) => ids.flatMap((id) => (id === row.id ? [] : (listings.get(id) ?? [])));
  const similar = byTopicsShared(
    found(alike).filter(({ id }) => others.has(id)),
    row.topics,
  ).slice(0, shown);
  const nearby = found(near).filter(({ id }) => !similar.some((listing) => listing.id === id));
  return { similar, nearby: nearby.slice(0, shown) };
}

/** Most in common first, then the nearest: the sort is stable. */
function byTopicsShared(listings: Listing[], topics: string[]): Listing[] {
  const shared = (listing: Listing) => listing.topics.filter((topic) => topics.includes(topic)).length;
  return listings.sort((one, other) => shared(other) - shared(one));
}

async function idsFor(deps: RelatedDeps, query: Pick<IndexQuery, 'filters' | 'sort' | 'limit'>): Promise<string[]> {
  const { answer } = await searchWithFallback(deps, { text: '', offset: 0, facets: false, ...query });
  return assetIdsOf(answer.ids);
}
