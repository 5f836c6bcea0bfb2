import type { AssetQuery } from '../api/contract/asset-query.ts';
import type { Locale } from './i18n/locale.ts';

/** The parts of a search that an address may carry. */
export type FindQuery = Partial<Omit<AssetQuery, 'per_page'>>;

/** Every address of the site that we generate, in the reader's language. */
export function urlsFor(locale: Locale) {
  const at = (path: string) => (locale === 'en' ? path : `/${locale}${path}`);
  return {
    at,
    home: () => at('/'),
    find: (query: FindQuery = {}) => at(`/find${queryString(query)}`),
    asset: (slug: string) => at(`/around/${slug}`),
    areas: () => at('/areas'),
    area: (slug: string) => at(`/areas/${slug}`),
    coordinator: (slug: string) => at(`/coordinators/${slug}`),
    /** Find's filters; without days it is today. */
    whatsOn: ({ sort: _sort, ...query }: FindQuery = {}) => at(`/whats-on${queryString(query)}`),
    helpNow: () => at('/help-now'),
    about: () => at('/about'),
    privacy: () => at('/privacy'),
    accessibility: () => at('/accessibility'),
  };
}

export type Urls = ReturnType<typeof urlsFor>;

/** Somewhere harmless to be, for a reader who is not safe to browse. */
export const neutralSite = 'https://www.bbc.co.uk/weather';

/** Places on the map of the world; a link, never a picture fetched from there. */
export const openStreetMapUrl = (point: { lat: number; lng: number }) =>
  `https://www.openstreetmap.org/?mlat=${point.lat}&mlon=${point.lng}#map=17/${point.lat}/${point.lng}`;

/** The order in which parameters stand, so that one search has one address. */
const order = [
  'q',
  'near',
  'within',
  'area',
  'kind',
  'topic',
  'day',
  'time',
  'on',
  'from',
  'to',
  'cost',
  'access',
  'language',
  'bbox',
  'sort',
  'page',
] as const;

/** "?q=choir&kind=group", or nothing for an empty search. The first page and the default order are left unsaid. */
export function queryString(query: FindQuery): string {
  return withParams(order.flatMap((name) => parameterValues(name, query).map((value): [string, string] => [name, value])));
}

function parameterValues(name: (typeof order)[number], query: FindQuery): string[] {
  if (name === 'bbox') return query.bbox ? [[query.bbox.west, query.bbox.south, query.bbox.east, query.bbox.north].join(',')] : [];
  const value = query[name];
  if (value === undefined || value === '' || (name === 'page' && value === 1)) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function withParams(pairs: [string, string | undefined][]): string {
  const text = new URLSearchParams(pairs.flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
  return text ? `?${text}` : '';
}
