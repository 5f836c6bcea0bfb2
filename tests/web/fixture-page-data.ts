import { readFileSync } from 'node:fs';
import type { Area, AreaSummary } from '../../api/contract/area.ts';
import type { Asset } from '../../api/contract/asset.ts';
import { AssetQuery, type AssetSearchPage, type Facets } from '../../api/contract/asset-query.ts';
import type { Coordinator } from '../../api/contract/coordinator.ts';
import type { Listing } from '../../api/contract/listing.ts';
import type { Occurrence } from '../../api/contract/session.ts';
import type { Signpost } from '../../api/contract/signpost.ts';
import { assetKinds } from '../../api/contract/vocabulary.ts';
import { badRequest, notFound } from '../../api/errors.ts';
import { inProject } from '../../api/project-root.ts';
import type { PageData } from '../../web/server/page-data.ts';
import { TEST_NOW } from '../support/test-clock.ts';
import { type AreaSeed, datesOf, type SeedAsset, type SeedCoordinator, type SeedVenue } from './seed-shapes.ts';

const read = (file: string) => JSON.parse(readFileSync(inProject('seed-data', file), 'utf8'));

const here = { label: 'QX3 2AB', point: { lat: 52.2518, lng: -3.0071 } };
const slugs = ['abbey-and-riverside', 'castle-and-market', 'bryn-melyn', 'long-meadow', 'cwm-derw', 'marches'];
const names: Record<string, [string, string]> = {
  'abbey-and-riverside': ['Abbey and Riverside', 'Yr Abaty a Glan-yr-afon'],
  'castle-and-market': ['Castle and Market', 'Y Castell a’r Farchnad'],
  'bryn-melyn': ['Bryn Melyn', 'Bryn Melyn'],
  'long-meadow': ['Long Meadow', 'Dôl Hir'],
  'cwm-derw': ['Cwm Derw', 'Cwm Derw'],
  marches: ['The Marches', 'Y Gororau'],
};
const areaName = (slug: string) => ({ slug, name: names[slug]?.[0] ?? slug, name_cy: names[slug]?.[1] ?? null });

/** Rendering is what is tested here, so pages get the sample's words without a database: search is a plain filter, dates are made by hand. */
export function createFixturePageData(): PageData {
  const venues = new Map<string, SeedVenue>();
  const assets: Asset[] = [];
  for (const slug of slugs) {
    const seed: AreaSeed = read(`assets/${slug}.json`);
    for (const venue of seed.venues) venues.set(venue.slug, venue);
    for (const asset of seed.assets) assets.push(toAsset(asset, slug, venues));
  }
  const coordinators = read('coordinators.json').map((each: SeedCoordinator) => toCoordinator(each, venues));
  const areas: AreaSummary[] = slugs.map((slug) => ({
    ...areaName(slug),
    summary: 'Terraces, the old abbey and the bend of the river where everyone learns to skim stones.',
    summary_cy: null,
    population: 9000,
    centre: here.point,
    bounds: [-3.03, 52.24, -2.99, 52.27],
    assets: assets.filter((asset) => asset.area?.slug === slug).length,
  }));
  const signposts: Signpost[] = read('signposts.json');
  const kinds = read('kinds.json');
  const topics = read('topics.json').map((topic: object) => ({ ...topic, assets: 9 }));
  const coordinatorOf = (slug: string) => coordinators.filter((each: Coordinator) => each.areas.some((area) => area.slug === slug));
  const areaBySlug = (slug: string): Area => {
    const found = areas.find((area) => area.slug === slug);
    if (!found) throw notFound('That area');
    const kindsThere = assetKinds.map((kind) => ({ kind, assets: assets.filter((asset) => asset.kind === kind && asset.area?.slug === slug).length }));
    return { ...found, geometry: { type: 'MultiPolygon', coordinates: [] }, since: '2026-01-01', coordinators: coordinatorOf(slug), kinds: kindsThere };
  };

  return {
    district: async () => ({ ...read('district.json'), credits: ['Drawn for this sample; not a real place'] }),
    topics: async () => ({ topics, kinds }),
    parseAssetQuery(raw) {
      const parsed = AssetQuery.safeParse(raw);
      if (parsed.success) return parsed.data;
      throw badRequest(parsed.error.issues.map((issue) => ({ field: String(issue.path[0] ?? ''), detail: issue.message })));
    },
    async search(query) {
      if (query.near?.startsWith('Nowhere')) throw badRequest([{ field: 'near', detail: 'we do not know this place' }]);
      return searchIn(assets.map(asListing), signposts, query);
    },
    async asset(slug) {
      const found = assets.find((asset) => asset.slug === slug);
      if (!found) throw notFound('That');
      return { ...found, coordinator: coordinatorOf(found.area?.slug ?? '')[0] ?? null, nearby: assets.slice(2, 5).map(asListing) };
    },
    areas: async () => ({ items: areas }),
    area: async (slug) => areaBySlug(slug),
    async locate(near) {
      if (near.startsWith('Nowhere')) throw badRequest([{ field: 'near', detail: 'we do not know this place' }]);
      const area = areas[0] ?? null;
      return { near: { ...here, type: 'postcode' }, area, nearest: null, coordinators: coordinatorOf('abbey-and-riverside') };
    },
    coordinators: async () => ({ items: coordinators }),
    async coordinator(slug) {
      const found = coordinators.find((each: Coordinator) => each.slug === slug);
      if (!found) throw notFound('That person');
      return found;
    },
    async whatsOn(where, days) {
      const chosen = assets.filter((asset) => !where || ('area' in where && asset.area?.slug === where.area));
      const until = TEST_NOW.getTime() + days * 86_400_000;
      const doors = coordinators.flatMap((each: Coordinator) =>
        each.open_doors.map((occurrence) => ({ occurrence, listing: null, coordinator: { slug: each.slug, first_name: each.first_name } })),
      );
      const items = [...chosen.flatMap((asset) => asset.dates.map((occurrence) => ({ occurrence, listing: asListing(asset), coordinator: null }))), ...doors]
        .filter(({ occurrence }) => Date.parse(occurrence.starts_at) < until)
        .sort((a, b) => a.occurrence.starts_at.localeCompare(b.occurrence.starts_at));
      return { items, from: '2026-11-23', to: '2026-11-30' };
    },
    signposts: async () => ({ items: signposts }),
  };
}

function searchIn(all: Listing[], signposts: Signpost[], query: AssetQuery): AssetSearchPage {
  const place = query.near ?? (query.q?.includes('QX3') ? here.label : undefined);
  const words = (query.q ?? '').replace(/\s*(near )?QX3 ?\w*/, '').trim();
  const found = all.filter(
    (listing) =>
      (!words || `${listing.name} ${listing.summary} ${listing.topics.join(' ')}`.toLowerCase().includes(words.toLowerCase())) &&
      (query.kind.length === 0 || query.kind.includes(listing.kind)) &&
      (query.topic.length === 0 || query.topic.some((topic) => listing.topics.includes(topic))) &&
      (query.area.length === 0 || query.area.includes(listing.area?.slug ?? '')),
  );
  const from = (query.page - 1) * query.per_page;
  const items = found.slice(from, from + query.per_page).map((listing, index) => ({ ...listing, distance_metres: place ? 120 + index * 170 : null }));
  const last = from + query.per_page >= found.length ? signposts.slice(0, 2).map(signpostListing) : [];
  return {
    items: [...items, ...(words || found.length < 20 ? last : [])],
    total: found.length,
    facets: facetsOf(found),
    page: query.page,
    per_page: query.per_page,
    took_ms: 2,
    near: place ? { ...here, label: place } : null,
    words,
    notice: null,
  };
}

function facetsOf(listings: Listing[]): Facets {
  const count = (values: (listing: Listing) => string[]) => {
    const counts: Record<string, number> = {};
    for (const value of listings.flatMap(values)) counts[value] = (counts[value] ?? 0) + 1;
    return counts;
  };
  return {
    kind: count((listing) => [listing.kind]),
    topic: count((listing) => listing.topics),
    area: count((listing) => [listing.area?.slug ?? '']),
    day: { monday: 14, tuesday: 22, wednesday: 30, thursday: 26, friday: 20, saturday: 24, sunday: 9 },
    time: { morning: 40, afternoon: 33, evening: 28 },
    cost: { free: count((listing) => [listing.cost.type]).free ?? 0 },
    access: count((listing) => listing.access),
    language: count((listing) => listing.languages),
  };
}

function toAsset(seed: SeedAsset, area: string, venues: Map<string, SeedVenue>): Asset {
  const venue = venues.get(seed.venue ?? '');
  const place = venue ? { slug: venue.slug, name: venue.name, name_cy: venue.name_cy ?? null } : null;
  const sessions = seed.sessions ?? [];
  const dates = sessions.flatMap((session, index) => datesOf(session, `${seed.slug}-${index}`, place));
  const checkedOn = new Date(TEST_NOW.getTime() - (seed.checked?.daysAgo ?? 0) * 86_400_000).toISOString().slice(0, 10);
  const days = seed.checked?.daysAgo ?? 999;
  return {
    type: 'asset',
    id: seed.slug,
    slug: seed.slug,
    kind: seed.kind,
    name: seed.name,
    name_cy: seed.name_cy ?? null,
    summary: seed.summary,
    summary_cy: seed.summary_cy ?? null,
    description: seed.description ?? null,
    description_cy: seed.description_cy ?? null,
    topics: seed.topics,
    area: areaName(area),
    venue: place,
    point: venue ? { lat: venue.lat, lng: venue.lng } : null,
    cost: {
      type: seed.cost?.free ? 'free' : seed.cost?.pay_what_you_can ? 'pay-what-you-can' : seed.cost?.pounds ? 'price' : 'unknown',
      pounds: seed.cost?.pounds ?? null,
      note: seed.cost?.note ?? null,
    },
    access: seed.access ?? [],
    languages: seed.languages ?? ['en'],
    just_turn_up: seed.just_turn_up ?? null,
    bring_someone: seed.bring_someone ?? null,
    rules: sessions.flatMap(({ rule, start, minutes, term_time }) => (rule && start ? [{ rule, start, minutes: minutes ?? 60, term_time: term_time ?? false }] : [])),
    usually: sessions.find((session) => session.usually)?.usually ?? null,
    next: dates[0] ?? null,
    checked: seed.checked ? { on: checkedOn, by: seed.checked.by, freshness: days < 120 ? 'fresh' : days < 240 ? 'ageing' : 'stale' } : null,
    join: seed.join ?? null,
    first_visit: seed.first_visit ? { greeter: null, happens: null, feel: null, ...seed.first_visit } : null,
    run_by: seed.run_by ?? null,
    contact: seed.contact ? { name: null, phone: null, email: null, web: null, ...seed.contact } : null,
    place: venue && place ? { ...place, address: venue.address, postcode: venue.postcode, point: { lat: venue.lat, lng: venue.lng }, access: venue.access, directions: venue.directions ?? null, bus: venue.bus ?? null } : null,
    sessions: sessions.map((session, index) => ({
      id: `${seed.slug}-${index}`,
      title: session.title ?? null,
      title_cy: null,
      rule: session.rule ?? null,
      from: session.from ?? null,
      until: session.until ?? null,
      start: session.start ?? null,
      minutes: session.minutes ?? null,
      term_time: session.term_time ?? false,
      paused: session.paused ? { from: '2026-11-13', until: '2026-12-23', note: session.paused.note ?? null } : null,
      by_appointment: session.by_appointment ?? false,
      usually: session.usually ?? null,
      note: session.note ?? null,
      venue: null,
    })),
    dates,
    nearby: [],
    coordinator: null,
    source: null,
    updated_at: TEST_NOW.toISOString(),
  };
}

const asListing = ({ description: _d, description_cy: _dc, place: _p, sessions: _s, dates: _dates, nearby: _n, coordinator: _c, ...asset }: Asset): Listing => ({
  ...asset,
  distance_metres: null,
  phone: null,
});

function signpostListing(signpost: Signpost): Listing {
  return {
    ...signpost,
    type: 'signpost',
    kind: 'signpost',
    topics: [],
    area: null,
    venue: null,
    point: null,
    distance_metres: null,
    cost: { type: 'unknown', pounds: null, note: null },
    just_turn_up: null,
    bring_someone: null,
    rules: [],
    usually: null,
    next: null,
    checked: null,
  };
}

function toCoordinator(seed: SeedCoordinator, venues: Map<string, SeedVenue>): Coordinator {
  const doors: Occurrence[] = seed.open_doors
    .flatMap((door, index) => {
      const venue = venues.get(door.venue ?? '');
      const place = venue ? { slug: venue.slug, name: venue.name, name_cy: venue.name_cy ?? null } : null;
      return datesOf(door, `${seed.slug}-${index}`, place).slice(0, 1).map((date) => ({ ...date, type: 'open-door' as const, note: door.note ?? null }));
    })
    .sort((a, b) => a.starts_at.localeCompare(b.starts_at));
  return {
    ...seed,
    portrait: `/portraits/${seed.portrait}`,
    areas: [areaName(seed.area)],
    open_doors: doors,
    covering: seed.cover.map((cover) => ({ area: areaName(cover.area), from: '2026-11-20', until: '2026-12-02', note: cover.note })),
  };
}
