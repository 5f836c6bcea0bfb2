import type { Point } from '../../contract/geo.ts';
import type { AssetFilters } from '../asset-index.ts';
import { foldWords } from '../fold-text.ts';
import {
  type Closeness,
  levelFor,
  levelPoints,
  matchLevels,
  nameBegunPoints,
  nameSpeltPoints,
  scoreOf,
  type TextField,
  wholeNamePoints,
} from '../match-levels.ts';
import { metresBetween, worthNear } from '../nearness.ts';
import type { Term } from '../query-terms.ts';
import { isStale } from '../standing.ts';
import type { StoredHit } from './stored-document.ts';
import { type TextPointsOf, textPointsBy } from './text-points.ts';

/**
 * Meilisearch knows neither our levels nor how to sort by distance and words at once. So the best by words, and with a place the best
 * around it, are asked for and put in order here: words (and nearness) first, then standing, then the soonest date.
 */
export function orderHits(hits: StoredHit[], near: Near | null, terms: readonly Term[]): StoredHit[] {
  const textPoints = textPointsBy(terms);
  return sorted(hits, (hit) => placeInOrder(hit, near, pointsOf(hit, { terms, textPoints })));
}

type Near = NonNullable<AssetFilters['near']>;

/** What has no place comes last. */
export const nearestFirst = (hits: StoredHit[], point: Point) =>
  sorted(hits, (hit) => [hit.tier, metresTo(hit, point) ?? Number.POSITIVE_INFINITY, hit.name_sort, hit.id]);

/** Null: it has no place. */
export const metresTo = ({ lat, lng }: StoredHit, point: Point) =>
  lat === undefined || lng === undefined ? null : metresBetween({ lat, lng }, point);

/** Each once, the lowest key first. */
function sorted(hits: StoredHit[], keyOf: (hit: StoredHit) => (number | string)[]): StoredHit[] {
  const unique = [...new Map(hits.map((hit) => [hit.id, hit])).values()];
  const keys = new Map(unique.map((hit) => [hit.id, keyOf(hit)]));
  return unique.sort((a, b) => compare(keys.get(a.id) ?? [], keys.get(b.id) ?? []));
}

function placeInOrder(hit: StoredHit, near: Near | null, found: number): (number | string)[] {
  const metres = near && metresTo(hit, near.point);
  const worth = near ? worthNear(scoreOf(found), { metres, isSettlement: near.isSettlement }, isStale(hit.standing)) : found;
  return [hit.tier, -worth, -hit.standing, hit.next_at ?? Number.POSITIVE_INFINITY, hit.name_sort, hit.id];
}

/** By `attributeRank`, 0.25 to 1 for the searchable attributes from the last to the first. */
const fields: readonly TextField[] = ['body', 'keywords', 'summary', 'name'];
const worthOfSlip = 0.3;

/** The embedded index's points; for what stands only in the long text, or has slips, as nearly as Meilisearch tells of each match. */
function pointsOf(hit: StoredHit, { terms, textPoints }: { terms: readonly Term[]; textPoints: TextPointsOf }): number {
  const { _rankingScoreDetails: details, kind, name } = hit;
  if (!details?.exactness) return 0;
  const { points, least } = textPoints(hit);
  if (least >= matchLevels.name.begun) return pointsInName(name, terms, points);
  if (least > 0) return points;
  const { exactness, attributeRank, typo } = details;
  const slip = (typo?.typoCount ?? 0) > 0 ? worthOfSlip : 1;
  const exact = exactness.matchType === 'noExactMatch' ? (exactness.matchingWords ?? 0) / Math.max(1, exactness.maxMatchingWords ?? 1) : 1;
  const worth = (closeness: Closeness) =>
    between(
      fields.map((field) => levelPoints[levelFor(kind, matchLevels[field][closeness])] ?? 0),
      attributeRank?.score ?? 1,
    );
  return slip * (exact * worth('whole') + (1 - exact) * worth('synonym'));
}

/** All words stand in names. */
function pointsInName(name: string[], terms: readonly Term[], points: number): number {
  const typed = terms.flatMap(({ words }) => words).join(' ');
  const phrase = foldWords(typed);
  if (name.includes(phrase)) return wholeNamePoints;
  if (name.some((each) => each.startsWith(`${phrase} `))) return nameBegunPoints;
  if (!name.some((each) => each.startsWith(phrase) || each.startsWith(typed))) return points;
  return terms.length > 1 ? nameBegunPoints : nameSpeltPoints;
}

/** Several words stand in several attributes, and count as something between. */
function between(worths: readonly number[], attribute: number): number {
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
