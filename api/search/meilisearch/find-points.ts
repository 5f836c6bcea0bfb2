import { SearchRefused } from '../../errors.ts';
import type { IndexPoint, IndexQuery } from '../asset-index.ts';
import { type Asked, asked, filtered } from './asked-words.ts';
import { totalOf } from './facet-counts.ts';
import { filterText } from './filter-text.ts';
import { mostHits } from './index-settings.ts';
import type { MeilisearchServer } from './server.ts';
import type { StoredHit } from './stored-document.ts';

/** Without words every document is read through, in pages. With words a search ends at 1,000 hits: beyond that it is refused, not cut. */
export async function findPoints(
  server: MeilisearchServer,
  words: Asked,
  { filters, limit }: Omit<IndexQuery, 'sort' | 'offset'>,
): Promise<IndexPoint[]> {
  const filter = filtered(words, [...filterText(filters), 'located = true']);
  if (words.q === '') return (await server.list(filter, limit)).flatMap(pointOf);
  const [found] = await server.search([
    {
      ...asked(words),
      filter,
      facets: ['tier'],
      attributesToRetrieve: ['id', 'slug', 'kind', 'lat', 'lng'],
      limit: Math.min(limit, mostHits),
    },
  ]);
  if (Math.min(limit, totalOf(found?.facetDistribution ?? {})) > mostHits)
    throw new SearchRefused('more places were found than Meilisearch hands out');
  return (found?.hits ?? []).flatMap(pointOf);
}

const pointOf = ({ id, slug, kind, lat, lng }: StoredHit): IndexPoint[] =>
  lat === undefined || lng === undefined ? [] : [{ id, slug, kind, lat, lng }];
