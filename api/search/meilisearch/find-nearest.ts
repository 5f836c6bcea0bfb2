import type { Point } from '../../contract/geo.ts';
import { boxAround } from '../../geo/box-around.ts';
import { type Asked, asked } from './asked-words.ts';
import { totalOf } from './facet-counts.ts';
import { metresTo, nearestFirst } from './hit-order.ts';
import { mostHits } from './index-settings.ts';
import { boxFilters } from './place-fields.ts';
import type { MeilisearchServer } from './server.ts';
import type { StoredHit } from './stored-document.ts';

/** Among what the words find and the filter lets through, from where. */
interface NearestQuery {
  words: Asked;
  filter: string[];
  point: Point;
  /** Of more than is handed out the first by name; else whichever. */
  byName?: boolean;
}

/** All that tells how near something is. */
export const placeOfHit = ['id', 'tier', 'name_sort', 'lat', 'lng'];

/** Handed out at once, at least. */
const fewest = 300;
const firstReach = 3_200;
const widerEachTime = 4;
/** Beyond it everywhere is looked at: on a globe a box is no box any more. */
const furthest = 800_000;
/** What a box holds for certain of its reach. */
const sureShare = 0.99;
/** Whoever waits for one answer waits for all of these. */
const mostLooks = 10;

/**
 * The first so many by distance, assets before signposts, what has no place after what has. Meilisearch cannot tell that order, so that ring
 * around ring is asked for, until so many are surely nearer than anything outside.
 */
export async function findNearest(server: MeilisearchServer, query: NearestQuery, wanted: number): Promise<StoredHit[]> {
  const found: StoredHit[] = [];
  for (const tier of ['tier = 0', 'tier = 1']) {
    const ofTier = { ...query, filter: [...query.filter, tier] };
    if (found.length < wanted) found.push(...(await nearestPlaced(server, ofTier, wanted - found.length)));
    const left = wanted - found.length;
    if (left > 0) found.push(...(await look(server, { ...ofTier, byName: true }, ['located = false'], left)).hits);
  }
  return found;
}

/** Whichever are around the place, so many of them, in no order: of the first box that holds as many. */
export async function findAround(server: MeilisearchServer, query: NearestQuery, wanted: number): Promise<StoredHit[]> {
  const boxes: string[][] = [];
  for (let reach = firstReach; reach < furthest; reach *= widerEachTime) boxes.push(boxFilters(boxAround(query.point, reach)));
  const counted = await server.search(boxes.map((box) => lookFor(query, box, 0)));
  const box = boxes[counted.findIndex(({ facetDistribution }) => totalOf(facetDistribution) >= wanted)] ?? [];
  return (await look(server, query, box, wanted)).hits;
}

async function nearestPlaced(server: MeilisearchServer, query: NearestQuery, wanted: number): Promise<StoredHit[]> {
  const { point } = query;
  let limit = Math.max(fewest, wanted);
  const everywhere = await look(server, query, ['located = true'], 0);
  if (everywhere.total <= limit) return everywhere.total === 0 ? [] : nearest((await look(server, query, ['located = true'], limit)).hits);
  const found: StoredHit[] = [];
  let [from, to, tooWide] = [0, firstReach, Number.POSITIVE_INFINITY];
  for (let looks = 1; ; looks += 1) {
    if (looks === mostLooks) to = tooWide;
    // Of what is too much at one spot, the first by name.
    const { hits, total } = await look(server, { ...query, byName: limit === mostHits }, ringOf(point, from, to), limit);
    const isLast = looks === mostLooks || to === Number.POSITIVE_INFINITY;
    const isHalved = total > mostHits && to - from > Math.max(1, to / 100);
    if (total > hits.length && !isLast && (isHalved || limit < mostHits)) {
      if (isHalved) [to, tooWide] = [from + (to - from) * Math.max(0.1, Math.sqrt(mostHits / total / 2)), to];
      limit = mostHits;
      continue;
    }
    found.push(...hits);
    const surely = found.filter((hit) => (metresTo(hit, point) ?? Number.POSITIVE_INFINITY) <= to * sureShare);
    if (surely.length >= wanted) return nearest(surely);
    if (isLast) return nearest(found);
    const wider = Math.min(to * widerEachTime, (to + tooWide) / 2);
    [from, to] = [to, wider > furthest ? Number.POSITIVE_INFINITY : wider];
  }

  function nearest(hits: StoredHit[]): StoredHit[] {
    return nearestFirst(hits, point).slice(0, wanted);
  }
}

/** What lies in one box and not in the one within. */
const ringOf = (point: Point, from: number, to: number): string[] => [
  ...(to === Number.POSITIVE_INFINITY ? ['located = true'] : boxFilters(boxAround(point, to))),
  ...(from > 0 ? [`NOT (${boxFilters(boxAround(point, from)).join(' AND ')})`] : []),
];

const lookFor = ({ words, filter, byName }: NearestQuery, only: string[], limit: number) => ({
  ...asked(words),
  filter: [...filter, ...only],
  facets: ['tier'],
  limit,
  ...(byName ? { sort: ['name_sort:asc'] } : {}),
  attributesToRetrieve: placeOfHit,
});

async function look(server: MeilisearchServer, query: NearestQuery, only: string[], limit: number) {
  const [found] = await server.search([lookFor(query, only, limit)]);
  return { hits: found?.hits ?? [], total: totalOf(found?.facetDistribution ?? {}) };
}
