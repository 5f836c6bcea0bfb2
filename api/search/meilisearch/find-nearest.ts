import type { Point } from '../../contract/geo.ts';
import { boxAround } from '../../geo/box-around.ts';
import { type Asked, asked } from './asked-words.ts';
import { totalOf } from './facet-counts.ts';
import { metresTo, nearestFirst } from './hit-order.ts';
import { boxFilters } from './place-fields.ts';
import type { MeilisearchServer } from './server.ts';
import type { StoredHit } from './stored-document.ts';

/** Among what the words find and the filter lets through, from where. */
export interface NearestQuery {
  words: Asked;
  filter: string[];
  point: Point;
}

/** What is asked for at once, at least. */
const mostAtOnce = 100;
const firstReach = 3_200;
const widerEachTime = 4;
const endOfTheWorld = 25_000_000;
/** Where more stands at one spot, its first are as good as any. */
const oneSpot = 1;

/**
 * The first so many by distance, assets before signposts, what has no place after what has. Meilisearch cannot tell the order, so that box
 * around box is asked for, until so many are surely nearer than anything outside.
 */
export async function findNearest(server: MeilisearchServer, query: NearestQuery, wanted: number): Promise<StoredHit[]> {
  const everything = await look(server, query, { limit: Math.max(mostAtOnce, wanted) });
  if (everything.total <= everything.hits.length) return nearestFirst(everything.hits, query.point).slice(0, wanted);
  const found: StoredHit[] = [];
  for (const tier of ['tier = 0', 'tier = 1']) {
    const ofTier = { ...query, filter: [...query.filter, tier] };
    if (found.length < wanted) found.push(...(await nearestPlaced(server, ofTier, wanted - found.length)));
    const placeless = { filter: ['located = false'], limit: wanted - found.length, sort: ['name_sort:asc'] };
    if (placeless.limit > 0) found.push(...(await look(server, ofTier, placeless)).hits);
  }
  return found;
}

async function nearestPlaced(server: MeilisearchServer, query: NearestQuery, wanted: number): Promise<StoredHit[]> {
  const { point } = query;
  const found: StoredHit[] = [];
  let [from, to] = [0, firstReach];
  for (;;) {
    const { hits, total } = await look(server, query, { filter: ringOf(point, from, to), limit: Math.max(mostAtOnce, wanted) });
    if (total > hits.length && to - from > oneSpot) {
      to = from + (to - from) * Math.sqrt(hits.length / total / 2);
      continue;
    }
    found.push(...hits);
    const surely = found.filter((hit) => (metresTo(hit, point) ?? endOfTheWorld) <= to);
    if (surely.length >= wanted || to >= endOfTheWorld) return nearestFirst(surely, point).slice(0, wanted);
    [from, to] = [to, Math.min(endOfTheWorld, to * widerEachTime)];
  }
}

/** What lies in one box and not in the one within. */
const ringOf = (point: Point, from: number, to: number): string[] => [
  ...(to < endOfTheWorld ? boxFilters(boxAround(point, to)) : ['located = true']),
  ...(from > 0 ? [`NOT (${boxFilters(boxAround(point, from)).join(' AND ')})`] : []),
];

interface Part {
  filter?: string[];
  limit: number;
  sort?: string[];
}

async function look(server: MeilisearchServer, { words, filter }: NearestQuery, part: Part): Promise<{ hits: StoredHit[]; total: number }> {
  const [found] = await server.search([
    {
      ...asked(words),
      ...part,
      filter: [...filter, ...(part.filter ?? [])],
      facets: ['tier'],
      attributesToRetrieve: ['id', 'tier', 'name_sort', 'lat', 'lng'],
    },
  ]);
  return { hits: found?.hits ?? [], total: totalOf(found?.facetDistribution ?? {}) };
}
