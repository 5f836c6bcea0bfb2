import { walkSteps } from '../../api/contract/walks.ts';
import type { AssetFilters } from '../../api/search/asset-index.ts';
import { metresBetween } from '../../api/search/nearness.ts';
import { documents } from './documents.ts';

type Document = (typeof documents)[number];

export function passes(document: Document, filters: AssetFilters): boolean {
  const any = <T>(chosen: T[], held: readonly T[]) => chosen.length === 0 || chosen.some((value) => held.includes(value));
  return (
    any(filters.kinds, [document.kind]) &&
    any(filters.topics, document.topics) &&
    any(filters.areas, document.areas) &&
    any(filters.access, document.access) &&
    any(filters.languages, document.languages) &&
    (!filters.free || document.free) &&
    (!filters.justTurnUp || document.just_turn_up) &&
    (!filters.bringSomeone || document.bring_someone) &&
    isWithin(document, filters.near) &&
    happens(document, filters)
  );
}

function isWithin({ point }: Document, near: AssetFilters['near']): boolean {
  if (near === null || near.radiusMetres === null) return true;
  return point !== null && metresBetween(point, near.point) <= near.radiusMetres;
}

const happens = (document: Document, filters: AssetFilters) => document.no_fixed_times || isSurelyOn(document, filters);

/** Looks at each happening by itself, which tokens only imitate. */
export function isSurelyOn(document: Document, { days, times, dates }: AssetFilters): boolean {
  if (days.length === 0 && times.length === 0 && dates === null) return true;
  return document.dates
    .filter((token) => token.includes(':'))
    .map((token) => token.split(':'))
    .some(([date = '', part]) => {
      const weekday = new Date(`${date}T12:00:00Z`).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' }).toLowerCase();
      const onDay = days.length === 0 || days.some((day) => day === weekday);
      const atTime = times.length === 0 || times.some((time) => time === part);
      return onDay && atTime && (dates === null || (date >= dates.from && date <= dates.to));
    });
}

/** What every facet must say, by looking at each document: services are counted nowhere but as a kind. */
export function countByHand(filters: AssetFilters, all = documents) {
  const assets = all.filter(({ tier }) => tier === 0);
  const count = (without: Partial<AssetFilters>, values: (document: Document) => readonly string[], among = assets) => {
    const counts: Record<string, number> = {};
    for (const document of among.filter((candidate) => passes(candidate, { ...filters, ...without }))) {
      for (const value of values(document)) counts[value] = (counts[value] ?? 0) + 1;
    }
    return counts;
  };
  const happening = <T extends string>(values: readonly T[], choose: (value: T) => Partial<AssetFilters>) =>
    Object.fromEntries(
      values
        .map((value) => [value, assets.filter((document) => passes(document, { ...filters, ...choose(value) })).length] as const)
        .filter(([, found]) => found > 0),
    );
  return {
    kind: count({ kinds: [] }, (document) => [document.kind], all),
    topic: count({ topics: [] }, (document) => document.topics),
    area: count({ areas: [] }, (document) => document.areas),
    day: happening(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'], (day) => ({ days: [day] })),
    time: happening(['morning', 'afternoon', 'evening'], (time) => ({ times: [time] })),
    cost: count({ free: false }, (document) => (document.free ? ['free'] : [])),
    just_turn_up: count({ justTurnUp: false }, (document) => (document.just_turn_up ? ['yes'] : [])),
    bring_someone: count({ bringSomeone: false }, (document) => (document.bring_someone ? ['yes'] : [])),
    access: count({ access: [] }, (document) => document.access),
    language: count({ languages: [] }, (document) => document.languages),
    within: filters.near ? walks(assets, filters, filters.near.point) : {},
  };
}

function walks(assets: Document[], filters: AssetFilters, point: NonNullable<AssetFilters['near']>['point']): Record<string, number> {
  const counts = walkSteps.map((radiusMetres) => {
    const near = { point, radiusMetres };
    return [String(radiusMetres), assets.filter((document) => passes(document, { ...filters, near })).length] as const;
  });
  return Object.fromEntries(counts.filter(([, found]) => found > 0));
}
