import type { Point } from '../../contract/geo.ts';
import { metresBetween, nearnessStep } from '../nearness.ts';
import type { StoredHit } from './stored-document.ts';

/** How finely Meilisearch's score counts beside nearness: an eighth of the way from no match to a perfect one. */
const scoreSteps = 8;

/**
 * Meilisearch sorts by distance or by words, never by both. So the best by words and the nearest are asked for, and put in order here:
 * words coarsely, nearness in steps, then freshness.
 */
export function orderNear(hits: StoredHit[], point: Point): StoredHit[] {
  const unique = [...new Map(hits.map((hit) => [hit.id, hit])).values()];
  const keys = new Map(unique.map((hit) => [hit.id, keyOf(hit, point)]));
  return unique.sort((a, b) => compare(keys.get(a.id) ?? [], keys.get(b.id) ?? []));
}

const keyOf = (hit: StoredHit, point: Point): (number | string)[] => [
  hit.tier,
  -Math.round((hit._rankingScore ?? 1) * scoreSteps),
  nearnessStep(hit._geo ? metresBetween(hit._geo, point) : null),
  -hit.quality,
  hit.next_at ?? Number.POSITIVE_INFINITY,
  hit.name_sort,
  hit.id,
];

function compare(a: (number | string)[], b: (number | string)[]): number {
  for (const [position, value] of a.entries()) {
    const other = b[position];
    if (other === undefined || value === other) continue;
    return value < other ? -1 : 1;
  }
  return 0;
}
