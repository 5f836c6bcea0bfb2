import type { AssetFilters } from '../asset-index.ts';
import { type TimeFilters, timeCondition } from '../time-tokens.ts';
import { boxFilters, withinFilters } from './place-fields.ts';

/** Groups in which something may be chosen; `when` is day, time and date together, `within` a distance. */
export const filterGroups = [
  'kind',
  'topic',
  'area',
  'when',
  'cost',
  'just_turn_up',
  'bring_someone',
  'access',
  'language',
  'within',
] as const;
export type FilterGroup = (typeof filterGroups)[number];

/** Where the values of a group stand in a document. */
export const attributeOf = {
  ...{ kind: 'kind', topic: 'topics', area: 'areas', cost: 'cost' },
  ...{ just_turn_up: 'just_turn_up', bring_someone: 'bring_someone', access: 'access', language: 'languages' },
} as const;

/** The filters in Meilisearch's own words, all of which must hold; without one group's when its facet is counted. */
export function filterText(filters: AssetFilters, without: FilterGroup | null = null): string[] {
  const choices = choicesOf(filters);
  return [
    ...filterGroups.filter((group) => group !== without).flatMap((group) => choices[group] ?? []),
    ...(filters.box ? boxFilters(filters.box) : []),
  ];
}

export const hasChoice = (filters: AssetFilters, group: FilterGroup) => choicesOf(filters)[group] !== null;

export const anyTime = 'no_fixed_times = true';
export const fixedTimes = 'no_fixed_times = false';

/** What is on then, or may be; null where no time is asked for. */
export function timeFilter(filters: TimeFilters): string | null {
  const sure = sureFilter(filters);
  return sure && `(${sure} OR ${anyTime})`;
}

/** What has a date then. Dates of which none is a chosen day let nothing through. */
export function sureFilter(filters: TimeFilters): string | null {
  const when = timeCondition(filters);
  return when && among(when.field, when.tokens);
}

/** What may be there then, though no date of it is known. */
export function unsureFilter(filters: TimeFilters): string[] {
  return [anyTime, `NOT ${sureFilter(filters)}`];
}

/** Quotes and backslashes cannot end the value early. */
export const quoted = (value: string) => `"${value.replace(/[\\"]/g, '\\$&')}"`;

function choicesOf(filters: AssetFilters): Record<FilterGroup, string | string[] | null> {
  const { near } = filters;
  return {
    kind: oneOf(attributeOf.kind, filters.kinds),
    topic: oneOf(attributeOf.topic, filters.topics),
    area: oneOf(attributeOf.area, filters.areas),
    when: timeFilter(filters),
    cost: oneOf(attributeOf.cost, filters.free ? ['free'] : []),
    access: oneOf(attributeOf.access, filters.access),
    just_turn_up: oneOf(attributeOf.just_turn_up, filters.justTurnUp ? ['yes'] : []),
    bring_someone: oneOf(attributeOf.bring_someone, filters.bringSomeone ? ['yes'] : []),
    language: oneOf(attributeOf.language, filters.languages),
    within: near && near.radiusMetres !== null ? withinFilters(near.point, near.radiusMetres) : null,
  };
}

const oneOf = (attribute: string, values: readonly string[]) => (values.length === 0 ? null : among(attribute, values));
const among = (attribute: string, values: readonly string[]) => `${attribute} IN [${values.map(quoted).join(', ')}]`;
