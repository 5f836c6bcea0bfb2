import type { Point } from '../../contract/geo.ts';
import { metresBetween, valueNear } from '../nearness.ts';
import type { StoredHit } from './stored-document.ts';

/**
 * Meilisearch sorts by distance or by words, never by both. So the best by words and the nearest are asked for, and put in order here:
 * words and nearness together, then freshness.
 */
export function orderNear(hits: StoredHit[], point: Point, words: string): StoredHit[] {
  const unique = [...new Map(hits.map((hit) => [hit.id, hit])).values()];
  const keys = new Map(unique.map((hit) => [hit.id, keyOf(hit, point, words.trim().split(' ').at(-1) ?? '')]));
  return unique.sort((a, b) => compare(keys.get(a.id) ?? [], keys.get(b.id) ?? []));
}

const keyOf = (hit: StoredHit, point: Point, lastWord: string): (number | string)[] => [
  hit.tier,
  -Math.round(valueNear(scoreOf(hit, lastWord), hit._geo ? metresBetween(hit._geo, point) : null) * 30),
  -hit.quality,
  hit.next_at ?? Number.POSITIVE_INFINITY,
  hit.name_sort,
  hit.id,
];

/** By `attributeRank`, 0.25 to 1 for keywords, body, summary and name: what the words themselves are worth there, and other words for them. */
const worthOfWords = [0.14, 0.3, 0.5, 0.64];
const worthOfMeaning = [0.08, 0.1, 0.19, 0.28];
const worthOfStart = 0.7;
const worthOfSlip = 0.3;

/** The embedded index's scores, as nearly as Meilisearch tells; its own are worth less the more rules it has. */
function scoreOf({ _rankingScoreDetails: details, name_sort }: StoredHit, lastWord: string): number {
  if (!details?.exactness) return 1;
  const { exactness, attributeRank, typo } = details;
  const slip = (typo?.typoCount ?? 0) > 0 ? worthOfSlip : 1;
  if (exactness.matchType === 'exactMatch') return slip;
  if (exactness.matchType === 'matchesStart') return slip * worthOfStart;
  const attribute = attributeRank?.score ?? 1;
  const exact = (exactness.matchingWords ?? 0) / Math.max(1, exactness.maxMatchingWords ?? 1);
  // A beginning counts as little as another word over there; here it is what someone types.
  const begun = ` ${name_sort}`.includes(` ${lastWord}`) ? worthOfWords : worthOfMeaning;
  return slip * (exact * worthAt(worthOfWords, attribute) + (1 - exact) * worthAt(begun, attribute));
}

/** Several words stand in several attributes, and count as something between. */
function worthAt(worths: readonly number[], attribute: number): number {
  const place = Math.max(0, Math.min(worths.length - 1, attribute * worths.length - 1));
  const [lower = 0, upper = lower] = [worths[Math.floor(place)], worths[Math.ceil(place)]];
  return lower + (upper - lower) * (place - Math.floor(place));
}

function compare(a: (number | string)[], b: (number | string)[]): number {
  for (const [position, value] of a.entries()) {
    const other = b[position];
    if (other === undefined || value === other) continue;
    return value < other ? -1 : 1;
  }
  return 0;
}
