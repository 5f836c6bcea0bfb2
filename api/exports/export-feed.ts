import { loadListings } from '../assets/load-listings.ts';
import { matchAssets } from '../assets/match-assets.ts';
import type { AssetQuery } from '../contract/asset-query.ts';
import { addressesAt } from './addresses.ts';
import { newestAssets } from './export-queries.ts';
import type { GatherDeps } from './gather-assets.ts';
import { inLanguage } from './in-language.ts';
import { nameOfSearch } from './name-chosen.ts';
import { writeFeed } from './write-feed.ts';

const mostEntries = 50;
const mostMatches = 1_000_000;

export interface ExportSetting {
  language: 'en' | 'cy';
  publicUrl: string;
  /** The address that was asked: path and query as they stand. */
  url: string;
  /** The page that shows the same, without the language's prefix. */
  page: string;
}

/** What is new in a search, newest first: published since, or changed. Throws bad-request for a search that makes no sense. */
export async function exportFeed(deps: GatherDeps, query: AssetQuery, { language, publicUrl, url, page }: ExportSetting): Promise<string> {
  // All that match, not the best of them, which need not be new: the index in memory hands them out, where another ends at 1,000.
  const { assetIds, near } = await matchAssets({ ...deps, assetIndex: deps.embeddedIndex }, query, mostMatches);
  const rows = await newestAssets(deps.db, assetIds, mostEntries);
  const listings = await loadListings(
    deps,
    rows.map(({ id }) => id),
    null,
  );
  const addresses = addressesAt(publicUrl, language);
  const name = await nameOfSearch(deps, query, near, language);
  return writeFeed(
    { name, address: addresses.root + page, self: new URL(url, publicUrl).href, language },
    rows.flatMap(({ id, created_at, updated_at }) => {
      const listing = listings.get(id);
      if (!listing) return [];
      return {
        id,
        name: inLanguage(language, listing.name, listing.name_cy),
        summary: inLanguage(language, listing.summary, listing.summary_cy),
        address: addresses.asset(listing.slug),
        kind: listing.kind,
        publishedAt: created_at,
        updatedAt: updated_at,
      };
    }),
  );
}
