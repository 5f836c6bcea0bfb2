import { foldWords } from '../fold-text.ts';
import { type TimeCondition, timeCondition } from '../time-tokens.ts';
import type { AssetFilters } from '../asset-index.ts';
import { type Corrections, noCorrections } from './correct-words.ts';
import { namePatterns, type Term, termQuery } from './query-terms.ts';
import { longestBeginning } from './asset-search-row.ts';

/** Collects a statement's values; `add` answers their place in it. */
export interface Values {
  list: unknown[];
  add(value: unknown, type: string): string;
}

export function createValues(): Values {
  const list: unknown[] = [];
  return { list, add: (value, type) => `$${list.push(value)}::${type}` };
}

/** What the words ask for: terms that must all match, or names that look alike too. */
export interface Wanted {
  terms: Term[];
  corrections: Corrections;
  /** The folded words, for the pass over names; null without it. */
  likeName: string | null;
}

export const wanted = (terms: Term[], corrections: Corrections = noCorrections, likeName: string | null = null): Wanted => ({ terms, corrections, likeName });

/** Conditions on words, null when nothing was typed. */
export function wordCondition({ terms, corrections, likeName }: Wanted, values: Values): string | null {
  if (terms.length === 0) return null;
  // A letter or two beside other words would touch half the index: the others find, then each row is looked at.
  const last = terms.at(-1);
  const apart = terms.length > 1 && last?.open && last.words.length === 1 && Array.from(last.words[0] ?? '').length <= longestBeginning ? last : null;
  const indexed = terms.filter((term) => term !== apart).map((term) => termQuery(term, corrections, 'named'));
  const parts = [`words @@ ${values.add(indexed.join(' & '), 'tsquery')}`];
  if (apart) parts.push(`(words || '') @@ ${values.add(termQuery(apart, corrections, 'any'), 'tsquery')}`);
  const typed = parts.join(' and ');
  return likeName === null ? typed : `((${typed}) or ${values.add(likeName, 'text')} <<% folded_name)`;
}

/** How well the words match, coarse on purpose so that nearness and freshness still count: the higher the better. */
export function wordScore({ terms, corrections, likeName }: Wanted, values: Values): string {
  if (terms.length === 0) return '0';
  const patterns = terms.map((term) => namePatterns(term, corrections));
  const hits = patterns.map(({ whole, begun }) => {
    const like = (list: string[]) => `folded_name like any(${values.add(list, 'text[]')})`;
    return `(case when ${like(whole)} then 2 when ${like(begun)} then 1 else 0 end)`;
  });
  const typed = terms.flatMap((term) => term.words).join(' ');
  const phrase = foldWords(typed);
  const query = terms.map((term) => termQuery(term, corrections, 'any')).join(' & ');
  const weighted = (weights: string) => `words @@ ${values.add(query.replace(/'(:\*)?(?=[ )]|$)/g, (_, open) => `':${open ? '*' : ''}${weights}`), 'tsquery')}`;
  return `(case
      when folded_name like ${values.add(`%| ${phrase} |%`, 'text')} then 160
      when folded_name like any(${values.add([`%| ${phrase}%`, `%| ${typed}%`], 'text[]')}) then 128
      when least(${hits.join(', ')}) > 0 then 96
      when ${weighted('AB')} then 64
      when ${weighted('ABC')} then 32
      ${likeName === null ? '' : `when not (words @@ ${values.add(query, 'tsquery')}) then -1`}
      else 0 end + ${hits.join(' + ')})`;
}

/** The filters that no facet counts past: place. */
export function placeConditions(filters: AssetFilters, values: Values): string[] {
  const conditions: string[] = [];
  if (filters.box) conditions.push(inBox(filters.box, values));
  if (filters.near && filters.near.radiusMetres !== null) {
    const { point, radiusMetres } = filters.near;
    const north = radiusMetres / 111_000;
    const east = north / Math.max(0.01, Math.cos((point.lat * Math.PI) / 180));
    conditions.push(inBox({ west: point.lng - east, south: point.lat - north, east: point.lng + east, north: point.lat + north }, values));
    conditions.push(`${distance(point, values)} <= ${values.add(radiusMetres, 'double precision')}`);
  }
  return conditions;
}

function inBox({ west, south, east, north }: { west: number; south: number; east: number; north: number }, values: Values): string {
  const side = (degrees: number) => values.add(degrees, 'double precision');
  return `lat is not null and point(lng, lat) <@ box(point(${side(west)}, ${side(south)}), point(${side(east)}, ${side(north)}))`;
}

/** Metres along the earth, by the haversine; null for a document without a point. */
export function distance({ lat, lng }: { lat: number; lng: number }, values: Values): string {
  const [y, x] = [values.add(lat, 'double precision'), values.add(lng, 'double precision')];
  return `(12742017.6 * asin(least(1, sqrt(sin(radians(lat - ${y}) / 2) ^ 2 + cos(radians(${y})) * cos(radians(lat)) * sin(radians(lng - ${x}) / 2) ^ 2))))`;
}

/** Groups of choices: a row may fail one and still count for that one's facet. `when` is day, time and date together. */
export const choiceGroups = ['kind', 'topic', 'area', 'when', 'cost', 'access', 'language'] as const;
export type ChoiceGroup = (typeof choiceGroups)[number];

/** One condition for each group in which something is chosen. */
export function choiceConditions(filters: AssetFilters, values: Values): { group: ChoiceGroup; condition: string }[] {
  const overlap = (column: string, list: readonly string[]) => (list.length > 0 ? `${column} && ${values.add(list, 'text[]')}` : null);
  const conditions: Record<ChoiceGroup, string | null> = {
    kind: filters.kinds.length > 0 ? `kind = any(${values.add(filters.kinds, 'text[]')})` : null,
    topic: overlap('topics', filters.topics),
    area: overlap('areas', filters.areas),
    when: whenCondition(timeCondition(filters), values),
    cost: filters.free ? 'free' : null,
    access: overlap('access', filters.access),
    language: overlap('languages', filters.languages),
  };
  return choiceGroups.flatMap((group) => {
    const condition = conditions[group];
    return condition === null ? [] : [{ group, condition }];
  });
}

export const whenCondition = (when: TimeCondition | null, values: Values) => when && `${when.field} && ${values.add(when.tokens, 'text[]')}`;
