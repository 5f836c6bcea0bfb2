import type { AssetFilters } from '../asset-index.ts';
import { type TimeCondition, timeCondition } from '../time-tokens.ts';

/** Groups in which something may be chosen; `when` is day, time and date together. */
export const filterGroups = ['kind', 'topic', 'area', 'when', 'cost', 'access', 'language'] as const;
export type FilterGroup = (typeof filterGroups)[number];

const attributes = { kind: 'kind', topic: 'topics', area: 'areas', cost: 'cost', access: 'access', language: 'languages' } as const;

/** The filters in Meilisearch's own words, all of which must hold; without one group's when its facet is counted. */
export function filterText(filters: AssetFilters, without: FilterGroup | null = null): string[] {
  const choices = choicesOf(filters);
  return [...filterGroups.filter((group) => group !== without).flatMap((group) => choices[group] ?? []), ...placeFilters(filters)];
}

export const hasChoice = (filters: AssetFilters, group: FilterGroup) => choicesOf(filters)[group] !== null;

/** Dates of which none is a chosen day let nothing through. */
export const timeFilter = (when: TimeCondition | null) => when && among(when.field, when.tokens);

/** Quotes and backslashes cannot end the value early. */
export const quoted = (value: string) => `"${value.replace(/[\\"]/g, '\\$&')}"`;

function choicesOf(filters: AssetFilters): Record<FilterGroup, string | null> {
  return {
    kind: oneOf(attributes.kind, filters.kinds),
    topic: oneOf(attributes.topic, filters.topics),
    area: oneOf(attributes.area, filters.areas),
    when: timeFilter(timeCondition(filters)),
    cost: oneOf(attributes.cost, filters.free ? ['free'] : []),
    access: oneOf(attributes.access, filters.access),
    language: oneOf(attributes.language, filters.languages),
  };
}

const oneOf = (attribute: string, values: readonly string[]) => (values.length === 0 ? null : among(attribute, values));
const among = (attribute: string, values: readonly string[]) => `${attribute} IN [${values.map(quoted).join(', ')}]`;

/** A box stands before every circle and every sort by distance: it is what keeps them fast. */
function placeFilters({ box, near }: AssetFilters): string[] {
  const filters: string[] = [];
  if (box) filters.push(`_geoBoundingBox([${box.north}, ${box.east}], [${box.south}, ${box.west}])`);
  if (near && near.radiusMetres !== null) {
    const { point, radiusMetres } = near;
    const north = radiusMetres / 111_000;
    const east = north / Math.max(0.01, Math.cos((point.lat * Math.PI) / 180));
    filters.push(
      `_geoBoundingBox([${degrees(point.lat + north, 90)}, ${degrees(point.lng + east, 180)}], [${degrees(point.lat - north, 90)}, ${degrees(point.lng - east, 180)}])`,
    );
    filters.push(`_geoRadius(${point.lat}, ${point.lng}, ${radiusMetres})`);
  }
  return filters;
}

const degrees = (value: number, most: number) => Math.max(-most, Math.min(most, value));
