import { walkSteps } from '../../contract/walks.ts';
import type { AssetFilters } from '../asset-index.ts';
import { type Asked, asked, filtered } from './asked-words.ts';
import { assetsOnly, totalOf } from './facet-counts.ts';
import { filterText } from './filter-text.ts';
import { mostHits } from './index-settings.ts';
import { liesWithin, withinFilters } from './place-fields.ts';
import type { MeilisearchServer } from './server.ts';

/**
 * How many assets each walk from a known place holds, by its metres: what lies within the longest is asked for, and counted here. Of more than
 * it hands out Meilisearch counts itself.
 */
export async function countWalks(server: MeilisearchServer, words: Asked, filters: AssetFilters): Promise<Record<string, number>> {
  const { near } = filters;
  if (!near) return {};
  const others = filtered(words, [...filterText(filters, 'within'), assetsOnly]);
  const within = (metres: number) => [...others, ...withinFilters(near.point, metres)];
  const [around] = await server.search([
    {
      ...asked(words),
      filter: within(Math.max(...walkSteps)),
      facets: ['tier'],
      limit: mostHits,
      attributesToRetrieve: ['id', 'lat', 'lng'],
    },
  ]);
  const hits = around?.hits ?? [];
  if (totalOf(around?.facetDistribution ?? {}) <= hits.length) {
    const places = hits.flatMap(({ lat, lng }) => (lat === undefined || lng === undefined ? [] : [{ lat, lng }]));
    return byWalk(walkSteps.map((most) => places.filter(liesWithin(near.point, most)).length));
  }
  const each = walkSteps.map((most) => ({ ...asked(words), filter: within(most), facets: ['tier'], limit: 0 }));
  return byWalk((await server.search(each)).map(({ facetDistribution }) => totalOf(facetDistribution)));
}

const byWalk = (counts: number[]) =>
  Object.fromEntries(walkSteps.flatMap((metres, at) => ((counts[at] ?? 0) > 0 ? [[String(metres), counts[at] ?? 0]] : [])));
