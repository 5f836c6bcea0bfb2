import { walkSteps } from '../../contract/walks.ts';
import type { AssetFilters } from '../asset-index.ts';
import { metresBetween } from '../nearness.ts';
import { type Asked, asked, filtered } from './asked-words.ts';
import { assetsOnly, totalOf } from './facet-counts.ts';
import { filterText, withinFilters } from './filter-text.ts';
import { mostHits } from './index-settings.ts';
import type { MeilisearchServer } from './server.ts';

/**
 * How many assets each walk from a known place holds, by its metres. Meilisearch reads all the points there are for each circle, 43 ms among
 * a million, and none for a box: so the box of the longest walk is asked for, and counted here. Of more than it hands out it counts itself.
 */
export async function countWalks(server: MeilisearchServer, words: Asked, filters: AssetFilters): Promise<Record<string, number>> {
  const { near } = filters;
  if (!near) return {};
  const others = filtered(words, [...filterText(filters, 'within'), assetsOnly]);
  const [box = ''] = withinFilters(near.point, Math.max(...walkSteps));
  const [around] = await server.search([
    { ...asked(words), filter: [...others, box], facets: ['tier'], limit: mostHits, attributesToRetrieve: ['id', '_geo'] },
  ]);
  const hits = around?.hits ?? [];
  if (totalOf(around?.facetDistribution ?? {}) <= hits.length) {
    const metres = hits.flatMap(({ _geo }) => (_geo ? metresBetween(_geo, near.point) : []));
    return byWalk(walkSteps.map((most) => metres.filter((far) => far <= most).length));
  }
  const circles = walkSteps.map((most) => ({
    ...asked(words),
    filter: [...others, ...withinFilters(near.point, most)],
    facets: ['tier'],
    limit: 0,
  }));
  return byWalk((await server.search(circles)).map(({ facetDistribution }) => totalOf(facetDistribution)));
}

const byWalk = (counts: number[]) =>
  Object.fromEntries(walkSteps.flatMap((metres, at) => ((counts[at] ?? 0) > 0 ? [[String(metres), counts[at] ?? 0]] : [])));
