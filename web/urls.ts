import type { AssetQuery } from '../api/contract/asset-query.ts';
import type { SettingName } from '../api/contract/settings.ts';
import type { Locale } from './i18n/locale.ts';

/** The parts of a search that an address may carry. */
export type FindQuery = Partial<Omit<AssetQuery, 'per_page'>>;

export type FeedFormat = 'atom' | 'ics';

/** A week on paper: of a search, or of what someone kept. */
export type PrintQuery = FindQuery & { ids?: string[]; fold?: 'a5' };

/** Every address of the site that we generate, in the reader's language. */
export function urlsFor(locale: Locale) {
  const at = (path: string) => (locale === 'en' ? path : `/${locale}${path}`);
  return {
    at,
    home: () => at('/'),
    find: (query: FindQuery = {}) => at(`/find${queryString(query)}`),
    asset: (slug: string) => at(`/around/${slug}`),
    stillRight: (slug: string) => at(`/around/${slug}/still-right`),
    suggest: (slug: string) => at(`/around/${slug}/suggest`),
    closed: (slug: string) => at(`/around/${slug}/closed`),
    /** Something for the directory, from anyone; `area` is a slug. */
    add: (area?: string) => at(`/add${area ? `?area=${area}` : ''}`),
    /** What we understand of times, and the first dates. */
    addTimes: () => at('/add/times'),
    /** Where the link in a letter to a group leads. */
    /** Behind the link of a letter. `done`: its answer was just taken back. */
    confirm: (token: string, done?: 'back') => at(`/confirm/${token}${withParams([['done', done]])}`),
    /** A group's own link. `done`: what became of what it wrote. */
    own: (token: string, done?: string) => at(`/our/${token}${withParams([['done', done]])}`),
    photo: (id: string, width: number) => `/photos/${id}/${width}.webp`,
    areas: () => at('/areas'),
    area: (slug: string) => at(`/areas/${slug}`),
    coordinator: (slug: string) => at(`/coordinators/${slug}`),
    /** Find's filters; without days it is today. */
    whatsOn: ({ sort: _sort, ...query }: FindQuery = {}) => at(`/whats-on${queryString(query)}`),
    shortlist: (slugs: string[] = []) => at(`/shortlist${withSlugs(slugs)}`),
    /** A shortlist behind a code. */
    shared: (code: string) => at(`/s/${code}`),
    /** Where the form with a typed code goes. */
    enterCode: () => at('/s'),
    printWeek: ({ ids, fold, sort: _sort, page: _page, ...query }: PrintQuery) => {
      const chosen = ids ? withSlugs(ids) : queryString(query);
      return at(`/print/week${chosen}${fold ? `${chosen ? '&' : '?'}fold=${fold}` : ''}`);
    },
    /** What is new (Atom) or on (iCalendar) in a search. */
    feed: (format: FeedFormat, { sort: _sort, page: _page, ...query }: FindQuery = {}) => at(`/feeds/find.${format}${queryString(query)}`),
    areaFeed: (format: FeedFormat, slug: string) => at(`/feeds/areas/${slug}.${format}`),
    shortlistCalendar: (slugs: string[]) => at(`/feeds/shortlist.ics${withSlugs(slugs)}`),
    assetCalendar: (slug: string) => at(`/around/${slug}/calendar.ics`),
    /** `then`: where on the desk to go on to. */
    signIn: (then?: string) => at(`/sign-in${withParams([['then', then]])}`),
    signInSent: () => at('/sign-in?sent=yes'),
    signedOut: () => at('/sign-in?left=yes'),
    openLink: (token: string, then: string | null) => at(`/sign-in/${token}${withParams([['then', then ?? undefined]])}`),
    desk: () => at('/desk'),
    deskMore: () => at('/desk/more'),
    /** What is near of one's patch. `near`: as typed, or where a phone is; `done`: the entry just noted; `photo`: whether its photo was kept. */
    walk: ({ near, done, photo }: { near?: string; done?: string; photo?: string } = {}) =>
      at(
        `/desk/walk${withParams([
          ['near', near],
          ['done', done],
          ['photo', photo],
        ])}`,
      ),
    walkWorker: () => at('/desk/walk-worker.js'),
    /** Every list that was brought in, newest first. */
    imports: () => at('/desk/imports'),
    newImport: () => at('/desk/imports/new'),
    bulk: () => at('/desk/bulk'),
    /** What lies in one's areas; `after`: the id of the last one before. */
    patch: ({ q, state, area, after }: { q?: string; state?: string; area?: string; after?: string } = {}) =>
      at(
        `/desk/assets${withParams([
          ['q', q],
          ['state', state],
          ['area', area],
          ['after', after],
        ])}`,
      ),
    newAsset: () => at('/desk/assets/new'),
    /** By id: it may be public or not. `done`: what was just done there. */
    editAsset: (id: string, done?: string) => at(`/desk/assets/${id}${withParams([['done', done]])}`),
    /** With something that waits in hand. */
    editInHand: (id: string, { proposed, suggestion }: { proposed?: string; suggestion?: string }) =>
      at(
        `/desk/assets/${id}${withParams([
          ['proposed', proposed],
          ['suggestion', suggestion],
        ])}`,
      ),
    /** An asset's photos at the desk. */
    photos: (id: string, done?: string) => at(`/desk/assets/${id}/photos${withParams([['done', done]])}`),
    /** One of them, seen by everyone or not. */
    deskPhoto: (assetId: string, id: string) => `/desk/assets/${assetId}/photos/${id}`,
    assetHistory: (id: string, done?: string) => at(`/desk/assets/${id}/history${withParams([['done', done]])}`),
    ownLink: (id: string, done?: string) => at(`/desk/assets/${id}/link${withParams([['done', done]])}`),
    /** `step`: what was just done, for taking it back. */
    duplicates: (step?: string) => at(`/desk/duplicates${withParams([['step', step]])}`),
    /** What may be here already, in the report of a list. */
    alikeInRun: (run: string, step?: string) =>
      at(
        `/desk/imports/${run}${withParams([
          ['outcome', 'looks-like'],
          ['step', step],
        ])}#report`,
      ),
    /** `run`: the list in whose report they were found alike. */
    mergePair: (one: string, other: string, run?: string) => at(`/desk/duplicates/${one}/${other}${withParams([['run', run]])}`),
    review: ({ done, step, heap }: { done?: string; step?: string; heap?: 'junk' } = {}) =>
      at(
        `/desk/review${withParams([
          ['done', done],
          ['step', step],
          ['heap', heap],
        ])}`,
      ),
    /** What was published without anybody having looked. */
    published: (done?: string) => at(`/desk/review/published${withParams([['done', done]])}`),
    /** What is understood of times and places that are being typed, for scripts of ours. */
    typedTimes: () => at('/desk/typed-times'),
    signOut: () => at('/desk/sign-out'),
    me: () => at('/desk/me'),
    /** What residents see of a coordinator; `who`: another's, for stewards. */
    myPage: (who?: string, done?: string) =>
      at(
        `/desk/me/page${withParams([
          ['who', who],
          ['done', done],
        ])}`,
      ),
    people: () => at('/desk/people'),
    invite: () => at('/desk/people/invite'),
    changeAccount: (id: string, change: string) => at(`/desk/people/${id}/${change}`),
    /** `end`: the cover that somebody thinks of ending. */
    cover: (end?: string) => at(`/desk/cover${withParams([['end', end]])}`),
    handOver: () => at('/desk/hand-over'),
    settings: () => at('/desk/settings'),
    /** All of one sort that stewards set. */
    settingList: (setting: SettingName, then: Record<string, string> = {}) =>
      at(`/desk/settings/${setting}${withParams(Object.entries(then))}`),
    /** One of them, or `new`. */
    setting: (setting: SettingName, subject: string, from: Record<string, string> = {}) =>
      at(`/desk/settings/${setting}/${subject}${withParams(Object.entries(from))}`),
    whyFound: () => at('/desk/why'),
    deskAreas: () => at('/desk/areas'),
    newArea: () => at('/desk/areas/new'),
    boundary: (slug: string, way: 'shape' | 'split' | 'give') => at(`/desk/areas/${slug}/${way}`),
    recut: (id: string) => at(`/desk/boundaries/${id}`),
    helpNow: () => at('/help-now'),
    about: () => at('/about'),
    /** How true it all is. */
    quality: () => at('/quality'),
    privacy: () => at('/privacy'),
    accessibility: () => at('/accessibility'),
  };
}

export type Urls = ReturnType<typeof urlsFor>;

/** The same, for who keeps several things without script: what is kept goes along from search to search and page to page. */
export function carryKept(urls: Urls, kept: string[]): Urls {
  if (kept.length === 0) return urls;
  const along = (address: string) => `${address}${address.includes('?') ? '&' : '?'}ids=${kept.join(',')}`;
  return { ...urls, find: (query) => along(urls.find(query)), asset: (slug) => along(urls.asset(slug)) };
}

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
  'just_turn_up',
  'bring_someone',
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

/** Short names need no escapes, and a drawing of the address for a camera stays small. */
const withSlugs = (slugs: string[]) => (slugs.length > 0 ? `?ids=${slugs.join(',')}` : '');

function withParams(pairs: [string, string | undefined][]): string {
  const text = new URLSearchParams(pairs.flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
  return text ? `?${text}` : '';
}
